import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isCalled, normalise, patterns } from '../../engine/normalise';
import { FOLDED_FILE, foldedSource } from '../../tools/build/folded-characters';
import { help, pack } from '../support/content';
import { ROOT } from '../support/page';

it('the table is the one of the words that the rules look for', () => {
  const written = readFileSync(join(ROOT, FOLDED_FILE), 'utf8');
  expect(written, 'made anew by: npx tsx tools/build/folded-characters.ts').toBe(foldedSource({ pack, help }));
});

it.each([
  ['新会员第一次登入请看此', '新會員第一次登入請看此'],
  ['设定密码', '設定密碼'],
  ['账号', '帳號'],
  ['帐号', '帳號'],
  ['选课中心', '選課中心'],
])('%s is %s', (simplified, traditional) => expect(isCalled(normalise(simplified), patterns(traditional))).toBe(true));

it.each([
  ['否', '是'],
  ['没有', '有'],
  ['登出', '登入'],
])('%s is not %s', (simplified, traditional) => expect(normalise(simplified)).not.toBe(normalise(traditional)));

it('changes nothing the second time', () => {
  for (const sign of foldedSource({ pack, help })) expect(normalise(normalise(sign))).toBe(normalise(sign));
});

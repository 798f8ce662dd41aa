import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { wordsOfCode } from '../../../support/code-words';
import { type CodeFault, type DecodedCode, decodeSpokenCode } from '../../../support/decode';
import { encode } from '../../../support/encode';
import { faultWords } from '../../../support/fault-words';
import { PAGE_TABLE } from '../../../support/page-table';
import type { CodeParts } from '../../../support/parts';
import { drawnParts, everyPlace, everyVerdict, NOTHING_SAID, PLAIN } from '../../support/code-parts';
import { help, pack } from '../../support/content';
import { LANGUAGES } from '../../support/sentences';

const EDITION = PAGE_TABLE.editions.length;
const decoded = (parts: Partial<CodeParts>): DecodedCode => {
  const code = decodeSpokenCode(encode({ ...PLAIN, page: null, spot: 0, ...parts }).join(' '));
  if (!code.ok) throw new Error(JSON.stringify(code.fault));
  return code;
};
const saying = (parts: Partial<CodeParts>, language: 'zh-TW' | 'en' = 'zh-TW') =>
  Object.fromEntries(wordsOfCode(decoded(parts), pack, help, language).map(({ about, text }) => [about, text]));

describe('a code in words', () => {
  it('says what the caller has in front of them, what is different, and what they answered', () => {
    const parts: Partial<CodeParts> = {
      page: 'elearn/05-certificate-question',
      spot: 2,
      kind: 'degraded',
      reason: 'not-found',
      failed: [2, 4, 6],
      answers: { ...NOTHING_SAID, hours: 'yes' },
      visit: 'again',
    };
    expect(saying(parts)).toEqual({
      page: '選「是」（elearn/05-certificate-question）',
      step: '第 4 步，共 11 步：選「是」',
      pointsAt: '「下一步」',
      verdict: '認得這一頁，但找不到要按的地方。',
      failed: '少了按鈕「下一步」；多了文字「請問您是否有【我的e政府】帳號」或「您需使用【我的e政府】帳號登入」；網址不是 /mooc/co_*',
      answers:
        '您需要時數證明嗎？需要（教師研習、環境教育等）；您是公務人員嗎？還沒回答；您有「我的e政府」帳號嗎？還沒回答；您要怎麼證明身分？還沒回答；不是第一次到這一頁',
      recovery: '沒有',
      made: `第 1 版，規則 ${PAGE_TABLE.editions[EDITION - 1]}（第 ${EDITION} 次編號）`,
    });
    expect(saying(parts, 'en').failed).toBe(
      'no button 「下一步」; text 「請問您是否有【我的e政府】帳號」 or 「您需使用【我的e政府】帳號登入」 should not be there; the address is not /mooc/co_*',
    );
  });

  it('names the step of the thing that is pointed at, where that is another than the page’s', () => {
    const chooser = everyPlace(EDITION).filter(({ page }) => page === 'elearn/03-login-chooser');
    const steps = chooser.map(({ spot }) => saying({ page: 'elearn/03-login-chooser', spot }).step?.slice(0, 6));
    expect(new Set(steps)).toEqual(new Set(['第 2 步，', '第 10 步']));
  });

  it('of somebody lost says the step they come from, and the nearest page as a guess', () => {
    const said = saying({ kind: 'lost', step: 3, page: 'elearn/05-certificate-question', failed: [0, 1] }, 'en');
    expect(said.step).toBe('Step 3 of 11: Read on');
    expect(said.page).toBe('Not recognised; the nearest is Choose 「是」 (yes) (elearn/05-certificate-question)');
    expect(said.pointsAt).toBe('Nothing, words only');
  });

  it('of a way back names it, and what it points at', () => {
    const said = saying({ page: 'elearn/01-home', recovery: 'chose-no' });
    expect([said.pointsAt, said.recovery]).toEqual(['「回去改選「是」」要按的地方', '回去改選「是」']);
  });

  it('of anything at all has eight lines in both languages, none of them with a name of a field or an empty place in it', () => {
    const random = new Random(9);
    const all = [...everyVerdict(), ...everyPlace(EDITION).map(({ page, spot }) => ({ page, spot }))].map((given) =>
      decoded(drawnParts(random, EDITION, PAGE_TABLE, given)),
    );
    for (const code of all) {
      for (const language of LANGUAGES) {
        const lines = wordsOfCode(code, pack, help, language);
        expect(lines).toHaveLength(8);
        for (const { label, text } of lines) {
          expect(label).not.toBe('');
          expect(text).not.toMatch(/[{}]|undefined|null|^$/);
        }
      }
    }
  });

  it('of a page that is gone from the rules has its name', () => {
    const without = { ...pack, rules: pack.rules.filter(({ id }) => id !== 'elearn/01-home') };
    const [page, step] = wordsOfCode(decoded({ page: 'elearn/01-home' }), without, help, 'en');
    expect([page?.text, step?.text]).toEqual(['elearn/01-home', 'Not begun, or outside of the steps']);
  });
});

describe('why a code cannot be read', () => {
  it.each<[CodeFault, string, string]>([
    [{ kind: 'empty' }, '請填號碼：三組，每組 5 個數字。', 'Type the code: three groups of 5 digits.'],
    [{ kind: 'characters', found: 'O' }, '號碼裡有「O」。號碼只有數字。', 'There is “O” in the code. A code has digits only.'],
    [
      { kind: 'length', digits: 14, groups: [2] },
      '號碼有 15 個數字，現在是 14 個。第 2 組不是 5 個數字。',
      'A code has 15 digits; there are 14. Group 2 has not 5 digits.',
    ],
    [{ kind: 'length', digits: 14, groups: [] }, '號碼有 15 個數字，現在是 14 個。', 'A code has 15 digits; there are 14.'],
    [{ kind: 'check', groups: [1, 3] }, '第 1、3 組不對。請對方再念一次第 1、3 組。', 'The digits of group 1 and 3 do not fit. Ask for group 1 and 3 again.'],
    [
      { kind: 'newer', what: 'code' },
      '這組號碼來自比較新的小幫手。請先更新這裡的小幫手。',
      'This code comes from a newer version of the extension. Update this one first.',
    ],
    [
      { kind: 'newer', what: 'rules' },
      '這組號碼用的規則比這裡的新。請先更新這裡的小幫手。',
      'This code was made with newer rules than there are here. Update this extension first.',
    ],
    [{ kind: 'impossible' }, '這三組拼不成一個號碼。請對方從頭再念一次。', 'These three groups do not make a code. Ask for the whole code again.'],
  ])('%j', (fault, chinese, english) => expect([faultWords(fault, 'zh-TW'), faultWords(fault, 'en')]).toEqual([chinese, english]));
});

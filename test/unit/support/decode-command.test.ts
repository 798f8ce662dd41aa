import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../support/encode';
import { PAGE_TABLE } from '../../../support/page-table';
import type { CodeParts } from '../../../support/parts';
import { PLAIN } from '../../support/code-parts';
import { ROOT } from '../../support/page';

const parts: CodeParts = { ...PLAIN, page: 'egov/01-front-page', kind: 'degraded', reason: 'several' };
const run = (...words: string[]) => spawnSync('npx', ['tsx', 'tools/decode.ts', ...words], { cwd: ROOT, encoding: 'utf8' });

describe('npm run decode', () => {
  it('prints words in both languages, and the parts as one line of JSON', () => {
    const { status, stdout, stderr } = run(...encode(parts));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('小幫手看到的：認得這一頁，但要按的地方有好幾個。\n');
    expect(stdout).toContain('What the guide saw: The page is known, but there are several of what to press.\n');
    expect(JSON.parse(stdout.trim().split('\n').at(-1) as string)).toEqual({ version: 1, rulesDate: PAGE_TABLE.editions.at(-1), ...parts });
  });

  it('refuses what is no code with status 2 and one sentence that names the group', () => {
    const [first = '', ...rest] = encode(parts);
    const { status, stdout, stderr } = run([...first].reverse().join(''), ...rest);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^decode: The digits of group 1 do not fit\..*第 1 組不對。.*\n$/);
  });
});

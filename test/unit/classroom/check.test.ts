import { describe, expect, it } from 'vitest';
import { better, type Finding, judge, type Told } from '../../../classroom/check';
import { conditionSentence } from '../../../components/condition-words';
import { matchesGlob } from '../../../engine/glob';
import { readContent } from '../../../tools/build/rule-pack';
import { pack } from '../../support/content';
import { ROOT } from '../../support/page';

const CHOOSER = 'elearn/03-login-chooser';
const told = (parts: Partial<Told>): Told => ({ verdict: 'recognised', page: CHOOSER, target: {}, why: [], ...parts });
const line = (condition: string, passed: boolean, page = CHOOSER) => ({ page, condition, passed });
const short = ({ light, fault, instead, failed }: Finding) => [light, fault, instead, failed.length];

describe('the light of a page', () => {
  it.each<[string, readonly Told[], readonly unknown[]]>([
    ['it is told, and there is something to press', [told({ why: [line('button 登入', true)] })], ['green', 'none', null, 0]],
    ['the second way of finding leads there', [told({ why: [line('to point at: one button A (here: 0)', false)] })], ['green', 'none', null, 0]],
    ['nothing is to be pressed there', [told({ target: null, why: [line('button 登入', true)] })], ['green', 'none', null, 0]],
    ['a line that may be missing is', [told({ why: [line('heading 登入', false)] })], ['yellow', 'missing', null, 1]],
    ['its address is another', [told({ why: [line('path /', false)] })], ['yellow', 'missing', null, 1]],
    ['what may be there is not', [told({ target: null, why: [line('to point at: one button A (here: 0)', false)] })], ['yellow', 'missing', null, 1]],
    [
      'what is to be pressed is not there',
      [told({ verdict: 'degraded', target: null, why: [line('to point at: one button A (here: 2)', false)] })],
      ['yellow', 'no-target', null, 1],
    ],
    ['it cannot be told from another', [told({ verdict: 'ambiguous', page: null, why: [line('button 登入', false)] })], ['yellow', 'several', null, 1]],
    ['two other pages cannot be told apart', [told({ verdict: 'ambiguous', page: null, why: [line('a', true, 'x/01-y')] })], ['red', 'unknown', null, 0]],
    ['nobody knows it', [told({ verdict: 'quiet', page: null, why: [line('button 登入', false), line('text 第一次', true)] })], ['red', 'unknown', null, 1]],
    ['it is unknown under way', [told({ verdict: 'lost', page: null })], ['red', 'unknown', null, 0]],
    ['it is another page', [told({ page: 'elearn/01-home' })], ['red', 'other-page', 'elearn/01-home', 0]],
    ['it is what the address may show as well', [told({ page: 'elearn/02-busy-notice' })], ['yellow', 'instead', 'elearn/02-busy-notice', 0]],
    ['no guide answered', [], ['red', 'silent', null, 0]],
    ['a frame is it', [told({ page: 'elearn/01-home' }), told({})], ['green', 'none', null, 0]],
    ['the page behind it comes second', [told({}), told({ verdict: 'quiet', page: null })], ['green', 'none', null, 0]],
  ])('%s', (_, documents, expected) => {
    expect(short(judge(CHOOSER, ['elearn/02-busy-notice'], documents))).toEqual(expected);
  });

  it('of two findings the better one counts, the first where they are alike', () => {
    const green = judge(CHOOSER, [], [told({})]);
    const yellow = judge(CHOOSER, [], [told({ why: [line('heading 登入', false)] })]);
    expect(better(green, yellow)).toBe(green);
    expect(better(yellow, green)).toBe(green);
    expect(better(yellow, { ...yellow })).toBe(yellow);
  });
});

describe('the list of pages', () => {
  const { namedPages } = readContent(ROOT);
  it('has every rule once', () => {
    expect(namedPages.map(({ page }) => page).sort()).toEqual(pack.rules.map(({ id }) => id).sort());
  });
  it.each(namedPages.filter(({ address }) => address !== undefined))('$page may show at $address', ({ page, address = '' }) => {
    const path = new URL(address).pathname.toLowerCase();
    const paths = pack.rules.find(({ id }) => id === page)?.recognise.path ?? [];
    expect(paths.some((glob) => matchesGlob(path, glob.toLowerCase()))).toBe(true);
  });
});

describe('a condition in words', () => {
  it.each([
    ['heading 帳號登入 / 憑證登入', '少了標題「帳號登入」或「憑證登入」', 'no heading 「帳號登入」 or 「憑證登入」'],
    ['not field 密碼', '多了欄位「密碼」', 'field 「密碼」 should not be there'],
    ['to point at: one button 登入 (here: 0)', '找不到「登入」', '「登入」 is not found'],
    ['to point at: one button 登入 / 登 入 (here: 1, covered)', '「登入」或「登 入」被蓋住了', '「登入」 or 「登 入」 is covered'],
    ['to point at: one field 帳號 (here: 2, not enabled)', '「帳號」還不能按', '「帳號」 cannot be pressed yet'],
    ['to point at: one radio 是 (here: 3)', '「是」有 3 個，不知道是哪一個', '「是」 is there 3 times'],
  ])('%s', (condition, chinese, english) => {
    expect([conditionSentence(condition, 'zh-TW'), conditionSentence(condition, 'en')]).toEqual([chinese, english]);
  });
});

import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../engine/glob';

describe('a glob', () => {
  it.each([
    ['/mooc/index.php', '/mooc/index.php'],
    ['/mooc/co_new_member.php', '/mooc/co_*'],
    ['/mooc/co_', '/mooc/co_*'],
    ['/info/10012345', '/info/*'],
    ['accounts.google.com/o/oauth2', 'accounts.google.com/*'],
    ['www.facebook.com/v19.0/dialog/oauth', '*facebook.com/*dialog/oauth*'],
    ['elearn.hrd.gov.tw/mooc/co_fb_login.php', 'elearn.hrd.gov.tw*/*_fb*'],
    ['anything', '*'],
    ['', '*'],
    ['', ''],
    ['aab', 'a*ab'],
    ['abab', '*ab'],
  ])('%s fits %s', (text, glob) => expect(matchesGlob(text, glob)).toBe(true));

  it.each([
    ['/mooc/index.php', '/'],
    ['/x/mooc/co_a', '/mooc/co_*'],
    ['ab', 'ab*b'],
    ['abc', 'a*b'],
    ['aa', 'a*a*a'],
    ['/index.phpx', '/index.php'],
    ['/indexXphp', '/index.php'],
    ['', 'a'],
    ['a', ''],
  ])('%s does not fit %s', (text, glob) => expect(matchesGlob(text, glob)).toBe(false));

  it('takes signs of regular expressions for themselves', () => {
    expect(matchesGlob('a(b)+c', 'a(b)+*')).toBe(true);
    expect(matchesGlob('abbc', 'a(b)+*')).toBe(false);
  });
  it('needs no time for what would keep a regular expression busy for ever', () => {
    const started = performance.now();
    expect(matchesGlob(`${'a'.repeat(20_000)}b`, `${'*a'.repeat(30)}*c*b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

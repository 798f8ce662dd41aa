import { describe, expect, it } from 'vitest';
import { holds, isCalled, normalise, patterns } from '../../engine/normalise';

describe('words are compared without what the sites write now this way, now that', () => {
  it.each([
    ['我的 e 政府', '我的E政府', 'spaces and capitals'],
    ['是（需要驗證您的身分）', '是(需要驗證您的身分)', 'wide brackets'],
    ['ｅＧＯＶ登入頁', 'eGOV登入頁', 'wide letters'],
    ['臺北', '台北', 'the two ways to write Taiwan'],
    ['了解，我清楚了', '了解,我清楚了。', 'punctuation'],
    ['下一步 >>', '下一步', 'signs around'],
    ['  下\u00a0一\n步\u200b', '下一步', 'all kinds of white space, seen and unseen'],
    ['Google+', 'google', 'a plus'],
    ['８到１５', '8到15', 'wide digits'],
  ])('%s is %s (%s)', (one, other) => expect(normalise(one)).toBe(normalise(other)));

  it.each([
    ['是', '否'],
    ['有', '沒有'],
    ['登入', '登出'],
    ['帳號', '帳戶'],
    ['第 4 步', '第 5 步'],
  ])('%s is not %s', (one, other) => expect(normalise(one)).not.toBe(normalise(other)));

  it('keeps letters outside the basic plane whole', () => expect(normalise('𠮷野家！')).toBe('𠮷野家'));
  it('is the same by its short way as by the standard’s own, for every character between others', () => {
    const folded = (text: string) => normalise(`${text}\u0e01`).slice(0, -1);
    for (let code = 0; code < 0x10000; code += 1) {
      const text = `下a${String.fromCharCode(code)}b步E`;
      // What is in no way plain (Thai, here) is never read the short way.
      expect(normalise(text), code.toString(16)).toBe(folded(text));
    }
  });
  it('is empty where nothing is to be read', () => expect(normalise(' …—。⟶ ')).toBe(''));
  it('changes nothing the second time', () => expect(normalise(normalise('臺 E，（Ａ）'))).toBe(normalise('臺 E，（Ａ）')));
});

describe('the words of a rule', () => {
  const list = patterns(['登入', '我願意提供更多個人資料…']);

  it('are the whole name', () => {
    expect(isCalled('登入', list)).toBe(true);
    expect(isCalled('登入我的e政府', list)).toBe(false);
    expect(isCalled('請登入', list)).toBe(false);
  });
  it('are the beginning of the name where they end in 「…」', () => {
    expect(isCalled(normalise('我願意提供更多個人資料（選填）'), list)).toBe(true);
    expect(isCalled(normalise('如果我願意提供更多個人資料'), list)).toBe(false);
  });
  it('stand anywhere in a text', () => {
    expect(holds(normalise('請先登入。'), list)).toBe(true);
    expect(holds(normalise('請先登出。'), list)).toBe(false);
  });
  it('are one pattern for a single string', () => expect(patterns('登入')).toEqual([{ text: '登入', begins: false }]));
});

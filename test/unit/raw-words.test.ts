import { describe, expect, it } from 'vitest';
import { normalise, writtenAs } from '../../engine/normalise';
import { rawAddress, rawWords } from '../../engine/raw-words';
import { vocabularyOf } from '../../engine/vocabulary';
import { WordIndex } from '../../engine/word-index';
import { pack } from '../support/content';

const SITES = ['elearn', 'egov', 'portal'] as const;
const words = pack.rules.flatMap(({ recognise }) => [...recognise.all, ...recognise.none]).flatMap((line) => ('text' in line ? [line.text].flat() : []));

describe('the first question to a text of the page', () => {
  it('passes a word however it is written, and in whatever text', () => {
    const raw = rawWords(words.map(normalise), writtenAs);
    expect(words.length).toBeGreaterThan(20);
    for (const word of words) {
      for (const written of [word, word.toUpperCase(), `前文，${[...word].join(' \n ')}。`, `${[...word].join('\u200b')}`, word.normalize('NFKD')])
        expect(raw.test(written), written).toBe(true);
    }
  });

  it('passes every character that the normaliser makes a letter of a word of', () => {
    const letters = new Set(words.map(normalise).join(''));
    const written = new Map<string, string[]>();
    for (let code = 0; code <= 0xffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCharCode(code);
      for (const letter of normalise(character)) if (letters.has(letter)) written.set(letter, [...(written.get(letter) ?? []), character]);
    }
    for (const [letter, ways] of written) {
      const raw = rawWords([`${letter}${letter}${letter}`], writtenAs);
      for (const way of ways) expect(raw.test(`${way}${way}${way}`), `${way} (${way.charCodeAt(0).toString(16)}) as ${letter}`).toBe(true);
    }
    expect(written.get('台')).toEqual(expect.arrayContaining(['台', '臺']));
  });

  it('sends most of what is no word of the rules away', () => {
    const { raw } = vocabularyOf(pack, 'elearn');
    for (const text of ['資訊安全的基本觀念', '共 3 小時', '王小明 A123456789', 'All rights reserved.', '']) expect(raw.test(text), text).toBe(false);
  });

  it('of no words is passed by nothing', () => expect(rawWords([], writtenAs).test('登入')).toBe(false));
});

describe('what every link to an address holds', () => {
  it.each([
    ['elearn.hrd.gov.tw/*facebook*', 'facebook'],
    ['elearn.hrd.gov.tw*/fb*', 'fb'],
    ['accounts.google.com/*', 'accounts.google.com'],
    ['*facebook.com/*dialog/oauth*', 'facebook.com'],
    ['elearn.hrd.gov.tw/*', ''],
  ])('%s: %s', (glob, part) => expect(rawAddress(glob, 'elearn.hrd.gov.tw')).toBe(part));
});

describe('the index of words', () => {
  it.each(SITES)('finds in the texts of %s what asking for each word finds, in the same order', (site) => {
    const own = pack.rules.filter(({ id }) => id.startsWith(site)).flatMap(({ recognise }) => [...recognise.all, ...recognise.none]);
    const list = [
      ...new Set(own.flatMap((line) => ('text' in line ? [line.text].flat() : 'heading' in line ? [line.heading].flat() : [])).map(normalise)),
      '是',
    ];
    const index = new WordIndex(list);
    for (const text of [...list, list.join(''), list.join('的'), `${list[0]}${list[0]}`, '是', '我是人', '', '無']) {
      expect(index.in(text)).toEqual(list.filter((word) => text.includes(word)));
      expect(index.isAnyIn(text)).toBe(list.some((word) => text.includes(word)));
    }
  });
});

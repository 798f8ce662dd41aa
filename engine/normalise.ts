import { FOLDED_CHARACTERS } from './folded-characters';

const NOT_READ = /[^\p{L}\p{N}]+/gu;
/** Nothing is left to do but to fold. Most texts are so, and to ask for all letters of all scripts costs a browser milliseconds once in each page. */
const IS_PLAIN = /^[a-z0-9\u4e00-\u9fa5]*$/;
/** The usual ones of what is not read. */
const USUALLY_NOT_READ = /[\s!-/:-@[-`{-~\u2010-\u2027\u3001-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20]+/g;
const FOLDED = new Map(FOLDED_CHARACTERS.match(/../gu)?.map(([from = '', to = '']) => [from, to]));
/** For each character that others are taken for: all of them. */
const TAKEN_FOR = new Map<string, string>();
for (const [from, to] of FOLDED) TAKEN_FOR.set(to, (TAKEN_FOR.get(to) ?? '') + from);
const MAY_FOLD = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu');

/**
 * The one way in which words of the sites are compared: NFKC, lower case, 臺 as 台, simplified characters as those of the rules, without spaces
 * and punctuation.
 * The sites write one name in several ways (我的e政府, 我的E政府, 我的 e 政府) and changed their commas between 2021 and 2026.
 * @param text what a person reads; any string
 * @returns letters and digits only; empty where the text has none
 */
export function normalise(text: string): string {
  const plain = text.toLowerCase().replace(USUALLY_NOT_READ, '');
  return (IS_PLAIN.test(plain) ? plain : text.normalize('NFKC').toLowerCase().replace(NOT_READ, '')).replace(MAY_FOLD, (sign) => FOLDED.get(sign) ?? sign);
}

/** The plain letters that `normalise` makes this one of, itself among them. */
export function writtenAs(letter: string): string {
  return `${letter}${letter.toUpperCase()}${TAKEN_FOR.get(letter) ?? ''}`;
}

/** Words of a rule, ready to compare. */
export interface Pattern {
  text: string;
  begins: boolean;
}

/** Rules are few and never change, and every look asks for the same words again. */
const prepared = new Map<string | readonly string[], readonly Pattern[]>();

/** Prepares a rule's words: alternatives become several patterns, a trailing 「…」 means "begins with". */
export function patterns(words: string | readonly string[]): readonly Pattern[] {
  const known = prepared.get(words);
  if (known !== undefined) return known;
  const list = typeof words === 'string' ? [words] : words;
  const made = list.map((word) => ({ text: normalise(word), begins: word.endsWith('…') }));
  prepared.set(words, made);
  return made;
}

/** Whether a whole name or block of text (already normalised) is what one of the patterns says. */
export function isCalled(name: string, list: readonly Pattern[]): boolean {
  return list.some((pattern) => (pattern.begins ? name.startsWith(pattern.text) : name === pattern.text));
}

/** Whether a text (already normalised) holds the words of one of the patterns. */
export function holds(text: string, list: readonly Pattern[]): boolean {
  return list.some((pattern) => text.includes(pattern.text));
}

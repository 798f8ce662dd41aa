import punycode from 'punycode.js';
import { CONFUSABLE_CHARACTERS } from './confusable-characters';

/** The Latin letters for which a character of another script is taken. */
const TAKEN_FOR = new Map<string, string>(
  CONFUSABLE_CHARACTERS.split(' ').flatMap(([letter = '', ...others]) => others.map((other) => [other, letter] as const)),
);

/** Within ASCII, in this order. A capital I in a typed address becomes i. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1i|]/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

/**
 * What a host looks like at a glance: two hosts with the same skeleton are hard to tell apart (after Unicode Technical Standard 39, only for
 * letters that official hosts have). Characters that are like none of these stay.
 */
export function skeletonOf(host: string): string {
  const shown = punycodeDecoded(host).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const latin = Array.from(shown, (character) => TAKEN_FOR.get(character) ?? character).join('');
  return ALIKE.reduce((text, [pattern, letter]) => text.replace(pattern, letter), latin);
}

function punycodeDecoded(host: string): string {
  try {
    return punycode.toUnicode(host);
  } catch {
    return host;
  }
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as chinese from 'opencc-js/t2cn';
import { type Content, readContent } from './rule-pack';

/** `npx tsx tools/build/folded-characters.ts` writes the table anew; a test says when it has to be. */
export const FOLDED_FILE = 'engine/folded-characters.ts';

/** Written by the mainland in a way that no converter of single characters gives. */
const ALSO: readonly (readonly [string, string])[] = [['账', '帳']];

/**
 * The source of the table: each character that the rules look for, before it the simplified one that stands for it. Where one simplified
 * character stands for two of them, both become one.
 */
export function foldedCharacters({ pack: { rules }, help }: Pick<Content, 'pack' | 'help'>): string {
  const toSimplified = chinese.Converter({ from: 'tw', to: 'cn' });
  const words = [
    ...rules.flatMap(({ recognise, targets, cautions }) => wordsIn([recognise, targets, cautions])),
    ...help.recoveries.flatMap(({ steps }) => wordsIn(steps.map(({ target }) => target))),
  ];
  const kept = new Map<string, string>();
  const pairs = new Map<string, string>();
  for (const sign of [...new Set(words.join('').replaceAll('臺', '台'))].sort()) {
    const simplified = toSimplified(sign);
    if ([...simplified].length !== 1 || simplified === sign) continue;
    const first = kept.get(simplified) ?? sign;
    kept.set(simplified, first);
    pairs.set(simplified, first);
    if (first !== sign) pairs.set(sign, first);
  }
  for (const [other, sign] of ALSO) if (words.some((word) => word.includes(sign))) pairs.set(other, sign);
  // What an earlier pair leads to must not be led on by a later one.
  pairs.set('臺', pairs.get('台') ?? '台');
  return [...pairs].map(([from, to]) => from + to).join('');
}

/** Keys of a rule under which the words of the sites stand. */
const SITE_WORDS = new Set(['text', 'heading', 'button', 'choice', 'field', 'name', 'not']);

function wordsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return SITE_WORDS.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, key));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, each]) => (name === 'say' ? [] : wordsIn(each, name))) : [];
}

/** The file as it should be. */
export function foldedSource(content: Pick<Content, 'pack' | 'help'>): string {
  return `/**
 * Made by tools/build/folded-characters.ts from the words of the rules: pairs of a character and the one it is taken for. First of each the
 * simplified one; 臺 is taken for 台.
 */
export const FOLDED_CHARACTERS =
  '${foldedCharacters(content)}';
`;
}

if (process.argv[1]?.endsWith('folded-characters.ts') === true) {
  const root = join(import.meta.dirname, '../..');
  writeFileSync(join(root, FOLDED_FILE), foldedSource(readContent(root)));
}

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import type { OfficialHosts } from '../../content-rules/schema';
import { readContent } from './rule-pack';

/** `npx tsx tools/build/confusable-characters.ts` writes the table anew; a test says when it has to be. */
export const CONFUSABLE_FILE = 'engine/address/confusable-characters.ts';

/** Unicode's own data (`confusables.txt`, Unicode 13) as `unhomoglyph` packs it: a character, and the Latin it is taken for. */
const UNICODE = createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>;

/**
 * For each letter of the official hosts: the characters taken for it that may stand in a host and that browsers do not turn into the letter
 * themselves.
 */
export function confusableCharacters({ hosts }: Pick<OfficialHosts, 'hosts'>): string {
  const letters = [...new Set(hosts.flatMap(({ host }) => [...host]).filter((letter) => /[a-z]/.test(letter)))].sort();
  const others = new Map<string, Set<string>>(letters.map((letter) => [letter, new Set()]));
  for (const [character, looks] of Object.entries(UNICODE)) {
    // What looks like i counts as looking like l, as in the skeleton.
    // A stroke through a letter is a mark of its own there, and too little to be seen.
    const latin = withoutMarks(looks).toLowerCase();
    const written = withoutMarks(character).toLowerCase();
    if ([...written].length === 1 && !/[ -~]/.test(written) && mayStandInHost(written)) others.get(latin === 'i' ? 'l' : latin)?.add(written);
  }
  return letters.map((letter) => letter + [...(others.get(letter) ?? [])].sort().join('')).join(' ');
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function mayStandInHost(character: string): boolean {
  return domainToASCII(`a${character}.tw`).startsWith('xn--') || domainToASCII(`${character}.tw`).startsWith('xn--');
}

/** The file as it should be. */
export function confusableSource(list: Pick<OfficialHosts, 'hosts'>): string {
  return `/**
 * Made by tools/build/confusable-characters.ts from Unicode's list of confusable characters: each letter of the official hosts, and behind it
 * the characters of other scripts that are taken for it.
 */
export const CONFUSABLE_CHARACTERS =
  '${confusableCharacters(list)}';
`;
}

if (process.argv[1]?.endsWith('confusable-characters.ts') === true) {
  const root = join(import.meta.dirname, '../..');
  writeFileSync(join(root, CONFUSABLE_FILE), confusableSource(readContent(root).officialHosts));
}

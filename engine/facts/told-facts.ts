import { matchesGlob } from '../glob';
import { SHAPE } from '../shape';
import type { Vocabulary } from '../vocabulary';
import type { PageFacts } from './types';

/**
 * Facts as they may leave their page: words that the rules know, and shapes. A rule finds the same in them as in the facts themselves:
 * what it compares is kept letter for letter, and what it only tells apart (the rest of a name that it knows by its beginning, where a
 * press leads) is numbered.
 */
export function toldFacts(facts: PageFacts, { texts, headings, names, addresses, rules }: Vocabulary): PageFacts {
  const ends: string[] = [];
  const ways: string[] = [];
  const numberIn = (list: string[], entry: string) => {
    if (!list.includes(entry)) list.push(entry);
    return list.indexOf(entry);
  };
  const told = (name: string, known: string) => (known === name ? name : `${known}${SHAPE}${numberIn(ends, name)}`);
  const paths = rules.flatMap(({ recognise }) => recognise.path.map((path) => path.toLowerCase()));
  return {
    ...facts,
    path: toldAddress(facts.path, paths),
    texts: facts.texts.map((text) => ({
      ...text,
      words: text.words.filter((word) => texts.in(word).includes(word)),
      whole: text.whole && told(text.whole, headings.known(text.whole)),
    })),
    controls: facts.controls.map((control) => ({
      ...control,
      name: control.name && told(control.name, names[control.role].known(control.name)),
      address: control.address && toldAddress(control.address, addresses),
      leadsTo: control.leadsTo && `${numberIn(ways, control.leadsTo)}`,
    })),
  };
}

/**
 * An address of which is left what the globs themselves say, and its slashes. It matches the same globs as before and no others, since all
 * that is left stands as it stood.
 */
export function toldAddress(address: string, globs: readonly string[]): string {
  const kept = new Set<number>();
  for (const glob of globs) {
    if (!matchesGlob(address, glob)) continue;
    const parts = glob.split('*');
    let from = 0;
    for (const [index, part] of parts.entries()) {
      const at = index === parts.length - 1 ? address.lastIndexOf(part) : address.indexOf(part, from);
      from = at + part.length;
      for (let place = at; place < from; place += 1) kept.add(place);
    }
  }
  return address.replace(/[^/*]/g, (sign, place: number) => (kept.has(place) ? sign : '\0')).replace(/\0+/g, SHAPE);
}

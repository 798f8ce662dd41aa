import type { Drill } from './drill';
import { Random } from './random';
import { STRUCTURE_DRILLS } from './structure-drills';

/** Those that leave a page as usable as it was. */
const USABLE = new Set(['controls wrapped', 'siblings reordered', 'columns swapped', 'headings as plain blocks']);

/**
 * Builds a page otherwise: nested, ordered and marked up as never before, every word in its place. Of one address always alike.
 *
 * @param replaced told which element now stands for another
 */
export function redesign(document: Document, address: URL, replaced: (old: Element, by: Element) => void): void {
  const random = new Random([...address.pathname].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0, 7));
  const { host, pathname: path } = address;
  const page = { document, target: null, replace: replaced, random, address: { host, path }, framed: false };
  for (const drill of STRUCTURE_DRILLS.filter(({ name }: Drill) => USABLE.has(name))) drill.apply(page);
}

import type { Evidence, Finder, Rule } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import type { PageFacts, Sight } from '../../engine/facts/types';
import { vocabularyOf } from '../../engine/vocabulary';
import { rule } from './facts';
import { openHtml, sightWithoutLayout } from './page';

/** Words that a test wants to be read, as a rule's evidence or as finders. */
export interface Wanted {
  all?: Evidence[];
  find?: Finder[];
}

export interface ReadHtml {
  facts: PageFacts;
  elements: Element[];
  document: Document;
  /** The `data-expect` mark of a found element, null where nothing was found. */
  markOf(found: { element: number } | null): string | null;
}

/** Opens a small page and reads it with a vocabulary of the wanted words only. */
export function readHtml(
  html: string,
  { all = [], find = [] }: Wanted,
  sight: Partial<Sight> = {},
  prepare: (document: Document) => void = () => {},
): ReadHtml {
  const { document, marks } = openHtml(`<!doctype html><html><body>${html}</body></html>`, 'https://elearn.hrd.gov.tw/x/Page.php?secret=1');
  prepare(document);
  const wanted: Rule = rule('elearn/01-home', { all }, { targets: [{ what: '', find }] });
  const vocabulary = vocabularyOf({ journey: { sites: { elearn: { host: 'elearn.hrd.gov.tw' } } } as never, rules: [wanted] }, 'elearn');
  const address = { host: 'elearn.hrd.gov.tw', path: '/x/Page.php' };
  const { facts, elements } = readFacts(document, address, vocabulary, { ...sightWithoutLayout(document), ...sight });
  return { facts, elements, document, markOf: (found) => (found === null ? null : (marks.get(elements[found.element] as Element) ?? 'unmarked')) };
}

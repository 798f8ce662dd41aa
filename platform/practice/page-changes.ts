import { breakPage } from '../../drills/break-page';
import { redesign } from '../../drills/redesign';
import { readFacts } from '../../engine/facts/read';
import { vocabularyOf } from '../../engine/vocabulary';
import { sightOf } from '../sight';
import type { PagePlayed } from './stage';

/** What a page looks like under the faults that the trainer has switched on, or as a caller has it. */
export function changePage(document: Document, page: Pick<PagePlayed, 'faults' | 'address' | 'broken' | 'guided'>, marks: Map<Element, string>) {
  const { faults, address } = page;
  breakAsSaid(document, page);
  if (faults.includes('google-first')) putGoogleFirst(document);
  if (!faults.includes('redesigned')) return;
  redesign(document, address, (old, by) => {
    const mark = marks.get(old);
    if (mark !== undefined) marks.set(by, mark);
  });
}

/** Google before 我的e政府 in each column of the login. */
function putGoogleFirst(document: Document) {
  for (const link of document.querySelectorAll('a[href*="google_login" i], a[href*="GoogleLogin"]')) {
    const column = link.parentElement;
    const [first] = column?.querySelectorAll(':scope > a, :scope > li > a') ?? [];
    if (column !== null && first !== undefined && first !== link && first.parentElement === column) column.insertBefore(link, first);
  }
}

/** As the support desk was told that a caller's page is. */
function breakAsSaid(document: Document, { broken, guided, address }: Pick<PagePlayed, 'address' | 'broken' | 'guided'>) {
  if (broken === null || guided === null) return;
  const vocabulary = vocabularyOf(guided.pack, guided.site);
  const place = { host: address.host, path: address.pathname };
  breakPage(document, broken, () => readFacts(document, place, vocabulary, sightOf(document, null, new WeakSet())));
}

import { redesign } from '../../drills/redesign';
import type { PagePlayed } from './stage';

/** What a page looks like under the faults that the trainer has switched on. */
export function changePage(document: Document, { faults, address }: Pick<PagePlayed, 'faults' | 'address'>, marks: Map<Element, string>) {
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

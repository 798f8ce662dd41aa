import type { HoursFinding } from '../../engine/hours/finding';
import { hoursReader, type ReadHours } from '../../engine/hours/read';
import { pack } from './content';
import { closePage, openHtml, sightWithoutLayout } from './page';

const read: ReadHours = hoursReader(pack.journey.hours);

/** Reads the hours of a document as it stands. */
export function hoursIn(document: Document, asks: HoursFinding['of']): HoursFinding | null {
  const sight = sightWithoutLayout(document);
  return read(document, asks, { isVisible: sight.isShown, isShown: sight.isShown, path: document.location.pathname });
}

/** Reads the hours of a page given as HTML, the line as its text: the window is gone. */
export function hoursOf(html: string, asks: HoursFinding['of'], path = '/info/10012345') {
  const { document } = openHtml(html, `https://elearn.hrd.gov.tw${path}`);
  const finding = hoursIn(document, asks);
  const told = finding?.of === 'course' ? { ...finding, line: finding.line?.textContent ?? null } : finding;
  closePage(document);
  return told;
}

import type { Frame, Page } from 'puppeteer-core';
import { documentWentAway } from '../browser/passing-errors';
import { revived } from '../browser/portable-function';

/** A line longer than this is a paragraph; nobody mistakes it for a name or a heading. */
const LONGEST = 60;

/**
 * What a person reads in a page and its frames, a line or a name a piece, for comparing with what a rule looks for. Values of fields
 * are not among them.
 */
export async function wordsOnPage(page: Page): Promise<string[]> {
  const words = await Promise.all(page.frames().map((frame) => wordsIn(frame)));
  return [...new Set(words.flat())];
}

/** Nothing where the frame has just gone, or has no body yet. */
async function wordsIn(frame: Frame): Promise<string[]> {
  try {
    return await frame.evaluate(revived(readWords), LONGEST);
  } catch (error) {
    if (documentWentAway(error)) return [];
    throw error;
  }
}

/** Runs in the page. */
function readWords(longest: number): string[] {
  const found: string[] = [];
  const add = (text: string | null) => {
    for (const line of (text ?? '').split('\n')) if (line.trim() !== '' && line.trim().length <= longest) found.push(line.replace(/\s+/g, ' ').trim());
  };
  const read = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      for (const name of ['alt', 'aria-label', 'title', 'placeholder']) add(element.getAttribute(name));
      if (element.matches('input[type=submit], input[type=button], input[type=reset]')) add(element.getAttribute('value'));
      // Several of these may stand in one line.
      if (element.matches('a, button, label, [role=button], [role=radio], [role=checkbox]')) add((element as HTMLElement).innerText);
      if (element.shadowRoot !== null) {
        for (const child of element.shadowRoot.children) add((child as HTMLElement).innerText);
        read(element.shadowRoot);
      }
    }
  };
  add(document.body?.innerText ?? '');
  read(document);
  return found;
}

import type { Page } from 'puppeteer-core';
import { readReplica } from '../../tools/site/replica-site';

/** What the page itself does with the presses it hears, so that the person stays where they are. */
const STAYS = `
  for (const type of ['click', 'auxclick']) document.addEventListener(type, (event) => event.target.closest('a') && event.preventDefault());
  document.addEventListener('submit', (event) => event.preventDefault());`;

interface EarsOptions {
  /** Pairs of words in the replica and what stands there instead. */
  change?: readonly (readonly [string, string])[];
  /** The page cancels what it hears, so that no press leads away from it. */
  stays?: boolean;
}

/**
 * A replica that listens: every press and every sent form that one of its own scripts could hear is written down, in the order
 * in which it was heard; read by `heard`. Presses of our own buttons, which every page hears as presses of our element, are left out.
 * @throws Error where a word to be changed does not stand in the replica
 */
export function listening(replica: string, { change = [], stays = true }: EarsOptions = {}): string {
  let html = readReplica(replica);
  for (const [words, instead] of change) {
    if (!html.includes(words)) throw new Error(`${replica} has no ${words}`);
    html = html.replace(words, instead);
  }
  const ears = `<script>
    window.heard = [];
    for (const type of ['click', 'auxclick', 'submit', 'inline', 'contextmenu']) {
      const hear = (event) => { if (event.target.localName !== 'register-guide') window.heard.push(type) };
      for (const at of [window, document]) at.addEventListener(type, hear, true);
    }${stays ? STAYS : ''}
  </script>`;
  return html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${ears}`);
}

interface WithEars {
  heard: string[];
}

/** What the page has heard since it was last forgotten; `nothing there` where the document is another by now. */
export function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Partial<WithEars>).heard ?? ['nothing there']);
}

export function forgetHeard(page: Page): Promise<void> {
  return page.evaluate(() => {
    (globalThis as unknown as WithEars).heard = [];
  });
}

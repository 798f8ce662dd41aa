import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walk } from '../../tools/walk/walk';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { type Neighbours, neighbours } from './support/neighbours';

const HOME = 'https://elearn.hrd.gov.tw/';
/** How often our element may be put back in a page, at most. */
const PUT_BACK_AT_MOST = 3;

interface Counted {
  overlays: number;
  moves: number;
  isDark: boolean;
}

/** Counts how often our element was put into the page, from its first moment on. Runs in the page. */
const countOverlays = () => {
  const counted = { overlays: 0 };
  (globalThis as unknown as { counted: typeof counted }).counted = counted;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeName === 'REGISTER-GUIDE') counted.overlays += 1;
  }).observe(document, { childList: true, subtree: true });
};

describe.each(BROWSERS)('in %s, with autoconsent and a darkening extension that fights for the last place', (name) => {
  let others: Neighbours;
  let opened: Opened;
  beforeAll(async () => {
    others = neighbours(name);
    opened = await openBrowser(name);
    for (const folder of others.folders) await opened.driver.browser.installExtension(folder);
  });
  afterAll(async () => {
    await opened?.close();
    others?.remove();
  });

  test('a registrant is led through all steps', async () => {
    opened.showEdition('as-in-2026');
    const person = await opened.begin(HOME);
    const darkened: boolean[] = [];
    const stops = await walk(person, {
      typed: 'CANARY77',
      onStop: async () => void darkened.push(await person.page.evaluate(() => document.documentElement.hasAttribute('data-darkreader-scheme'))),
      isEnd: ({ explained }) => explained?.page === 'elearn/12-course-centre',
    });
    expect([...new Set(stops.flatMap(({ explained }) => explained?.step ?? []))]).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const { sight, explained } of stops) expect(sight.ring === null, `${explained?.page}`).toBe(explained?.target === null);
    // They were there all the time.
    expect(darkened.length).toBeGreaterThan(10);
    expect(darkened.every((is) => is)).toBe(true);
  });

  test('our element is not put back again and again, and still lies in front', async () => {
    const person = await opened.begin(HOME);
    await person.page.evaluateOnNewDocument(countOverlays);
    await person.page.reload();
    const seen = await person.see('the ring', ({ ring, card }) => ring !== null && card !== null);
    const counted = await person.page.evaluate(
      (): Counted => ({
        overlays: (globalThis as unknown as { counted: { overlays: number } }).counted.overlays,
        moves: Number(document.documentElement.dataset.neighbourMoves),
        isDark: document.documentElement.hasAttribute('data-darkreader-scheme'),
      }),
    );
    expect(counted.isDark).toBe(true);
    expect(counted.moves).toBeGreaterThan(0);
    expect(counted.overlays).toBeGreaterThan(0);
    expect(counted.overlays).toBeLessThanOrEqual(1 + PUT_BACK_AT_MOST);
    const { x, y, width, height } = seen.card?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const front = await person.page.evaluate((left, top) => document.elementFromPoint(left, top)?.localName, x + width / 2, y + height / 2);
    expect(front).toBe('register-guide');
  });
});

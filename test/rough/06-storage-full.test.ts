import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';
import type { Sight } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { ask, journalOf, popupShows, setIn } from '../browser-support/own-page';

const HOME = 'https://elearn.hrd.gov.tw/';
const FULL = '空間可能滿了';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

/** Writes until storage takes no more, down to the last bytes. @returns what the browser said at last, or null where it took it all */
function fillUp(page: ExtensionPage, most: number): Promise<string | null> {
  return page.evaluate(async (bytes: number) => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: { set(values: object): Promise<void> } } } }).chrome.storage;
    let last: string | null = null;
    let written = 0;
    for (let size = 4_000_000, number = 0; size > 4 && written < bytes; ) {
      try {
        await local.set({ [`filler-${number}`]: 'x'.repeat(size) });
        written += size;
        number += 1;
      } catch (error) {
        last = String(error);
        size = Math.floor(size / 2);
      }
    }
    return last;
  }, most);
}

// Firefox sets this storage no limit (40 MB go in), and has no constant for one; only the disk's end is its end.
describe.each(['chromium'] as const)('in %s, storage is full', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('the popup says so, the guide goes on with what the person answers, and all of it is kept once there is room', async () => {
    const person = await opened.begin(HOME);
    await person.see('the home page', hasBoth);
    expect(await fillUp(opened.ownPage, 40_000_000)).not.toBeNull();

    const first = await person.see('the first question', ({ card }) => card?.buttons.some(({ action }) => action.startsWith('answer-')) === true);
    await person.pressOurs(first.card?.buttons ?? [], 'answer-hours-yes');
    await person.see(
      'the next question',
      ({ card }) => card?.buttons.some(({ action }) => action.startsWith('answer-')) === true && card.all !== first.card?.all,
    );
    const home = await person.see('the ring still', hasBoth);
    await person.pressRing(home);
    const next = await person.see('the next page', (sight) => hasBoth(sight) && sight.card?.title !== home.card?.title);
    expect(next.ring).not.toBeNull();
    await popupShows(opened.ownPage, 'trouble', (text) => text.includes(FULL));

    await opened.ownPage.evaluate(async () => {
      const { local } = (
        globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object>; remove(keys: string[]): Promise<void> } } } }
      ).chrome.storage;
      await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith('filler-')));
    });
    expect(await ask(opened.ownPage, { ask: 'repair' })).toBe(true);
    const { events } = await journalOf(opened.ownPage);
    expect(events.filter(({ type }) => type === 'answered')).toHaveLength(1);
    await pollUntil(
      async () => ((await opened.ownPage.evaluate(() => document.querySelector('[data-part="trouble"]') === null)) ? true : null),
      10_000,
      () => 'The popup still speaks of trouble.',
    );
  });
});

describe.each(BROWSERS)('in %s, the journal grows', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('it is added up beyond a thousand events, so that it never fills storage by itself', async () => {
    await opened.begin(HOME);
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`p:${String(index + 1001).padStart(8, '0')}:0`, { type: 'finished', step: 1 + (index % 9) }]),
    );
    await setIn(opened.ownPage, 'local', many);
    expect(await ask(opened.ownPage, { ask: 'repair' })).toBe(true);
    const stored = await opened.stored();
    expect(JSON.stringify(stored).length).toBeLessThan(200_000);
    expect((await journalOf(opened.ownPage)).events.map(({ type }) => type)).toEqual(['summed']);
    expect(stored).toMatchObject({ view: { progress: { seen: expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9]), reached: 10 } } });
  });
});

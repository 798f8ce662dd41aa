import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stop, walk } from '../../tools/walk/walk';
import { type Opened, openBrowser } from '../browser/opened';
import { journalOf } from '../browser-support/own-page';

// Chromium's worker is stopped in 01; only Firefox has an event page.
describe.each(['firefox'] as const)('in %s, the background sleeps after 100 ms', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name, { extraPreferences: { 'extensions.background.idle.timeout': 100 } });
  });
  afterAll(() => opened?.close());

  /** An event page that sleeps has no window. */
  const isAsleep = () =>
    opened.ownPage.evaluate(
      () => (globalThis as unknown as { chrome: { extension: { getBackgroundPage(): Window | null } } }).chrome.extension.getBackgroundPage() === null,
    );

  test('the whole journey, the background woken anew all the way', async () => {
    const person = await opened.begin('https://elearn.hrd.gov.tw/');
    let asleep = 0;
    const stops = await walk(person, {
      onStop: async () => {
        if (await isAsleep()) asleep += 1;
      },
      isEnd: ({ explained }: Stop) => explained?.page === 'elearn/12-course-centre',
    });
    expect([...new Set(stops.flatMap(({ explained }) => explained?.step ?? []))]).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(asleep).toBeGreaterThan(0);
    const { events, lastNumber } = await journalOf(opened.ownPage);
    const arrivals = events.flatMap((event) => (event.type === 'arrived' ? [event.page] : []));
    expect(events.length).toBe(lastNumber - (await firstNumber()) + 1);
    expect(arrivals.filter((page, index) => page === arrivals[index - 1] && events[index - 1]?.type === 'arrived')).toEqual([]);
    expect(arrivals).toContain('egov/05-success');
  });

  /** Starting over leaves one event, which has the lowest number. */
  async function firstNumber(): Promise<number> {
    const stored = await opened.stored();
    return Math.min(...Object.keys(stored).flatMap((key) => (key.startsWith('p:') ? Number(key.slice(2, 10)) : [])));
  }
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { areaOf, journalOf, place, secondCopyOf } from '../browser-support/own-page';

const TABS = 4;
const EACH = 100;

describe.each(BROWSERS)('in %s, four tabs write at once', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('400 of 400 events are kept, each once, each tab’s in its order, in both copies', async () => {
    await opened.begin('https://elearn.hrd.gov.tw/');
    const before = (await journalOf(opened.ownPage)).lastNumber;
    const tabs = await Promise.all(Array.from({ length: TABS }, () => opened.driver.openExtensionPage('popup.html')));
    const sent = tabs.map((_, tab) => Array.from({ length: EACH }, (_, index) => place('wxyz'[tab] as string, 100 + index)));
    const answers = await Promise.all(
      tabs.map((tab, index) =>
        tab.evaluate(
          // All at once, none waiting for the one before.
          (events: object[]) =>
            Promise.all(
              events.map((event) =>
                (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
                  ask: 'add',
                  event,
                }),
              ),
            ),
          sent[index] as object[],
        ),
      ),
    );
    expect(answers.flat().filter((answer) => answer === true)).toHaveLength(TABS * EACH);
    const { events, lastNumber } = await journalOf(opened.ownPage);
    const kept = events.filter((event) => event.type === 'went' && /^[wxyz]-/.test(event.place));
    expect(kept).toHaveLength(TABS * EACH);
    expect(lastNumber - before).toBe(TABS * EACH);
    for (const [tab, own] of sent.entries()) expect(kept.filter((event) => 'place' in event && event.place.startsWith(`${'wxyz'[tab]}-`))).toEqual(own);
    const { view, ...records } = await areaOf(opened.ownPage, 'local');
    expect(await secondCopyOf(opened.ownPage)).toEqual(records);
  });
});

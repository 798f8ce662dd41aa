import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import { Person, type Sight } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { ask, journalOf, popupShows, pressInPopup } from '../browser-support/own-page';
import { type KeptBrowser, keepBrowser } from './support/kept-browser';

const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s, a tab is thrown out of memory', (name) => {
  let opened: Opened | undefined;
  afterAll(() => opened?.close());

  test('brought to the front again it is guided as before', async () => {
    opened = await openBrowser(name);
    const { driver, ownPage } = opened;
    const person = await opened.begin(QUESTION, { events: finished(3) });
    const before = await person.see('the question', hasBoth);
    await ownPage.page.bringToFront();
    const count = await ownPage.evaluate(async () => {
      interface Tab {
        id: number;
        url?: string;
        discarded: boolean;
      }
      const { tabs } = (
        globalThis as unknown as {
          chrome: { tabs: { query(q: object): Promise<Tab[]>; discard(id: number): Promise<unknown>; update(id: number, to: object): Promise<unknown> } };
        }
      ).chrome;
      const [tab] = await tabs.query({ url: 'https://elearn.hrd.gov.tw/*' });
      if (tab === undefined) return 0;
      await tabs.discard(tab.id);
      const discarded = (await tabs.query({})).filter((each) => each.discarded);
      await Promise.all(discarded.map(({ id }) => tabs.update(id, { active: true })));
      return discarded.length;
    });
    expect(count).toBe(1);
    const page = await pollUntil(
      async () => (await driver.pages()).find((each) => each.url() === QUESTION) ?? null,
      15_000,
      () => 'The tab did not come back.',
    );
    const after = await new Person(driver, page, ownPage).see('the question again', hasBoth);
    expect(after.card?.title).toBe(before.card?.title);
    const { events } = await journalOf(ownPage);
    expect(events.filter((event) => event.type === 'arrived')).toHaveLength(1);
  });
});

// Firefox brings no tabs back into a browser that is driven; there the same script starts in every page that loads.
describe.each(['chromium'] as const)('in %s, the session is restored', (name) => {
  let kept: KeptBrowser;
  afterEach(() => kept?.end());

  test('a tab that was there before the extension is offered to be loaded anew; progress is where it was', async () => {
    kept = await keepBrowser(name, { extraPreferences: { 'session.restore_on_startup': 1 } });
    const before = await kept.start();
    for (const event of finished(3)) await ask(before.ownPage, { ask: 'add', event });
    const person = await before.visit(QUESTION);
    const seen = await person.see('the question', hasBoth);
    await before.close();

    const after = await kept.start({ extraArguments: ['--restore-last-session'] });
    const page = await pollUntil(
      async () => (await after.driver.pages()).find((each) => each.url() === QUESTION) ?? null,
      15_000,
      () => 'The tab was not restored.',
    );
    await page.bringToFront();
    const restored = new Person(after.driver, page, after.ownPage);
    const where = await popupShows(after.ownPage, 'where', (text) => text.includes('請重新整理這個分頁') || text.includes('現在在'));
    if (where.includes('請重新整理')) await pressInPopup(after.ownPage, '[data-action="reload"]');
    const again = await restored.see('the question again', hasBoth);
    expect(again.card?.title).toBe(seen.card?.title);
  });
});

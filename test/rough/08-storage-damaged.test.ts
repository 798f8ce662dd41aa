import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Journal, parseJournal } from '../../platform/journal';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import type { BrowserName } from '../../tools/browser/find-browser';
import { pollUntil } from '../../tools/browser/poll-until';
import type { Sight } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { areaOf, ask, clearArea, journalOf, popupShows, secondCopyOf, setIn } from '../browser-support/own-page';
import { DAMAGES, type Damage, secondCopyFiles, storageFiles } from './support/damage';
import { type KeptBrowser, keepBrowser } from './support/kept-browser';

const HOME = 'https://elearn.hrd.gov.tw/';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;
const MADE = [...finished(4), { type: 'answered', question: 'hours', answer: 'yes' }] as const;

/** The journal, once the page that is open stands in it. */
function arrivedIn(page: ExtensionPage): Promise<Journal> {
  return pollUntil(
    async () => {
      const journal = await journalOf(page);
      return journal.events.some(({ type }) => type === 'arrived') ? journal : null;
    },
    15_000,
    () => 'The page did not become an arrival.',
  );
}

/** Makes a journey of five events and an English card, ends the browser, damages what is wanted, and starts it again. */
async function damaged(kept: KeptBrowser, damage: (profile: string) => void) {
  const before = await kept.start();
  for (const event of MADE) expect(await ask(before.ownPage, { ask: 'add', event })).toBe(true);
  expect(await ask(before.ownPage, { ask: 'change', settings: { language: 'en' } })).toBe(true);
  await before.close();
  damage(kept.profile);
  return kept.start();
}

/** The journal from all places where it may lie: Chromium never opens a storage again whose manifest is gone. */
async function everythingKept(page: ExtensionPage): Promise<Journal> {
  const first = await areaOf(page, 'local').catch(() => ({}));
  const { unkept } = await areaOf(page, 'session');
  return parseJournal({ ...(await secondCopyOf(page)), ...first, ...(unkept as object | undefined) });
}

describe.each(BROWSERS)('in %s, the files of storage are damaged while it does not run', (name) => {
  let kept: KeptBrowser;
  afterEach(() => kept?.end());

  test.each(Object.entries(DAMAGES[name as BrowserName]))(
    '%s: the second copy takes over, nothing is lost or doubled, the guide goes on',
    async (_, damage: Damage) => {
      kept = await keepBrowser(name);
      const after = await damaged(kept, (profile) => {
        const files = storageFiles(name, profile);
        expect(files.length).toBeGreaterThan(0);
        damage(files);
      });
      expect(await ask(after.ownPage, { ask: 'repair' })).toBe(true);
      const person = await after.visit(HOME);
      const sight = await person.see('the guide, in English', (seen) => hasBoth(seen) && /step/i.test(seen.card?.title ?? ''));
      expect(sight.card?.all).not.toMatch(/Do you need/);
      await popupShows(after.ownPage, 'steps', (text) => text.includes('you are here'));
      expect(await after.ownPage.evaluate(() => document.querySelector('[data-state="here"]')?.getAttribute('data-step'))).toBe('1');
      const types = (await everythingKept(after.ownPage)).events.map(({ type }) => type);
      expect(types.filter((type) => type === 'finished')).toHaveLength(4);
      expect(types.filter((type) => type === 'answered')).toHaveLength(1);
    },
  );

  test('the second copy is dead, too: the guide goes on without memory, and the popup opens', async () => {
    kept = await keepBrowser(name);
    const after = await damaged(kept, (profile) => {
      const ends = name === 'chromium' ? 'CURRENT names nothing' : 'databases empty';
      for (const files of [storageFiles(name, profile), secondCopyFiles(name, profile)]) {
        expect(files.length).toBeGreaterThan(0);
        DAMAGES[name as BrowserName][ends]?.(files);
      }
    });
    const person = await after.visit(HOME);
    await person.see('the guide, as at first', (seen) => hasBoth(seen) && seen.card?.title.includes('第 1 步') === true);
    await popupShows(after.ownPage, 'steps', (text) => text.includes('您在這裡') || text.length > 20);
  });
});

describe.each(BROWSERS)('in %s, what is stored is wrong while it runs', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('emptied: everything comes back before the next event', async () => {
    const person = await opened.begin(HOME, { events: MADE, settings: { muted: ['facebook'] } });
    const card = await person.see('the home page', hasBoth);
    const before = await arrivedIn(opened.ownPage);
    await clearArea(opened.ownPage, 'local');
    expect(await ask(opened.ownPage, { ask: 'add', event: { type: 'finished', step: 5 } })).toBe(true);
    const after = await journalOf(opened.ownPage);
    expect(after.events).toEqual([...before.events, { type: 'finished', step: 5 }]);
    expect(after.settings).toEqual(before.settings);
    expect((await person.see('the guide', hasBoth)).card?.title).toBe(card.card?.title);
  });

  test('from a future version: set aside as it was, told of, and the guide goes on with what it knows', async () => {
    const future = { type: 'dreamt', step: 4, of: 'sheep' };
    const settings = { version: 9, language: 'zh-TW', voice: 'soft' };
    const person = await opened.begin(HOME, { events: MADE });
    await person.see('the home page', hasBoth);
    const { lastNumber } = await arrivedIn(opened.ownPage);
    const key = `p:${String(lastNumber + 1).padStart(8, '0')}:4`;
    await setIn(opened.ownPage, 'local', { [key]: future, settings });
    expect(await ask(opened.ownPage, { ask: 'add', event: { type: 'finished', step: 5 } })).toBe(true);
    const stored = await opened.stored();
    expect(stored).toMatchObject({ [`set-aside:${key}`]: future, 'set-aside:settings': settings });
    expect(stored).not.toHaveProperty([key]);
    expect((await journalOf(opened.ownPage)).events.filter(({ type }) => type === 'finished')).toHaveLength(5);
    await popupShows(opened.ownPage, 'set-aside', (text) => text.includes('舊紀錄'));
    await person.page.reload();
    await person.see('the guide', hasBoth);
  });

  test('half of the records gone from the middle: they come back', async () => {
    await opened.begin(HOME, { events: MADE });
    const before = (await arrivedIn(opened.ownPage)).events;
    await opened.ownPage.evaluate(async () => {
      const { local } = (
        globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object>; remove(keys: string[]): Promise<void> } } } }
      ).chrome.storage;
      const keys = Object.keys(await local.get(null))
        .filter((key) => key.startsWith('p:'))
        .sort();
      await local.remove(keys.filter((_, index) => index % 2 === 1));
    });
    expect(await ask(opened.ownPage, { ask: 'repair' })).toBe(true);
    expect((await journalOf(opened.ownPage)).events).toEqual(before);
  });
});

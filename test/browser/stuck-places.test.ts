import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';
import { Person, type Sight } from '../../tools/walk/person';
import { areaOf, secondCopyOf } from '../browser-support/own-page';
import { stopWorker } from '../rough/support/background-worker';
import { allowInPrivateWindows, setForExtension } from '../rough/support/extension-settings';
import { BROWSERS, builtExtension, finished, type Opened, openBrowser } from './opened';

const SUCCESS = 'https://www.cp.gov.tw/portal/person/initial/registrysuccess.aspx';
const FRONT = 'https://www.cp.gov.tw/';
const RELOAD = '請重新整理本頁';
/** What the person has to do about a mail that has not come; the names of its buttons are those of stuck/step-09.yaml. */
const CAUSE = 'stuck-no-mail-yet';

const has = (sight: Sight, action: string) => sight.card?.buttons.some((button) => button.action === action) === true;

async function press(person: Person, action: string): Promise<Sight> {
  const sight = await person.see(`the button ${action}`, (seen) => has(seen, action));
  await person.pressOurs(sight.card?.buttons ?? [], action);
  return sight;
}

/** 「我卡住了」, three causes, the first of them, and its way back. */
async function walkThePanel(person: Person, before: () => Promise<void> = async () => undefined): Promise<void> {
  await person.see('the card', (sight) => has(sight, 'stuck'));
  await before();
  await press(person, 'stuck');
  const { card } = await person.see('the causes', (sight) => has(sight, CAUSE));
  expect(card?.buttons.filter(({ action }) => /^stuck-(?!close)/.test(action)).length).toBeGreaterThanOrEqual(4);
  await press(person, CAUSE);
  await person.see('what to do and whom to call', ({ card: shown }) => shown?.all.includes('02-2192-7111') === true);
  await before();
  await press(person, 'begin');
  await person.see('the way back', (sight) => has(sight, 'leave') && sight.card?.all.includes('正在處理') === true);
}

describe.each(BROWSERS)('「我卡住了」 while the background sleeps, in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    // An event page that has nothing to do sleeps at once; a worker is stopped by hand.
    const sleepy = name === 'firefox' ? { extraPreferences: { 'extensions.background.idle.timeout': 100 } } : {};
    opened = await openBrowser(name, sleepy);
  });
  afterAll(() => opened?.close());

  /** Until nobody is there who could answer. */
  const asleep = () =>
    pollUntil(
      async () => {
        if (name === 'chromium') return (await stopWorker(opened.driver)) || null;
        const hasWindow = await opened.ownPage.evaluate(
          () => (globalThis as unknown as { chrome: { extension: { getBackgroundPage(): Window | null } } }).chrome.extension.getBackgroundPage() !== null,
        );
        return hasWindow ? null : true;
      },
      15_000,
      () => 'The background does not go to sleep.',
    ).then(() => undefined);

  test('it is woken: the panel, and the way back that begins in it', async () => {
    await walkThePanel(await opened.begin(SUCCESS, { events: finished(8) }), asleep);
  });
});

describe.each(BROWSERS)('「我卡住了」 in a private window, in %s', (name) => {
  let opened: Opened;
  let ownPage: ExtensionPage;
  beforeAll(async () => {
    opened = await openBrowser(name);
    await (name === 'chromium' ? setForExtension(opened.driver, { incognitoAccess: true }) : allowInPrivateWindows(opened.driver));
    // The browser loads the extension anew for it, and closes its pages.
    ownPage = await opened.driver.openExtensionPage('popup.html');
  });
  afterAll(() => opened?.close());

  test('it says the same, and its way back is in memory alone', async () => {
    const kept = async () => JSON.stringify([await areaOf(ownPage, 'local'), await secondCopyOf(ownPage)]);
    const before = await kept();
    const known = new Set(await opened.driver.pages());
    await ownPage.evaluate(
      (url: string) =>
        (globalThis as unknown as { chrome: { windows: { create(window: object): Promise<unknown> } } }).chrome.windows
          .create({ incognito: true, url })
          .then(() => undefined),
      SUCCESS,
    );
    const page = await pollUntil(
      async () => (await opened.driver.pages()).find((each) => !known.has(each) && each.url().startsWith(FRONT)) ?? null,
      15_000,
      () => 'No private window opened.',
    );
    await walkThePanel(new Person(opened.driver, page, ownPage));
    expect(await kept()).toBe(before);
    expect(JSON.stringify((await areaOf(ownPage, 'session')).private)).toContain('"no-mail"');
  });
});

describe('「我卡住了」 in a page whose extension was updated', () => {
  let opened: Opened;
  const begin = () => opened.begin(SUCCESS, { events: finished(8) });
  const update = () => opened.driver.browser.installExtension(builtExtension(opened.driver.name)).then(() => undefined);

  /** One line that says what to do, and no button that could do nothing. */
  const seeTheNote = async (person: Person) => {
    const { card, ring } = await person.see('the note', (sight) => sight.card?.all.includes(RELOAD) === true);
    expect(card?.buttons).toEqual([]);
    expect(ring).toBeNull();
  };

  // Chromium leaves the old script in the page; Firefox puts a new one in its place.
  describe('in chromium', () => {
    beforeEach(async () => {
      opened = await openBrowser('chromium');
      return () => opened.close();
    });

    test.each([
      ['on the card', []],
      ['with the causes open', ['stuck']],
      ['with an answer open', ['stuck', CAUSE]],
    ])('whatever is pressed, %s, says to load the page anew; then it works', async (_, path) => {
      const person = await begin();
      for (const action of path) await press(person, action);
      const next = ['stuck', CAUSE, 'begin'][path.length] as string;
      await person.see('the next button', (sight) => has(sight, next));
      await update();
      await press(person, next);
      await seeTheNote(person);
      await person.page.reload();
      await walkThePanel(person);
    });
  });

  describe('in firefox', () => {
    beforeAll(async () => {
      opened = await openBrowser('firefox');
    });
    afterAll(() => opened?.close());

    test('the panel that was open is gone with its script, and the new card’s works', async () => {
      const person = await begin();
      await press(person, 'stuck');
      await person.see('the causes', (sight) => has(sight, CAUSE));
      await update();
      await person.see('the card of the new script', (sight) => has(sight, 'stuck'));
      expect(await person.page.evaluate(() => document.querySelectorAll('html > register-guide').length)).toBe(1);
      await walkThePanel(person);
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';
import { Person, type Sight } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { partOf, press, waitFor } from '../browser/own-pages';
import { areaOf, ask, secondCopyOf } from '../browser-support/own-page';
import { allowInPrivateWindows, setForExtension } from './support/extension-settings';

const HOME = 'https://elearn.hrd.gov.tw/';
const CHOOSER = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s, the person uses a private window', (name) => {
  let opened: Opened;
  let ownPage: ExtensionPage;
  beforeAll(async () => {
    opened = await openBrowser(name);
    await (name === 'chromium' ? setForExtension(opened.driver, { incognitoAccess: true }) : allowInPrivateWindows(opened.driver));
    // The browser loads the extension anew for it, and closes its pages.
    ownPage = await opened.driver.openExtensionPage('popup.html');
  });
  afterAll(() => opened?.close());

  /** Opens a private window at an address. */
  async function openPrivate(address: string): Promise<Person> {
    const before = new Set(await opened.driver.pages());
    await ownPage.evaluate(
      (url: string) =>
        (globalThis as unknown as { chrome: { windows: { create(window: object): Promise<unknown> } } }).chrome.windows
          .create({ incognito: true, url })
          .then(() => undefined),
      address,
    );
    const page = await pollUntil(
      async () => (await opened.driver.pages()).find((each) => !before.has(each) && each.url().startsWith(new URL(address).origin)) ?? null,
      15_000,
      () => 'No private window opened.',
    );
    return new Person(opened.driver, page, ownPage);
  }

  test('the guide leads there by a journey of its own, and nothing of it is stored, in neither copy', async () => {
    for (const event of finished(9)) await ask(ownPage, { ask: 'add', event });
    const kept = async () => JSON.stringify([await areaOf(ownPage, 'local'), await secondCopyOf(ownPage)]);
    const before = await kept();

    const person = await openPrivate(HOME);
    const home = await person.see('the home page, as at first', (sight) => hasBoth(sight) && sight.card?.title.includes('第 1 步') === true);
    await person.pressOurs(home.card?.buttons ?? [], 'answer-hours-yes');
    await person.see('the next question', ({ card }) => card !== null && card.all !== home.card?.all);
    await person.page.goto(CHOOSER);
    await person.see('the chooser', (sight) => hasBoth(sight) && sight.card?.title.includes('第 2 步') === true);
    expect(await kept()).toBe(before);
    const inMemory = await areaOf(ownPage, 'session');
    expect(inMemory).toMatchObject({ private: { view: { progress: { here: 2, reached: 2 } } } });

    await person.page.close();
    await pollUntil(
      async () => ('private' in (await areaOf(ownPage, 'session')) ? null : true),
      10_000,
      () => 'The journey of the private window is still in memory.',
    );
    expect(await kept()).toBe(before);
  });

  test('「換下一位」 clears its journey, too, and nothing of it is stored', async () => {
    const person = await openPrivate(HOME);
    const home = await person.see('the home page', hasBoth);
    await person.pressOurs(home.card?.buttons ?? [], 'answer-hours-yes');
    await person.page.goto(CHOOSER);
    await person.see('the chooser', (sight) => hasBoth(sight) && sight.card?.title.includes('第 2 步') === true);
    const inMemory = async () => (await areaOf(ownPage, 'session')).private as { view: { progress: { here: number; answers: { hours: string } } } };
    expect((await inMemory()).view.progress).toMatchObject({ here: 2, answers: { hours: 'yes' } });

    const { page: trainer } = await opened.driver.openExtensionPage('trainer.html');
    await press(trainer, '[data-action=next-person]');
    await waitFor('it asks', async () => (await partOf(trainer, 'next-person', 'state')) === 'asking');
    await press(trainer, '[data-action=next-person-yes]');
    await waitFor('it is done', async () => (await partOf(trainer, 'next-person', 'state')) === 'done');
    expect((await inMemory()).view.progress).toMatchObject({ here: 0, answers: { hours: 'unsaid' } });
    const events = Object.entries(await areaOf(ownPage, 'local')).filter(([key]) => key.startsWith('p:'));
    expect(events.map(([, event]) => event)).toEqual([{ type: 'restarted' }]);
    await person.page.close();
  });
});

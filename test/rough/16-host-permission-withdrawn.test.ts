import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sight } from '../../tools/walk/person';
import { type Opened, openBrowser } from '../browser/opened';
import { popupShows, pressInPopup } from '../browser-support/own-page';

const HOME = 'https://elearn.hrd.gov.tw/';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

// Chromium does not let a required host be taken back this way; its switch for site access is 17.
describe.each(['firefox'] as const)('in %s, the permission for the sites is withdrawn', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    // The browser's own question cannot be pressed here: it is answered by yes.
    opened = await openBrowser(name, { extraPreferences: { 'extensions.webextOptionalPermissionPrompts': false } });
  });
  afterAll(() => opened?.close());

  test('the popup offers to allow it; allowed, it offers to load the page anew; loaded, the guide is there', async () => {
    const { ownPage } = opened;
    const person = await opened.begin(HOME);
    await person.see('the guide', hasBoth);
    const origins = ['elearn.hrd.gov.tw', 'www.cp.gov.tw', 'www.gov.tw'].map((host) => `https://${host}/*`);
    await ownPage.evaluate(
      (asked: string[]) =>
        (globalThis as unknown as { browser: { permissions: { remove(p: object): Promise<boolean> } } }).browser.permissions.remove({ origins: asked }),
      origins,
    );
    await person.page.reload();
    await popupShows(ownPage, 'where', (text) => text.includes('還沒允許'));
    expect(await opened.driver.overlays(person.page)).toEqual([]);

    await ownPage.page.bringToFront();
    const button = await ownPage.page.waitForSelector('[data-action="allow"]');
    await button?.click();
    await popupShows(ownPage, 'where', (text) => !text.includes('還沒允許'));
    await person.page.bringToFront();
    await popupShows(ownPage, 'where', (text) => text.includes('請重新整理這個分頁') || text.includes('現在在'));
    if ((await opened.driver.overlays(person.page)).length === 0) await pressInPopup(ownPage, '[data-action="reload"]');
    await person.see('the guide again', hasBoth);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sight } from '../../tools/walk/person';
import { Person } from '../../tools/walk/person';
import { BROWSERS, builtExtension, type Opened, openBrowser } from '../browser/opened';
import { popupShows, pressInPopup } from '../browser-support/own-page';

const HOME = 'https://elearn.hrd.gov.tw/';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s, the extension is installed while a page of the sites is open', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('the page is guided at once, or the popup says that it has to be loaded anew and does so at a press', async () => {
    const { driver } = opened;
    await driver.browser.uninstallExtension(name === 'chromium' ? new URL(driver.extensionOrigin).host : 'register-guide@guide.example');
    const page = await driver.newPage();
    await page.goto(HOME);
    await page.bringToFront();
    expect(await page.evaluate(() => document.querySelectorAll('register-guide').length)).toBe(0);
    await driver.browser.installExtension(builtExtension(name));

    const popup = await driver.openExtensionPage('popup.html');
    const person = new Person(driver, page, popup);
    await page.bringToFront();
    if (name === 'chromium') {
      // Chromium starts nothing in open pages.
      await popupShows(popup, 'where', (text) => text.includes('請重新整理這個分頁'));
      await pressInPopup(popup, '[data-action="reload"]');
    }
    await person.see('the guide', hasBoth);
    await popupShows(popup, 'where', (text) => text.includes('現在在'));
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sight } from '../../tools/walk/person';
import { type Opened, openBrowser } from '../browser/opened';
import { popupShows, pressInPopup } from '../browser-support/own-page';
import { setForExtension } from './support/extension-settings';

const HOME = 'https://elearn.hrd.gov.tw/';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

// Firefox has no such switch; there the permission itself is taken back, see 16.
describe.each(['chromium'] as const)('in %s, site access is set to "on click"', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('the popup says that the browser does not allow it and offers to ask; given back, it offers to load the page anew', async () => {
    const person = await opened.begin(HOME);
    await person.see('the guide', hasBoth);
    await setForExtension(opened.driver, { hostAccess: 'ON_CLICK' });
    await person.page.reload();
    await person.page.bringToFront();
    await popupShows(opened.ownPage, 'where', (text) => text.includes('還沒允許'));
    expect(await opened.driver.overlays(person.page)).toEqual([]);
    expect(await opened.ownPage.evaluate(() => document.querySelector('[data-action="allow"]') !== null)).toBe(true);

    await setForExtension(opened.driver, { hostAccess: 'ON_ALL_SITES' });
    await person.page.bringToFront();
    await popupShows(opened.ownPage, 'where', (text) => text.includes('請重新整理這個分頁') || text.includes('現在在'));
    if ((await opened.driver.overlays(person.page)).length === 0) await pressInPopup(opened.ownPage, '[data-action="reload"]');
    await person.see('the guide again', hasBoth);
  });
});

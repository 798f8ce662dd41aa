import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import { pressToolbarButton } from '../../tools/browser/press-toolbar-button';
import { GUIDED_HOSTS } from '../../tools/browser/site-server';
import { areaOf, secondCopyOf } from '../browser-support/own-page';
import { BROWSERS, type Opened, openBrowser } from './opened';

const OFFICIAL = 'https://elearn.hrd.gov.tw/';
const IMITATION = 'elearn.hrd.gov.tw.evil.example';
const SOMEBODY = 'shop.example';
/** Would be seen wherever it is kept or sent. */
const SECRET = 'Zq7secret';

describe.each(BROWSERS)('the check of an address in %s', (name) => {
  let opened: Opened;
  const asked: string[] = [];
  beforeAll(async () => {
    opened = await openBrowser(name, { hosts: [...GUIDED_HOSTS, IMITATION, SOMEBODY] });
  });
  afterAll(() => opened?.close());
  beforeEach(async () => {
    const page = ({ host, path }: { host: string; path: string }) => {
      asked.push(`${host}${path}`);
      return { body: '<!doctype html><title>-</title><h1>登入</h1>' };
    };
    opened.serve({ [`${IMITATION}/`]: page, [`${IMITATION}/${SECRET}`]: page, [`${SOMEBODY}/`]: page });
    await opened.begin(OFFICIAL);
    asked.length = 0;
  });

  const textOf = (page: Page, part: string) =>
    page.evaluate((wanted) => document.querySelector(`[data-part="${wanted}"]`)?.textContent ?? null, part).catch(() => null);
  const shows = (page: Page, part: string, isWanted: (text: string | null) => boolean) => {
    let last: string | null = null;
    return pollUntil(
      async () => {
        last = await textOf(page, part);
        return isWanted(last) ? { text: last } : null;
      },
      15_000,
      () => `${part} of the popup says: ${last}`,
    );
  };

  /** Opens an address in a tab and presses the toolbar's button over it. */
  async function callUpOver(address: string): Promise<{ tab: Page; popup: Page }> {
    const tab = opened.person.page;
    await tab.goto(address);
    await pressToolbarButton(opened.driver, tab);
    if (name === 'firefox') {
      // Its own popup cannot be reached; the same page in a tab behind looks at the tab in front once more.
      await opened.ownPage.page.bringToFront();
      await tab.bringToFront();
      return { tab, popup: opened.ownPage.page };
    }
    const popup = await pollUntil(
      async () => {
        // It is no tab: the list of tabs has it not.
        const own = opened.ownPage.page.target();
        const target = opened.driver.browser.targets().find((each) => each.url().endsWith('/popup.html') && each !== own);
        return target === undefined ? null : target.asPage();
      },
      10_000,
      () => 'No popup has opened.',
    );
    return { tab, popup };
  }

  test('an imitation in front is told first of all, once the person calls us up over it, and the way out leads to the official site', async () => {
    const { person, ownPage } = opened;
    await person.page.goto(`https://${IMITATION}/`);
    await shows(ownPage.page, 'where', (text) => text?.includes('這兩個網站') === true);
    // Before that the browser does not tell the address.
    expect(await textOf(ownPage.page, 'imitation')).toBeNull();
    expect(await textOf(ownPage.page, 'address-in-front')).toBeNull();

    const { tab, popup } = await callUpOver(`https://${IMITATION}/`);
    const { text } = await shows(popup, 'imitation', (said) => said !== null);
    expect(text).toContain('這不是官方網站');
    expect(text).toContain(`您現在在 ${IMITATION}，官方是 elearn.hrd.gov.tw。`);
    expect(text).toContain('請不要填帳號、密碼、身分證字號。');
    expect(text).toContain('165');
    expect(await textOf(popup, 'status')).toMatch(/^這不是官方網站 /);
    expect(await popup.evaluate(() => document.querySelector('main')?.firstElementChild?.getAttribute('data-part'))).toBe('imitation');

    await popup.evaluate(() => document.querySelector<HTMLElement>('[data-part="imitation"] [data-action="open-official"]')?.click());
    await pollUntil(
      async () => (tab.url() === OFFICIAL ? true : null),
      10_000,
      () => `The tab is at ${tab.url()}`,
    );
  });

  test('one may stay, and is not told again while the popup is open', async () => {
    const { tab, popup } = await callUpOver(`https://${IMITATION}/`);
    await shows(popup, 'imitation', (said) => said !== null);
    await popup.evaluate(() => document.querySelector<HTMLElement>('[data-action="stay"]')?.click());
    if (name === 'firefox') await shows(popup, 'imitation', (said) => said === null);
    else
      await pollUntil(
        async () => (popup.isClosed() ? true : null),
        10_000,
        () => 'The popup is still open.',
      );
    expect(tab.url()).toBe(`https://${IMITATION}/`);
  });

  test('somebody’s own site is not accused; a guided one is right', async () => {
    const elsewhere = await callUpOver(`https://${SOMEBODY}/`);
    const { text } = await shows(elsewhere.popup, 'address-in-front', (said) => said !== null);
    expect(text).toContain(`不確定：${SOMEBODY}`);
    expect(await textOf(elsewhere.popup, 'imitation')).toBeNull();
    const guided = await callUpOver(OFFICIAL);
    await shows(guided.popup, 'address-in-front', (said) => said?.includes('網址正確：elearn.hrd.gov.tw') === true);
    await shows(guided.popup, 'where', (said) => said?.includes('網址正確：elearn.hrd.gov.tw') === true);
  });

  /** Opens the box by keys, from its heading on, and types. A paste of several lines comes as one piece, as from the clipboard. */
  async function paste(text: string): Promise<Page> {
    const { page } = opened.ownPage;
    await page.bringToFront();
    await page.waitForSelector('[data-part="address-check"]');
    await page.evaluate(() => {
      const box = document.querySelector('[data-part="address-check"]') as HTMLDetailsElement;
      box.open = false;
      box.querySelector<HTMLTextAreaElement>('textarea')?.form?.reset();
      box.querySelector('summary')?.focus();
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('address-box');
    await page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
    await page.keyboard.press('Enter');
    return page;
  }

  test('a pasted link is judged by keyboard alone, and told to screen readers', async () => {
    const page = await paste(`您好，請點 https://${IMITATION}/${SECRET}?id=${SECRET}#${SECRET} 登入`);
    await shows(page, 'address-verdict', (said) => said?.includes(`這個網址是 ${IMITATION}，官方是 elearn.hrd.gov.tw。`) === true);
    expect(await textOf(page, 'address-status')).toMatch(/^這不是官方網站 這個網址是/);
    expect(await page.evaluate(() => document.querySelector('[data-part="address-status"]')?.getAttribute('role'))).toBe('status');
    const focused: (string | null | undefined)[] = [];
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press('Tab');
      focused.push(await page.evaluate(() => document.activeElement?.getAttribute('data-action')));
    }
    expect(focused).toEqual(['check-address', 'clear-address', 'open-official']);
    // Another text is not judged by the old verdict.
    await page.focus('textarea');
    await page.keyboard.type('x');
    await shows(page, 'address-verdict', (said) => said === null);
  });

  test('nothing of it is opened, kept or drawn as anything but text', async () => {
    const { ownPage } = opened;
    const page = await paste(`<img src=x onerror="document.title='${SECRET}'"> https://${IMITATION}/${SECRET}?id=${SECRET}`);
    await shows(page, 'address-verdict', (said) => said !== null);
    expect(await page.evaluate(() => document.querySelector('[data-part="address-check"] img') !== null)).toBe(false);
    // The tab is left for another and comes back: whatever would be written late has been written.
    await opened.person.page.bringToFront();
    await opened.person.see('the guide', ({ card }) => card !== null);
    const drawn = await page.evaluate(() => `${document.title} ${document.documentElement.outerHTML} ${location.href}`);
    const kept = JSON.stringify([await areaOf(ownPage, 'local'), await areaOf(ownPage, 'session'), await secondCopyOf(ownPage)]);
    for (const place of [drawn, kept]) expect(place).not.toContain(SECRET);
    expect(kept).not.toContain('evil');
    expect(asked).toEqual([]);

    const again = await opened.driver.openExtensionPage('popup.html');
    await again.page.waitForSelector('textarea');
    expect(await again.evaluate(() => (document.querySelector('textarea') as HTMLTextAreaElement).value)).toBe('');
    await again.page.close();
  });

  test('in English, and all three outcomes', async () => {
    await opened.begin(OFFICIAL, { settings: { language: 'en' } });
    await shows(opened.ownPage.page, 'address-check', (said) => said?.includes('Is this the official site?') === true);
    const said = async (text: string) => {
      const page = await paste(text);
      return (await shows(page, 'address-verdict', (shown) => shown !== null)).text;
    };
    expect(await said('elearn.hrd.gov.tw/mooc')).toContain('The address is right: elearn.hrd.gov.tw');
    expect(await said('https://elearn-hrd.com/')).toContain('This is not the official site');
    expect(await said('https://www.nhi.gov.tw/')).toContain('Not sure: www.nhi.gov.tw');
    expect(await said('https://elearn.hrd.gov.tw\n@evil.example')).toContain('This address is evil.example');
  });
});

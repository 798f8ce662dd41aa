import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popupShows } from '../browser-support/own-page';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const HOME = 'https://elearn.hrd.gov.tw/';
const EGOV = 'https://www.cp.gov.tw/';

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test.each([HOME, EGOV])('who has registered and comes back at %s begins with the mail, and goes on when it is there', async (address) => {
    const person = await opened.begin(address, { events: finished(8) });
    const first = await person.see('the mail', ({ card, ring }) => ring === null && card?.title.includes('收信') === true);
    expect(first.card?.title).toContain('第 9 步');
    expect(first.card?.text).toContain('註冊成功通知信');
    await popupShows(opened.ownPage, 'next', (text) => text.includes('註冊成功通知信'));
    await person.pressOurs(first.card?.buttons ?? [], 'mail-not-yet');
    const late = await person.see('what to do', ({ card }) => card?.all.includes('先等 10 分鐘') === true);
    expect(late.card?.all).toContain('02-2192-7111');
    // Another tab, as after closing the browser.
    const other = await opened.driver.newPage();
    await other.goto(address === HOME ? EGOV : HOME);
    await other.bringToFront();
    const again = await person.see('the mail in the other tab', ({ card, address: at }) => at !== address && card?.title.includes('收信') === true);
    await person.pressOurs(again.card?.buttons ?? [], 'mail-came');
    const next = await person.see('the next step', ({ card }) => card !== null && !card.title.includes('收信'));
    expect(next.card?.title).toContain('第 10 步');
  });
});

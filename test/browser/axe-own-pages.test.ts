import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode } from '../../support/encode';
import { PAGE_TABLE } from '../../support/page-table';
import { axeOn } from '../browser-support/axe';
import { NOTHING_SAID } from '../support/code-parts';
import { BROWSERS_OF_LONG_TESTS, finished, type Opened, openBrowser } from './opened';
import { press, waitFor } from './own-pages';

const CODE = encode({
  edition: PAGE_TABLE.editions.length,
  kind: 'degraded',
  reason: 'covered',
  page: 'elearn/01-home',
  spot: 1,
  step: null,
  failed: [],
  answers: NOTHING_SAID,
  visit: 'first',
  recovery: null,
});

/** Types a code, and waits for what is known of the caller. */
async function readCode(page: Page): Promise<void> {
  await page.type('#code', CODE.join(' '));
  await press(page, '[data-action=look-up]');
  await waitFor('the page is played', () => page.evaluate(() => document.querySelector<HTMLElement>('[data-part=sight]')?.dataset.same === 'true'));
}

/** Each page of ours, and what shows the parts of it that are not there at first. */
const PAGES: [string, (page: Page) => Promise<void>][] = [
  ['popup.html', async () => undefined],
  ['options.html', async () => undefined],
  ['prepare.html', async () => undefined],
  ['welcome.html', async () => undefined],
  ['practice.html', async () => undefined],
  ['practice.html', (page) => press(page, '[data-action=begin-guided]')],
  ['trainer.html', (page) => press(page, '[data-action=next-person]')],
  ['handouts.html', async () => undefined],
  ['record.html', async () => undefined],
  ['report.html', async () => undefined],
  ['support.html', (page) => press(page, '[data-action=look-up]')],
  ['support.html', readCode],
];

describe.each(BROWSERS_OF_LONG_TESTS)('axe finds nothing wrong with our own pages in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  describe.each(['zh-TW', 'en'] as const)('in %s', (language) => {
    test.each(PAGES)('%s', async (path, show) => {
      await opened.begin('https://elearn.hrd.gov.tw/', { events: finished(3), settings: { language } });
      const { page } = await opened.driver.openExtensionPage(path);
      await waitFor('the page is drawn', () =>
        page.evaluate((wanted) => document.querySelector('main, .practice') !== null && document.documentElement.lang === wanted, language),
      );
      await show(page);
      const { violations, held } = await axeOn(page);
      expect(violations).toEqual([]);
      expect(held).toBeGreaterThan(10);
      await page.close();
    });
  });
});

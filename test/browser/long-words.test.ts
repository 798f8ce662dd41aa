import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TAG } from '../../platform/overlay-host';
import { type ChangedExtension, openRootExtension } from '../browser-support/changed-extension';
import { BROWSERS_OF_LONG_TESTS, finished, type Opened, openBrowser } from './opened';
import { press, waitFor } from './own-pages';
import { setViewport } from './viewport';

const OWN_PAGES: [string, (page: Page) => Promise<void>][] = [
  ['popup.html', (page) => press(page, '[data-part=settings] summary')],
  ['welcome.html', async () => undefined],
  ['options.html', async () => undefined],
  ['prepare.html', async () => undefined],
  ['practice.html', async () => undefined],
  ['trainer.html', (page) => press(page, '[data-action=next-person]')],
  ['support.html', (page) => press(page, '[data-action=look-up]')],
];
const WIDTHS = [1280, 320];

/**
 * Makes every text of ours 60 per cent longer, as another language may be, and tells what then is cut off or sticks out.
 * Runs in the page.
 */
const lengthen = (tag: string | null): string[] => {
  const root: Document | ShadowRoot = tag === null ? document : (document.querySelector(tag)?.shadowRoot as ShadowRoot);
  const within = tag === null ? document.body : root;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const length = text.data.trim().length;
    if (length > 0 && !/^(STYLE|SCRIPT)$/.test(text.parentElement?.tagName ?? '')) text.data = `${text.data} ${'ẽñ'.repeat(1 + Math.ceil(length * 0.3))}`;
  }
  const faults: string[] = [];
  for (const element of within.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY, clipPath, display } = getComputedStyle(element);
    // What only screen readers read is a point on purpose.
    if (clipPath !== 'none' || display === 'inline' || display === 'contents' || element.closest('.status, [hidden], svg') !== null) continue;
    const called = `${element.localName}.${element.className} ${element.dataset.part ?? element.dataset.action ?? ''}`;
    if (element.scrollWidth > element.clientWidth + 1 && !/auto|scroll/.test(overflowX) && element.clientWidth > 0) faults.push(`sticks out: ${called}`);
    if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) faults.push(`is cut off: ${called}`);
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > innerWidth + 1) faults.push(`is out of sight: ${called}`);
  }
  return [...new Set(faults)];
};

describe.each(BROWSERS_OF_LONG_TESTS)('words that are 60 per cent longer are never cut off in %s', (name) => {
  let changed: ChangedExtension;
  let opened: Opened;
  beforeAll(async () => {
    changed = openRootExtension(name);
    opened = await openBrowser(name, { extension: changed.folder });
  });
  afterAll(async () => {
    await opened?.close();
    changed?.remove();
  });

  describe.each(WIDTHS)('%s px wide', (width) => {
    test.each(OWN_PAGES)('%s', async (path, show) => {
      await opened.begin('https://elearn.hrd.gov.tw/', { settings: { language: 'en' } });
      const { page } = await opened.driver.openExtensionPage(path);
      await setViewport(page, { width, height: 800 });
      await waitFor('it is drawn', () => page.evaluate(() => document.querySelector('main') !== null && document.documentElement.lang === 'en'));
      await show(page);
      expect(await page.evaluate(lengthen, null)).toEqual([]);
      await page.close();
    });

    test.each([
      ['https://elearn.hrd.gov.tw/', 0],
      ['https://elearn.hrd.gov.tw/mooc/co_new_member_1.php', 3],
      ['https://www.cp.gov.tw/portal/person/initial/Registry.aspx', 7],
    ])('the card at %s', async (address, done) => {
      const person = await opened.begin(address, { events: finished(done), settings: { language: 'en' } });
      await setViewport(person.page, { width, height: 800 });
      const { card } = await person.see('the card', (seen) => seen.card !== null);
      expect(await person.page.evaluate(lengthen, TAG)).toEqual([]);
      const longer = await person.see('the longer card', (seen) => (seen.card?.all.length ?? 0) > (card?.all.length ?? 0) * 1.4);
      expect(longer.card?.box.x).toBeGreaterThanOrEqual(0);
      expect((longer.card?.box.x ?? 0) + (longer.card?.box.width ?? 0)).toBeLessThanOrEqual(width);
    });
  });
});

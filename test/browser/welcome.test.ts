import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import { type ChangedExtension, copyExtension } from '../browser-support/changed-extension';
import { BROWSERS, type Opened, openBrowser } from './opened';
import { pagesAt, press, waitFor } from './own-pages';

describe.each(BROWSERS)('the first page in %s', (name) => {
  let changed: ChangedExtension;
  let opened: Opened;
  let welcome: Page;
  beforeAll(async () => {
    changed = copyExtension(name);
    // Every extension that a test loads comes from a folder; this one is to take itself for one from a store.
    changed.change('background.js', (text) => text.replace(/([`'"])development\1/, '"never"'));
    opened = await openBrowser(name, { extension: changed.folder });
  });
  afterAll(async () => {
    await opened?.close();
    changed?.remove();
  });

  const pageAt = async (path: string) => (await pagesAt(opened.driver, path))[0] ?? null;

  test('comes once the extension is installed, and says what is never done', async () => {
    welcome = await pollUntil(
      () => pageAt('/welcome.html'),
      15_000,
      () => 'The first page has not come.',
    );
    await waitFor('it is drawn', () => welcome.evaluate(() => document.querySelector('main') !== null));
    expect(await welcome.evaluate(() => document.querySelector('[data-part=never]')?.textContent ?? '')).toMatch(/不讀您填的資料.*不是政府製作/s);
  });

  test('takes language and text size, which hold everywhere', async () => {
    await press(welcome, '[data-action=language]');
    await press(welcome, '[data-size=larger] input');
    await waitFor('it speaks English in larger text', () =>
      welcome.evaluate(() => document.documentElement.lang === 'en' && document.documentElement.dataset.textSize === 'larger'),
    );
    expect((await opened.stored()).settings).toMatchObject({ language: 'en', textSize: 'larger' });
  });

  test('begins at the first site, or with the practice', async () => {
    await press(welcome, '[data-action=begin]');
    await waitFor('the site is open', async () => (await opened.driver.pages()).some((page) => page.url().startsWith('https://elearn.hrd.gov.tw/')));
    await press(welcome, '[data-action=practise]');
    await waitFor('the practice is open', async () => (await pageAt('/practice.html')) !== null);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cdpSession } from '../../tools/browser/puppeteer-inside';
import type { Person } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { setViewport } from '../browser/viewport';
import { frames } from './support/frames';
import { ringFits } from './support/ring-error';

const FORM = 'https://www.cp.gov.tw/portal/person/initial/Registry.aspx';
const FIELD = 'input[type=text]';
const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/** Preferences that make texts twice as large, or the whole screen finer; the pictures, boxes and lines of a page stay as they are. */
const LARGE_TEXT = { chromium: { 'webkit.webprefs.default_font_size': 32, 'webkit.webprefs.minimum_font_size': 24 }, firefox: { 'browser.zoom.full': false } };
const FINE_SCREEN = {
  chromium: { extraArguments: ['--force-device-scale-factor=2.5'] },
  firefox: { extraPreferences: { 'layout.css.devPixelsPerPx': '2.5' } },
};
const COLOURS = {
  chromium: { extraArguments: ['--force-high-contrast', '--force-prefers-reduced-motion'] },
  firefox: { extraPreferences: { 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1, 'ui.useAccessibilityTheme': 1 } },
};

describe.each(BROWSERS)('in %s the ring is within a pixel of its target', (name) => {
  let opened: Opened | null = null;
  let person: Person;
  const close = async () => {
    await opened?.close();
    opened = null;
  };
  const open = async (launch: Parameters<typeof openBrowser>[1] = {}) => {
    await close();
    opened = await openBrowser(name, launch);
    person = await opened.begin(FORM);
    await person.see('the ring', ({ ring }) => ring !== null);
  };
  const zoom = (factor: number) =>
    opened?.ownPage.evaluate(async (wanted: number) => {
      const tabs = await chrome.tabs.query({ url: 'https://www.cp.gov.tw/*' });
      await Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id ?? 0, wanted)));
    }, factor);
  const pixelRatio = () => person.page.evaluate(() => devicePixelRatio);
  beforeAll(() => open());
  afterAll(close);

  test(`zoomed from ${ZOOMS[0]} to ${ZOOMS.at(-1)}`, async () => {
    for (const factor of ZOOMS) {
      await zoom(factor);
      await expect.poll(pixelRatio).toBeCloseTo(factor, 1);
      await ringFits(person, FIELD, `zoom ${factor}`);
    }
    await zoom(1);
    await expect.poll(pixelRatio).toBeCloseTo(1, 1);
  });

  test('320 px wide, and the card leaves the target free', async () => {
    await setViewport(person.page, { width: 320, height: 640 });
    await ringFits(person, FIELD, '320 px');
    const { ring, card } = await person.see('ring and card', (sight) => sight.ring !== null && sight.card !== null);
    const [a, b] = [ring ?? card?.box, card?.box];
    expect(a && b && (a.y + a.height - 9 <= b.y || b.y + b.height <= a.y + 9)).toBe(true);
    await person.page.evaluate(() => scrollTo(0, 237));
    await ringFits(person, FIELD, '320 px, scrolled');
  });

  test('with texts twice as large', async () => {
    await open({ extraPreferences: LARGE_TEXT[name] });
    const height = () => person.page.$eval('body', (body) => body.scrollHeight);
    const before = await height();
    // In Firefox the zoom counts for texts alone by now.
    if (name === 'firefox') {
      await zoom(2);
      await expect.poll(height).toBeGreaterThan(before * 1.1);
      expect(await pixelRatio()).toBe(1);
    }
    await ringFits(person, FIELD, 'large text');
    await person.page.evaluate(() => scrollTo(0, 61.5));
    await ringFits(person, FIELD, 'large text, scrolled');
  });

  test('on a screen of 2.5 points a pixel', async () => {
    await open(FINE_SCREEN[name]);
    expect(await pixelRatio()).toBeCloseTo(2.5, 1);
    await ringFits(person, FIELD, 'fine screen');
    if (name === 'chromium') {
      for (const deviceScaleFactor of [0.75, 1.3333, 3]) {
        await cdpSession(person.page.mainFrame()).send('Emulation.setDeviceMetricsOverride', { width: 1111, height: 777, deviceScaleFactor, mobile: false });
        await expect.poll(pixelRatio).toBeCloseTo(deviceScaleFactor, 2);
        await ringFits(person, FIELD, `${deviceScaleFactor} points a pixel`);
      }
    }
  });

  test('in forced colours and with reduced motion, where it never moves by itself', async () => {
    await open(COLOURS[name]);
    const asked = () => person.page.evaluate(() => [matchMedia('(forced-colors: active)').matches, matchMedia('(prefers-reduced-motion: reduce)').matches]);
    if (name === 'chromium') {
      const features = [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ];
      await cdpSession(person.page.mainFrame()).send('Emulation.setEmulatedMedia', { features });
    }
    expect(await asked()).toEqual([true, true]);
    await ringFits(person, FIELD, 'forced colours');
    const { ring } = await person.glance();
    await frames(person.page, 20);
    expect((await person.glance()).ring).toEqual(ring);
  });
});

/** The few calls of the extension API that are made inside its own page. */
declare const chrome: { tabs: { query(query: object): Promise<{ id?: number }[]>; setZoom(tab: number, factor: number): Promise<void> } };

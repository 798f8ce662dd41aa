import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../tools/browser/overlay-view';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from './opened';
import { type Size, setViewport } from './viewport';

const HOME = 'https://elearn.hrd.gov.tw/';
const CHOOSER = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1';
const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const FORM = 'https://www.cp.gov.tw/portal/person/initial/Registry.aspx';

/** From the target to the ring's outer edge, in CSS pixels. */
const RING = 9;
const SIZES: readonly Size[] = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 640, height: 480 },
  { width: 320, height: 640 },
];

const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const cards = async () => (await opened.driver.overlays(person.page)).filter(({ card }) => card !== null).length;

  test('the login dialog wins over the page behind it, one card in the tab; closed, the page has its card back', async () => {
    person = await opened.begin(HOME);
    const home = await person.see('the home page', hasBoth);
    await person.pressRing(home);
    const notice = await person.see('the notice in the dialog', (sight) => hasBoth(sight) && sight.frame?.parentFrame() != null);
    expect(await cards()).toBe(1);
    await person.pressRing(notice);
    const chooser = await person.see('the chooser in the dialog', (sight) => hasBoth(sight) && sight.card?.title.includes('第 2 步') === true);
    expect(chooser.frame?.parentFrame()).not.toBeNull();
    expect(await cards()).toBe(1);

    // A frame that pretends to leave does not bring a second card.
    await chooser.frame?.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await person.explain()).toMatchObject({ page: 'elearn/03-login-chooser', speaks: true });
    expect(await cards()).toBe(1);

    await person.page.click('[data-fancybox-close]');
    const back = await person.see('the home page again', (sight) => hasBoth(sight) && sight.frame?.parentFrame() === null);
    expect(back.card?.title).toBe(home.card?.title);
    expect(back.ring).toEqual(home.ring);
    expect(await cards()).toBe(1);
  });

  test('a news dialog over the login is told of, and nothing behind it is ringed', async () => {
    opened.serve({ 'elearn.hrd.gov.tw/': readReplica('elearn/01-home/replica.news.html') });
    person = await opened.begin(HOME);
    const { card, ring } = await person.see('words about the notice', (sight) => sight.card !== null);
    expect(card?.title).toContain('擋住');
    expect(ring).toBeNull();
    await person.page.click('[data-fancybox-close]');
    await person.see('the ring on the login', hasBoth);
    opened.serve({});
  });

  test('the chooser as a page of its own is led through, and going back brings the guide back', async () => {
    person = await opened.begin(CHOOSER);
    const chooser = await person.see('the chooser', (sight) => hasBoth(sight) && sight.frame?.parentFrame() === null);
    expect(chooser.card?.title).toContain('第 2 步');
    await person.page.goto(QUESTION);
    await person.see('the first question', (sight) => hasBoth(sight) && sight.card?.title.includes('第 4 步') === true);
    await person.page.goBack();
    const back = await person.see('the chooser again', (sight) => hasBoth(sight) && sight.address === CHOOSER);
    expect(back.card?.title).toBe(chooser.card?.title);
    expect(back.ring).toEqual(chooser.ring);
    await person.page.goForward();
    await person.see('the first question again', (sight) => hasBoth(sight) && sight.card?.title.includes('第 4 步') === true);
  });

  test('two windows at once: what happens in both is kept', async () => {
    person = await opened.begin(HOME);
    await person.see('the home page', hasBoth);
    const other = await opened.driver.browser.newPage({ type: 'window' });
    const walks: [Page, [address: string, page: string][]][] = [
      [
        person.page,
        [
          [CHOOSER, 'elearn/03-login-chooser'],
          [QUESTION, 'elearn/05-certificate-question'],
          ['https://elearn.hrd.gov.tw/mooc/co_new_member_2.php', 'elearn/06-account-question'],
        ],
      ],
      [
        other,
        [
          ['https://www.cp.gov.tw/', 'egov/01-front-page'],
          [FORM, 'egov/04-registration'],
          ['https://www.cp.gov.tw/portal/person/initial/RegistrySuccess.aspx', 'egov/05-success'],
        ],
      ],
    ];
    const arrivals = async () => {
      const events = Object.entries(await opened.stored()).filter(([key]) => key.startsWith('p:'));
      expect(new Set(events.map(([key]) => key.slice(0, 10))).size, 'no number twice').toBe(events.length);
      return events.map(([, event]) => (event as { page?: string }).page);
    };
    await Promise.all(
      walks.map(async ([page, stops]) => {
        for (const [address, name] of stops) {
          await page.goto(address);
          await expect.poll(arrivals, { timeout: 10_000 }).toContain(name);
        }
      }),
    );
    expect(await arrivals()).toEqual(expect.arrayContaining(['elearn/01-home', ...walks.flatMap(([, stops]) => stops.map(([, name]) => name))]));
    await other.close();
  });

  /** How far the ring is off what it is to be around, at the worst of its four sides. */
  const ringError = async (selector: string) => {
    const { ring } = await person.see('ring and card', hasBoth);
    const box = await person.page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as Box);
    if (ring === null) return Number.POSITIVE_INFINITY;
    const sides = [ring.x + RING - box.x, ring.y + RING - box.y, ring.width - RING * 2 - box.width, ring.height - RING * 2 - box.height];
    return Math.max(...sides.map(Math.abs));
  };

  test('the ring stays around its target while the page scrolls, changes its size, moves and is zoomed', async () => {
    person = await opened.begin(FORM);
    const field = 'input[type=text]';
    const width = () => person.page.evaluate(() => innerWidth);
    expect(await ringError(field)).toBeLessThanOrEqual(1);
    await person.page.evaluate(() => scrollTo(0, 83));
    expect(await ringError(field), 'scrolled').toBeLessThanOrEqual(1);
    await person.page.evaluate(() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: '公告', style: 'height: 61.5px' })));
    expect(await ringError(field), 'something came above').toBeLessThanOrEqual(1);
    await setViewport(person.page, { width: 700, height: 600 });
    expect(await width()).toBe(700);
    expect(await ringError(field), 'another size').toBeLessThanOrEqual(1);
    await person.page.evaluate(() => {
      const box = Object.assign(document.createElement('div'), { style: 'height: 500px; overflow: auto' });
      box.append(...document.body.childNodes);
      document.body.append(box);
    });
    expect(await ringError(field), 'in a box that scrolls').toBeLessThanOrEqual(1);
    await person.page.evaluate(() => document.querySelector('body > div')?.scrollBy(0, 57));
    expect(await ringError(field), 'scrolled in it').toBeLessThanOrEqual(1);
    for (const zoom of [0.8, 1.5, 1]) {
      await opened.ownPage.evaluate(async (factor: number) => {
        const tabs = await chrome.tabs.query({ url: 'https://www.cp.gov.tw/*' });
        await Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id ?? 0, factor)));
      }, zoom);
      await expect.poll(() => person.page.evaluate(() => devicePixelRatio)).toBeCloseTo(zoom, 1);
      expect(await ringError(field), `zoom ${zoom}`).toBeLessThanOrEqual(1);
    }
  });

  describe('the card is never over its target and never outside', () => {
    beforeAll(async () => {
      person = await opened.begin(HOME);
    });

    test.each([
      ['home page', HOME],
      ['login chooser', CHOOSER],
      ['first question', QUESTION],
      ['registration form', FORM],
      ['account login', 'https://www.cp.gov.tw/portal/portallogin.aspx'],
      ['course centre', 'https://elearn.hrd.gov.tw/mooc/user/registration_center.php'],
    ])('%s', async (_, address) => {
      await person.page.goto(address);
      for (const size of SIZES) {
        await setViewport(person.page, size);
        const isInside = ({ x, y, width, height }: Box) => x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
        const { ring, card } = await person.see(
          `ring and card in ${size.width} × ${size.height}`,
          (sight) => hasBoth(sight) && isInside(sight.card?.box as Box),
        );
        const target = { x: (ring?.x ?? 0) + RING, y: (ring?.y ?? 0) + RING, width: (ring?.width ?? 0) - RING * 2, height: (ring?.height ?? 0) - RING * 2 };
        expect(await person.page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
        expect(isApart(card?.box as Box, target), `${size.width} × ${size.height}: card ${JSON.stringify(card?.box)}, target ${JSON.stringify(target)}`).toBe(
          true,
        );
      }
    });
  });
});

function isApart(a: Box, b: Box): boolean {
  return a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
}

/** The few calls of the extension API that are made inside its own page. */
declare const chrome: { tabs: { query(query: object): Promise<{ id?: number }[]>; setZoom(tab: number, factor: number): Promise<void> } };

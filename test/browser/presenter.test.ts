import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAYER_TAG } from '../../platform/presenter/layer';
import { PROTECTED } from '../../platform/presenter/protected-fields';
import { readReplica } from '../../tools/site/replica-site';
import { pixelsLike, violetPixels } from '../rough/support/pixels';
import { ROOT } from '../support/page';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';
import { partOf, press, waitFor } from './own-pages';
import { SERVED, TYPED_PAGES } from './typed-pages';

const CANARY = 'Canary8Words';
const HOME = 'https://elearn.hrd.gov.tw/';
const WINDOW = { x: 0, y: 0, width: 1200, height: 700 };
const BOARD_INK = [0x1d, 0x12, 0x33] as const;
const BOARD_WARNING = [0xfd, 0xe6, 0x8a] as const;
const HALO = [0xf5, 0x9e, 0x0b] as const;

describe.each(BROWSERS)('the presenter view on the sites in %s', (name) => {
  let opened: Opened;
  let shown: Page;
  /** How much of the screen our violet takes on the home page without the presenter view. */
  let thin = 0;
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.serve(SERVED);
    shown = (await opened.begin(HOME, { events: finished(7) })).page;
    thin = await violet();
    await shown.goto(`${TYPED_PAGES}plain`);
  });
  afterAll(async () => {
    await opened?.close();
  });

  async function switchIn(page: 'trainer' | 'options', action: 'presenter' | 'recorder', on: boolean): Promise<void> {
    const own = await opened.driver.openExtensionPage(`${page}.html`);
    await press(own.page, `[data-action=${action}]`);
    const kept = () =>
      own.evaluate(async (key) => (await (globalThis as unknown as WithBrowser).chrome.storage.local.get(null))[key] ?? false, action as string);
    await waitFor(`${action} is ${on ? 'on' : 'off'}`, async () => (await kept()) === on);
    if (action === 'presenter') await waitFor('the switch says so', async () => (await partOf(own.page, 'presenter-switch', 'state')) === (on ? 'on' : 'off'));
    await own.page.close();
    await shown.bringToFront();
  }
  const holdsPermission = () =>
    opened.ownPage.evaluate(() => (globalThis as unknown as WithBrowser).chrome.permissions.contains({ permissions: ['scripting'] }));
  const hasLayer = (where: Page | Frame = shown) => where.evaluate((tag) => document.querySelector(`html > ${tag}:popover-open`) !== null, LAYER_TAG);
  const textColour = (where: Page | Frame = shown) =>
    where.evaluate(() => getComputedStyle(document.querySelector('#field') as Element).getPropertyValue('-webkit-text-fill-color'));
  const hasNoColour = async (where: Page | Frame = shown) => (await textColour(where)) === 'rgba(0, 0, 0, 0)';

  /** Once ring and card stand still. */
  async function violet(): Promise<number> {
    let before = 0;
    let now = 0;
    await waitFor('ring and card stand still', async () => {
      before = now;
      now = await violetPixels(shown, WINDOW, opened.ownPage);
      return now > 1000 && now === before;
    });
    return now;
  }

  async function open(path: string): Promise<void> {
    await shown.goto(TYPED_PAGES + path);
    await waitFor('all frames have a layer', async () => (await Promise.all(shown.frames().map(hasLayer))).every(Boolean));
  }
  /** What the screen shows where the field is, once all that is due is drawn. */
  async function picture(frame?: string): Promise<string> {
    const clip = await shown.evaluate(async (inFrame) => {
      const outer = inFrame === null ? null : (document.querySelector(inFrame) as HTMLIFrameElement);
      const field = (outer?.contentDocument ?? document).querySelector('#field') as Element;
      await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
      const { x, y, width, height } = field.getBoundingClientRect();
      const edge = outer?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return { x: x + edge.x + (outer?.clientLeft ?? 0), y: y + edge.y + (outer?.clientTop ?? 0), width, height };
    }, frame ?? null);
    return shown.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
  }
  const enter = (frame?: string) =>
    shown.evaluate((inFrame) => {
      const outer = inFrame === null ? null : (document.querySelector(inFrame) as HTMLIFrameElement);
      const { enter: into } = window as unknown as { enter?: () => void };
      if (into !== undefined) into();
      else ((outer?.contentDocument ?? document).querySelector('#field') as HTMLElement).focus();
    }, frame ?? null);
  const typed = (frame?: string) =>
    shown.evaluate((inFrame) => {
      const outer = inFrame === null ? null : (document.querySelector(inFrame) as HTMLIFrameElement);
      const field = (outer?.contentDocument ?? document).querySelector('#field') as HTMLInputElement;
      return (window as unknown as { typed?: string }).typed ?? field.value ?? field.textContent;
    }, frame ?? null);
  /** Types a word. @returns whether the screen looks the same afterwards as with its first letter */
  async function typesUnseen(frame?: string): Promise<boolean> {
    await enter(frame);
    await shown.keyboard.type(CANARY[0] as string);
    const before = await picture(frame);
    await shown.keyboard.type(CANARY.slice(1));
    return (await picture(frame)) === before;
  }

  test('is off, and what is typed is to be read, until it is switched on; pages that are open are covered at once', async () => {
    expect([await hasLayer(), await holdsPermission()]).toEqual([false, false]);
    expect(await typesUnseen()).toBe(false);
    await switchIn('trainer', 'presenter', true);
    await waitFor('the open page is covered', async () => (await hasLayer()) && (await hasNoColour()));
    expect(await holdsPermission()).toBe(true);
    const covered = await picture();
    await shown.evaluate(() => (document.querySelector('#field') as HTMLInputElement).select());
    await shown.keyboard.type(CANARY.toUpperCase());
    expect(await picture()).toBe(covered);
    expect(await typed()).toBe(CANARY.toUpperCase());
  });

  test.each([
    ['in a field', 'plain'],
    ['in one that is made anew in the middle, elsewhere', 'replaced'],
    ['in a modal dialog', 'dialog'],
    ['in editable text', 'editable'],
    ['in a closed shadow root', 'closed'],
  ])('nothing of what is typed is seen %s, and all of it arrives', async (_, path) => {
    await open(path);
    expect(await typesUnseen()).toBe(true);
    expect(await typed()).toBe(CANARY);
  });

  test('nor in frames, of an address and written by the page', async () => {
    await open('framed');
    for (const frame of ['#own', '#written']) {
      expect([frame, await typesUnseen(frame), await typed(frame)]).toEqual([frame, true, CANARY]);
    }
  });

  test('what stands in a field when the page comes is covered, too, and follows when a box is scrolled', async () => {
    await open('first');
    const first = await picture();
    await open('other!');
    expect(await picture()).toBe(first);
    await open('boxed');
    expect(await typesUnseen()).toBe(true);
    const before = await picture();
    await shown.evaluate(() => (window as unknown as { scrolled(): void }).scrolled());
    expect(await picture()).toBe(before);
  });

  test('text has lost its colour before a cover can be drawn, and against the page’s own style', async () => {
    await open('plain');
    await waitFor('text has no colour', hasNoColour);
    const colours = await shown.evaluate(() => {
      const field = document.createElement('input');
      field.value = 'Canary';
      field.style.setProperty('-webkit-text-fill-color', 'red', 'important');
      document.body.append(field);
      return getComputedStyle(field).getPropertyValue('-webkit-text-fill-color');
    });
    expect(colours).toBe('rgba(0, 0, 0, 0)');
  });

  test('a page that takes the layer away whenever it comes shows no text, is not locked, and has it back in the end', async () => {
    await shown.goto(`${TYPED_PAGES}hostile`);
    await waitFor('it was taken away often', () => shown.evaluate(() => (window as unknown as { removed: number }).removed > 10));
    await waitFor('text has no colour', hasNoColour);
    await shown.evaluate(() => (window as unknown as { attack: MutationObserver }).attack.disconnect());
    await waitFor('it is back', hasLayer);
    expect(await typesUnseen()).toBe(true);
    expect(await typed()).toBe(CANARY);
  });

  test('presses reach a field; copying, pasting, the browser’s check and sending work', async () => {
    await open('form');
    const { x, y } = await shown.evaluate(() => {
      const box = (document.querySelector('#name') as Element).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await shown.mouse.click(x, y);
    await shown.keyboard.press('Enter');
    const sent = () => shown.evaluate(() => (window as unknown as { sent?: Record<string, string> }).sent ?? null);
    expect(await sent()).toBe(null);
    await shown.keyboard.type('王小明');
    await shown.keyboard.down('Control');
    await shown.keyboard.press('a');
    await shown.keyboard.press('c');
    await shown.keyboard.up('Control');
    await shown.keyboard.press('Tab');
    await shown.keyboard.down('Control');
    await shown.keyboard.press('v');
    await shown.keyboard.up('Control');
    await shown.keyboard.press('Enter');
    await waitFor('the form is sent', async () => (await sent()) !== null);
    expect(await sent()).toEqual({ name: '王小明', copy: '王小明' });
  });

  test('a search is not covered', async () => {
    await open('shown');
    expect(await typesUnseen()).toBe(false);
  });

  test('of all fields in the replicas none is left but searches, fields about courses, and a code beside its picture', async () => {
    const files = readdirSync(join(ROOT, 'content-rules'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    const left = await shown.evaluate(
      (pages, selector) => {
        const notTyped = '[type=hidden], [type=radio], [type=checkbox], [type=submit], [type=button], [type=image], [type=search]';
        return pages.flatMap((html) =>
          [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(`input:not(${notTyped}), textarea`)]
            .filter((field) => !field.matches(selector))
            .map(
              (field) => field.nextElementSibling?.getAttribute('alt') ?? field.getAttribute('aria-label') ?? field.getAttribute('title') ?? field.outerHTML,
            ),
        );
      },
      files.map(readReplica),
      PROTECTED,
    );
    const courses = ['搜尋', '時數上限', '時數下限', '時數起', '時數迄', '請輸入課程名稱關鍵字', '關鍵字'];
    expect([...new Set(left)].sort()).toEqual([...courses, '驗證碼圖片'].sort());
  });

  test('the ring is thick, a press shows a halo, the step is large', async () => {
    await shown.goto(HOME);
    await waitFor('the layer is there', hasLayer);
    // The card's title is the rest of it.
    expect(await violet()).toBeGreaterThan(thin + 1000);
    await open('plain');
    await waitFor('the board is there', async () => (await pixelsLike(BOARD_INK, shown, WINDOW, opened.ownPage)) > 10_000);
    await shown.mouse.move(600, 500);
    expect(await pixelsLike(HALO, shown, WINDOW, opened.ownPage)).toBe(0);
    await shown.mouse.down();
    await waitFor('a halo is seen', async () => (await pixelsLike(HALO, shown, WINDOW, opened.ownPage)) > 0);
    await waitFor('it goes by itself', async () => (await pixelsLike(HALO, shown, WINDOW, opened.ownPage)) === 0);
    await shown.mouse.up();
  });

  test('a frame of another site, which cannot be covered, is told of', async () => {
    const told = () => pixelsLike(BOARD_WARNING, shown, WINDOW, opened.ownPage);
    await open('plain');
    expect(await told()).toBe(0);
    await shown.goto(`${TYPED_PAGES}foreign`);
    await waitFor('it is told', async () => (await told()) > 50);
  });

  test('switched off it takes all away, and leaves the permission to the recorder until that is off as well', async () => {
    await open('plain');
    await waitFor('text has no colour', hasNoColour);
    await switchIn('options', 'recorder', true);
    await switchIn('trainer', 'presenter', false);
    await waitFor('nothing is covered', async () => !(await hasLayer()) && !(await hasNoColour()));
    expect(await typesUnseen()).toBe(false);
    await shown.goto(`${TYPED_PAGES}plain`);
    expect([await hasLayer(), await hasNoColour(), await holdsPermission()]).toEqual([false, false, true]);
    await switchIn('options', 'recorder', false);
    expect(await holdsPermission()).toBe(false);
    expect(Object.keys(await opened.stored())).not.toEqual(expect.arrayContaining(['presenter']));
  });
});

/** The extension API inside its own page. */
interface WithBrowser {
  chrome: { permissions: { contains(permissions: object): Promise<boolean> }; storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };
}

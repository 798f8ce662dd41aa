import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OverlayButton } from '../../tools/browser/overlay-description';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';
import { press, waitFor } from './own-pages';
import { setViewport } from './viewport';

const HOME = 'https://elearn.hrd.gov.tw/';
const SIZES = { normal: 1, large: 1.18, larger: 1.4, largest: 1.7 } as const;

describe.each(BROWSERS)('the text size in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const smallest = (buttons: readonly OverlayButton[]) => Math.min(...buttons.map(({ box }) => box.height));

  test('chosen in the popup, is that of the popup and of the card on the site', async () => {
    const person = await opened.begin(HOME);
    const before = await person.see('the card', ({ card }) => card !== null);
    const popup = opened.ownPage.page;
    await popup.bringToFront();
    await press(popup, '[data-part=settings] summary');
    for (const [size, factor] of Object.entries(SIZES)) {
      await press(popup, `[data-size=${size}] input`);
      await waitFor('the popup has it', () => popup.evaluate((wanted) => document.documentElement.dataset.textSize === wanted, size));
      await person.page.bringToFront();
      const { card, ring } = await person.see(`a card of ${size} text`, (seen) => Math.abs((seen.card?.box.width ?? 0) - 340 * factor) < 2);
      expect(card?.title).toBe(before.card?.title);
      expect(smallest(card?.buttons ?? [])).toBeGreaterThanOrEqual(44 * factor - 1);
      // Still beside what it speaks of, and in sight.
      const [box, target] = [card?.box, ring] as const;
      if (box === undefined || target === null) throw new Error('There is no card, or no ring.');
      expect(box.x < target.x + target.width && target.x < box.x + box.width && box.y < target.y + target.height && target.y < box.y + box.height).toBe(false);
      await popup.bringToFront();
    }
  });

  test('the largest fits a small screen: the card takes at most two fifths of it', async () => {
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1', {
      events: finished(1),
      settings: { textSize: 'largest' },
    });
    await person.see('the page', ({ card }) => card !== null);
    await setViewport(person.page, { width: 320, height: 640 });
    await person.page.reload();
    const { card } = await person.see('the card', (seen) => seen.card !== null);
    expect(card?.box.height ?? 0).toBeLessThanOrEqual(640 * 0.4 + 1);
    expect(card?.box.width ?? 0).toBeLessThanOrEqual(320);
    expect(card?.box.x ?? -1).toBeGreaterThanOrEqual(0);
    // What to do is there to be read, by scrolling where it must be.
    expect(card?.text).toContain('新會員第一次登入請看此');
    const bottom = (card?.box.y ?? 0) + (card?.box.height ?? 0);
    await person.page.mouse.move(160, bottom - 20);
    // A browser scrolls no more than a part of the box at once.
    for (let turn = 0; turn < 4; turn += 1) await person.page.mouse.wheel({ deltaY: 400 });
    await person.see('the last button, scrolled to', (seen) => {
      const last = seen.card?.buttons.at(-1)?.box;
      return last !== undefined && last.y + last.height <= bottom;
    });
  });
});

import type { ElementHandle, Page } from 'puppeteer-core';
import { pollUntil } from '../../tools/browser/poll-until';

const COMES_WITHIN = 15_000;

/** Waits until something is so; it may be asked while a page is just loading. */
export async function waitFor(what: string, isSo: () => Promise<boolean>): Promise<void> {
  await pollUntil(
    async () => ((await isSo().catch(() => false)) ? true : null),
    COMES_WITHIN,
    () => `Not so: ${what}`,
  );
}

/** A real press, at the middle of what a selector finds, once it stands still: settings that come late make a page longer. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  let before = '';
  const place = await pollUntil(
    async () => {
      const found = await page.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        if (element === null || element.matches(':disabled')) return null;
        element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.getBoundingClientRect();
        const middle = { x: x + width / 2, y: y + height / 2 };
        return element.contains(document.elementFromPoint(middle.x, middle.y)) ? middle : null;
      }, selector);
      const isStill = JSON.stringify(found) === before;
      before = JSON.stringify(found);
      return isStill ? found : null;
    },
    COMES_WITHIN,
    () => `There is no ${selector} to press.`,
  );
  await page.mouse.click(place.x, place.y);
}

/** What a part of one of our own pages says in one of its data attributes. */
export function partOf(page: Page, part: string, key: string): Promise<string> {
  return page.evaluate((name, data) => document.querySelector<HTMLElement>(`[data-part=${name}]`)?.dataset[data] ?? '', part, key);
}

/** Chooses a file in a file field. */
export async function chosenFile(page: Page, selector: string, path: string): Promise<void> {
  await waitFor(selector, () => page.evaluate((wanted) => document.querySelector(wanted) !== null, selector));
  const field = (await page.$(selector)) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
}

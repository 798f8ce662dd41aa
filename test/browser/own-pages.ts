import type { ElementHandle, Page } from 'puppeteer-core';
import type { Driver } from '../../tools/browser/launch';
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

/** The open tabs with this path, of ours or of a site. */
export async function pagesAt(driver: Driver, path: string): Promise<Page[]> {
  const pages = await driver.pages();
  const paths = await Promise.all(pages.map((page) => page.evaluate(() => location.pathname).catch(() => '')));
  return pages.filter((_, index) => paths[index] === path);
}

/** Waits for a page of ours, opened by another one, whose `main` is in one of these states. */
export function pageInState(driver: Driver, path: string, states: readonly string[]): Promise<Page> {
  const stateOf = (page: Page) => page.evaluate((wanted) => (location.pathname === wanted ? document.querySelector('main')?.dataset.state : null), path);
  return pollUntil(
    async () => {
      for (const page of await driver.pages()) if (states.includes((await stateOf(page).catch(() => null)) ?? '')) return page;
      return null;
    },
    20_000,
    () => `No ${path} comes that is ${states.join(' or ')}.`,
  );
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

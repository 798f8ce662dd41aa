import type { Page } from 'puppeteer-core';
import type { Box } from '../../tools/browser/overlay-view';
import { CHOOSER, FORM, QUESTION, ROLES } from './held-pages';

/** One way of pressing something. */
type Way = [name: string, press: (page: Page) => Promise<unknown>];

/** Where something of the page is, in the middle. */
export async function centre(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box: Box | null = (await (await page.$(selector))?.boundingBox()) ?? null;
  if (box === null) throw new Error(`${selector} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses something of the page with the mouse; `count: 2` is a double click. */
export async function mouse(page: Page, selector: string, options: { button?: 'left' | 'middle' | 'right'; count?: number } = {}): Promise<void> {
  const { x, y } = await centre(page, selector);
  await page.mouse.click(x, y, options);
}

async function key(page: Page, selector: string, name: 'Enter' | ' '): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press(name);
}

async function newTab(page: Page, selector: string): Promise<void> {
  await page.keyboard.down('Control');
  await mouse(page, selector);
  await page.keyboard.up('Control');
}

async function touch(page: Page, selector: string): Promise<void> {
  const { x, y } = await centre(page, selector);
  await page.touchscreen.tap(x, y);
}

/** The facebook login of the right column: a link that is only a picture. */
export const PICTURE = '.col:last-of-type .fb_btn img';

/** Every way in which a person, or a script of the page, can press what is held, by the page it is on. */
export const WAYS: Record<string, Way[]> = {
  [CHOOSER]: [
    ['a press on the picture inside a link', (page) => mouse(page, PICTURE)],
    ['a press on a link with a handler in its markup', (page) => mouse(page, '#inline')],
    ['a press on a javascript: link', (page) => mouse(page, '#script')],
    ['a middle press', (page) => mouse(page, PICTURE, { button: 'middle' })],
    ['a press with Ctrl, for a new tab', (page) => newTab(page, '#inline')],
    ['Enter on a focused link', (page) => key(page, '#inline', 'Enter')],
    ['a touch', (page) => touch(page, PICTURE)],
  ],
  [QUESTION]: [
    ['a press on the button', (page) => mouse(page, '#next')],
    ['a press on its label', (page) => mouse(page, 'label[for=next]')],
    ['Enter on the focused button', (page) => key(page, '#next', 'Enter')],
    ['Space on the focused button', (page) => key(page, '#next', ' ')],
    ['Enter on the focused answer', (page) => key(page, 'input[value="0"]', 'Enter')],
    ['a script that sends the form', (page) => page.evaluate(() => document.forms[0]?.requestSubmit())],
  ],
  [ROLES]: [
    ['a press on a button by role', (page) => mouse(page, '#next')],
    ['Enter on a focused button by role', (page) => key(page, '#next', 'Enter')],
    ['Space on a focused button by role', (page) => key(page, '#next', ' ')],
  ],
  [FORM]: [['Enter in a field of the form', (page) => key(page, 'input[type=text]', 'Enter')]],
};

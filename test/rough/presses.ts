import type { Page } from 'puppeteer-core';
import { cdpSession, protocolId, sendBidi, speaksBidi } from '../../tools/browser/puppeteer-inside';
import type { Build } from './held-controls';

type Point = { x: number; y: number };

/** One way of pressing a control: with what, and how the control may be built for it to mean anything. */
export interface Way {
  builds: readonly Build[];
  /** Only where the control stands in a form and sends it. */
  needsForm?: boolean;
  press(page: Page, at: Point): Promise<unknown>;
}

const BUTTONS: readonly Build[] = ['button', 'submit input'];
const LINKS: readonly Build[] = ['link', 'link for a new tab', 'picture in a link'];
const FOCUSABLE: readonly Build[] = [...BUTTONS, 'link', 'button by role', 'handler in the markup', 'button that acts at keys'];
const ALL: readonly Build[] = [
  ...BUTTONS,
  ...LINKS,
  'javascript: link',
  'handler in the markup',
  'button by role',
  'button that acts when the mouse goes down',
  'button in an open shadow root',
  'button in two shadow roots',
];

const focus = (page: Page) => page.$eval('#held', (control) => (control as HTMLElement).focus());

async function holding(page: Page, key: 'Control' | 'Shift' | 'Alt', press: () => Promise<unknown>): Promise<void> {
  await page.keyboard.down(key);
  await press();
  await page.keyboard.up(key);
}

/** A pen that touches and lifts. */
async function pen(page: Page, { x, y }: Point): Promise<void> {
  const frame = page.mainFrame();
  if (speaksBidi(frame)) {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await sendBidi(page.browser(), 'input.performActions', {
      context: protocolId(frame),
      actions: [{ type: 'pointer', id: 'pen', parameters: { pointerType: 'pen' }, actions }],
    });
    return;
  }
  for (const type of ['mousePressed', 'mouseReleased'] as const)
    await cdpSession(frame).send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, pointerType: 'pen' });
}

/** Alt and K; in Firefox with Shift. */
async function accessKey(page: Page): Promise<void> {
  const frame = page.mainFrame();
  if (speaksBidi(frame)) return holding(page, 'Alt', () => holding(page, 'Shift', () => page.keyboard.press('k')));
  // Puppeteer leaves out the character of a key that is pressed with Alt, by which Chromium knows an access key.
  await holding(page, 'Alt', async () => {
    for (const type of ['rawKeyDown', 'char', 'keyUp'] as const)
      await cdpSession(frame).send('Input.dispatchKeyEvent', {
        type,
        modifiers: 1,
        key: 'k',
        code: 'KeyK',
        windowsVirtualKeyCode: 75,
        text: 'k',
        unmodifiedText: 'k',
      });
  });
}

/** Every way in which a person, or a script that asks for the form to be sent, can press what is held. */
export const WAYS: Record<string, Way> = {
  'a press of the mouse': { builds: ALL, press: (page, { x, y }) => page.mouse.click(x, y) },
  'a double click': { builds: [...BUTTONS, 'link'], press: (page, { x, y }) => page.mouse.click(x, y, { count: 2 }) },
  'a middle press': { builds: LINKS, press: (page, { x, y }) => page.mouse.click(x, y, { button: 'middle' }) },
  'a press with Ctrl': { builds: LINKS, press: (page, { x, y }) => holding(page, 'Control', () => page.mouse.click(x, y)) },
  'a press with Shift': { builds: ['link'], press: (page, { x, y }) => holding(page, 'Shift', () => page.mouse.click(x, y)) },
  'a touch': { builds: [...BUTTONS, 'link', 'button that acts at a touch and cancels the click'], press: (page, { x, y }) => page.touchscreen.tap(x, y) },
  'a pen': { builds: ['button', 'link'], press: pen },
  Enter: { builds: FOCUSABLE, press: (page) => focus(page).then(() => page.keyboard.press('Enter')) },
  Space: { builds: FOCUSABLE.filter((build) => build !== 'link'), press: (page) => focus(page).then(() => page.keyboard.press(' ')) },
  'its access key': { builds: ['button with an access key'], press: accessKey },
  'a press of its label': {
    builds: ['button with a label'],
    press: async (page) => {
      const box = await (await page.$('#label'))?.boundingBox();
      if (box == null) throw new Error('The label is not drawn.');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
  },
  'Enter in a field of its form': {
    builds: BUTTONS,
    needsForm: true,
    press: async (page) => {
      await page.$eval('#held', (control) => (control as HTMLButtonElement).form?.querySelector<HTMLElement>('input:checked, input[type=text]')?.focus());
      await page.keyboard.press('Enter');
    },
  },
  'a script that asks for the form to be sent': {
    builds: BUTTONS,
    needsForm: true,
    press: (page) => page.$eval('#held', (control) => (control as HTMLButtonElement).form?.requestSubmit()),
  },
  'a script that asks for it by this button': {
    builds: BUTTONS,
    needsForm: true,
    press: (page) => page.$eval('#held', (control) => (control as HTMLButtonElement).form?.requestSubmit(control as HTMLButtonElement)),
  },
};

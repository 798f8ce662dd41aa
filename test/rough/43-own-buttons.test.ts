import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachInto } from '../../tools/browser/frame-reach';
import { pollUntil } from '../../tools/browser/poll-until';
import type { Person } from '../../tools/walk/person';
import { CHOOSER, HELD_PAGES } from '../browser/held-pages';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { centre, mouse, PICTURE } from '../browser/ways-of-pressing';

const HOME = 'https://elearn.hrd.gov.tw/';
/** Milliseconds in which the warning's buttons do nothing. */
const DEAD_TIME = 500;

/** Runs inside our closed root, where no page gets: every event that could press, tick or close something, on every element. */
function forgeEverything(root: ShadowRoot): string {
  const at = [...root.querySelectorAll('*')];
  for (const element of at) {
    const all = { bubbles: true, composed: true, cancelable: true, detail: 1 };
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick']) element.dispatchEvent(new MouseEvent(type, all));
    for (const key of ['Enter', ' ', 'Escape'])
      for (const type of ['keydown', 'keypress', 'keyup']) element.dispatchEvent(new KeyboardEvent(type, { ...all, key }));
    for (const type of ['cancel', 'submit', 'toggle', 'beforetoggle']) element.dispatchEvent(new Event(type, all));
    if (element instanceof HTMLElement) element.click();
  }
  return String(at.length);
}

async function forgeIn(page: Page): Promise<number> {
  const counts = await reachInto(page.mainFrame()).onShadowRoots(forgeEverything);
  return Number(counts[0] ?? 0);
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.serve(HELD_PAGES);
  });
  afterAll(() => opened?.close());

  const warned = () =>
    pollUntil(
      async () => (await person.glance()).caution,
      15_000,
      () => 'No warning comes.',
    );

  test('forged presses of the card’s buttons are not accepted, those of a person are', async () => {
    person = await opened.begin(HOME);
    const before = await person.see('the card with its question', ({ card }) => card?.buttons.some(({ action }) => action === 'skip') === true);
    const stored = await opened.stored();
    expect(await forgeIn(person.page), 'elements in our root').toBeGreaterThan(10);
    const after = await person.see('the same card', ({ card }) => card !== null);
    expect(after.card?.all).toBe(before.card?.all);
    expect(await opened.stored()).toEqual(stored);
    await person.pressOurs(after.card?.buttons ?? [], 'stuck');
    await person.see('the answers to 「我卡住了」', ({ card }) => card !== null && card.all !== before.card?.all);
  });

  test('forged answers to the warning are not accepted, nor is its box ticked, nor does it close', async () => {
    person = await opened.begin(`https://${CHOOSER}`);
    await person.see('the chooser', ({ card }) => card !== null);
    await mouse(person.page, PICTURE);
    const before = await warned();
    // Past the time in which nothing would be accepted anyway.
    const shown = performance.now();
    await expect.poll(() => performance.now() - shown, { timeout: 5_000 }).toBeGreaterThan(DEAD_TIME * 2);
    expect(await forgeIn(person.page)).toBeGreaterThan(10);
    expect((await person.glance()).caution).toEqual(before);
    const ticked = await reachInto(person.page.mainFrame()).onShadowRoots((root) => String(root.querySelectorAll(':checked').length));
    expect(ticked).toEqual(['0']);
    await person.answerWarning('safe');
    expect(await opened.stored()).toMatchObject({ settings: { muted: [] } });
    await mouse(person.page, PICTURE);
    await warned();
  });

  test('an answer within half a second of the warning is not accepted', async () => {
    person = await opened.begin(`https://${CHOOSER}`);
    await person.see('the chooser', ({ card }) => card !== null);
    await mouse(person.page, PICTURE);
    const insist = (await warned()).buttons.find(({ action }) => action === 'insist')?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const { x, y } = await centre(person.page, PICTURE);
    await person.page.evaluate(() => {
      const presses: number[] = [];
      Object.assign(globalThis, { presses });
      addEventListener('mouseup', (event) => presses.push(event.timeStamp), true);
    });
    // On a busy machine a test may not be quick enough to mean anything: then it tries again.
    await pollUntil(
      async () => {
        await person.page.keyboard.press('Escape');
        await expect.poll(async () => (await person.glance()).caution).toBeNull();
        const before = await person.page.evaluate(() => (globalThis as unknown as { presses: number[] }).presses.length);
        await person.page.mouse.click(x, y);
        await person.page.mouse.click(insist.x + insist.width / 2, insist.y + insist.height / 2);
        const [first = 0, second = 0] = await person.page.evaluate((from) => (globalThis as unknown as { presses: number[] }).presses.slice(from), before);
        return second - first < DEAD_TIME - 100 || null;
      },
      60_000,
      () => 'No two presses come quickly enough after each other.',
    );
    expect((await person.glance()).caution, 'the warning stands').not.toBeNull();
  });
});

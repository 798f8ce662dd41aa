import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { violetPixels } from './support/pixels';

const WIDENS = (html: string) =>
  html.replace('<div class="container">', `<div class="container" id="wide"><p id="full" onclick="wide.requestFullscreen()">全螢幕</p>`);
const FILM = (html: string) =>
  html.replace(
    '<div class="footer">',
    `<div id="wide" style="background: #000; color: #fff"><p id="full" onclick="wide.requestFullscreen()">影片</p></div><div class="footer">`,
  );

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    // A window without a screen is never as large as one.
    opened = await openBrowser(
      name,
      name === 'firefox' ? { extraPreferences: { 'full-screen-api.ignore-widgets': true, 'full-screen-api.warning.timeout': 0 } } : {},
    );
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());
  const isFull = () => at.person.page.evaluate(() => document.fullscreenElement?.id ?? null);
  const makeFull = async () => {
    await at.person.page.click('#full');
    await expect.poll(isFull).toBe('wide');
  };

  test('the question in a fullscreen element: ring and card are drawn above it, without buttons that nobody could press, and the mistake is held', async () => {
    await at.open(question('', WIDENS));
    await at.person.see('ring and card', ({ ring, card }) => ring !== null && card !== null);
    await makeFull();
    // The window grows for some frames, and the page with it.
    const isAround = async () => {
      await at.findPlaces();
      return at.isAround(await at.person.glance(), 'yes');
    };
    await expect.poll(isAround, { timeout: 15_000 }).toBe(true);
    const { ring, card } = await at.ringIsAround('yes');
    if (ring === null || card === null) throw new Error('no card');
    expect(card.buttons).toEqual([]);
    await expect.poll(() => violetPixels(at.person.page, ring, opened.ownPage), { timeout: 10_000 }).toBeGreaterThan(500);
    await at.makeTheMistake();
    await at.person.answerWarning('safe');
    await at.ringIsAround('next');
    expect(await isFull()).toBe('wide');
  });

  test('something else in fullscreen: nothing under it is ringed, and all is back after it', async () => {
    await at.open(question('', FILM));
    await at.person.see('the ring', ({ ring }) => ring !== null);
    await makeFull();
    await at.person.see('no ring', ({ ring, card }) => ring === null && card !== null);
    await at.person.page.evaluate(() => document.exitFullscreen());
    await at.person.see('the ring', ({ ring }) => ring !== null);
  });
});

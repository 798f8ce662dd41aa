import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../tools/browser/find-browser';
import type { Person } from '../../tools/walk/person';
import { forgetHeard, heard } from '../browser/ears';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { HELD_CHOICES, pageOf } from './held-controls';

/** Presses on each of four pages: ten thousand in all in the full run. Each takes Firefox three times as long. */
const PRESSES: Record<BrowserName, number> = process.env.FULL === '1' ? { chromium: 2500, firefox: 2500 } : { chromium: 75, firefox: 25 };
const AT_ONCE = 25;

/** Runs in the page: places that look random and are the same each time, none on what is held. */
function placesIn(wanted: number, start: number): { x: number; y: number }[] {
  let seed = start;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const found: { x: number; y: number }[] = [];
  scrollTo(0, random() * document.documentElement.scrollHeight);
  while (found.length < wanted) {
    const place = { x: random() * (document.documentElement.clientWidth - 2), y: random() * (document.documentElement.clientHeight - 2) };
    // Open lists of answers and dates would take the presses that follow.
    if (document.elementFromPoint(place.x, place.y)?.closest('#held, .fb_btn, .google_btn, .apple_btn, [name*=btn_create], [id*=lnk_official], select') == null)
      found.push(place);
  }
  return found;
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test.each(HELD_CHOICES.map((choice) => [choice.words, choice] as const))(
    `of ${PRESSES[name]} presses beside %s none is held`,
    async (_, choice) => {
      opened.serve({ [choice.address]: pageOf(choice, 'button') });
      // Put away: our own card would take some of the presses.
      person = await opened.begin(`https://${choice.address}`, { events: finished(2), settings: { putAway: ['elearn', 'egov'] } });
      await expect.poll(async () => (await person.explain())?.verdict, { timeout: 15_000 }).toBe('recognised');
      for (let done = 0; done < PRESSES[name]; done += AT_ONCE) {
        const places = await person.page.evaluate(placesIn, AT_ONCE, done + 7);
        await forgetHeard(person.page);
        for (const { x, y } of places) await person.page.mouse.click(x, y);
        const clicks = (await heard(person.page)).filter((what) => what === 'click').length;
        expect(clicks, 'each is heard by window and document, that of a label by its field too').toBeGreaterThanOrEqual(places.length * 2);
        expect((await person.glance()).caution).toBeNull();
      }
      // The same page does hold what is held.
      await person.page.$eval('#held', (control) => control.scrollIntoView({ block: 'center' }));
      const box = await (await person.page.$('#held'))?.boundingBox();
      if (choice.words === '下一步') await person.page.$eval('[value="0"]', (no) => (no as HTMLElement).click());
      await person.page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await person.see('the warning', ({ caution }) => caution !== null);
    },
    process.env.FULL === '1' ? 1_200_000 : 180_000,
  );
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Box } from '../../tools/browser/overlay-view';
import type { Sight } from '../../tools/walk/person';
import { ADDRESS, AtQuestion, SERVED } from '../browser/at-question';
import { heard, listening } from '../browser/ears';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { ATTACKS, TOOLS } from './support/attacks';
import { frames } from './support/frames';
import { violetPixels } from './support/pixels';

/** Attacks that cover or close the warning for moments, again and again. A press may come at any of them. */
const COVERS = Object.entries(ATTACKS).filter(([what]) => /over everything|clone|filter|closed/.test(what));

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());
  // What was let through is remembered in the tab: each attack gets one of its own.
  beforeEach(async () => {
    opened.serve({ [SERVED]: listening('elearn/05-certificate-question/replica.html', { stays: false }) });
    at.person = await opened.begin(ADDRESS);
    await at.ringIsAround('yes');
  });

  const attack = (script: string) => at.person.page.evaluate(`{${TOOLS}${script}}`);
  const violet = (box: Box | undefined | null) => (box == null ? 0 : violetPixels(at.person.page, box, opened.ownPage));
  const letThrough = async () => {
    const tabs = await opened.ownPage.evaluate(() => (globalThis as unknown as WithSession).chrome.storage.session.get(null));
    return Object.values(tabs).flatMap(({ armed }) => armed ?? []);
  };
  /** What the page has heard of presses; another page by now has surely heard one. */
  const hears = () => heard(at.person.page).catch(() => ['nothing there']);
  const isSeen = async (sight: Sight, before: { ring: number; card: number }) =>
    (await violet(sight.ring)) >= before.ring * 0.8 && (await violet(sight.card?.box)) >= before.card * 0.8;

  test.each(Object.entries(ATTACKS))('%s: still to be seen, or nothing is held that nobody could answer', async (_, script) => {
    const sight = await at.person.glance();
    const before = { ring: await violet(sight.ring), card: await violet(sight.card?.box) };
    expect(Math.min(before.ring, before.card)).toBeGreaterThan(500);
    await attack(script);
    await frames(at.person.page, 10);
    const isStillSeen = await isSeen(await at.person.glance(), before);

    await at.press('no');
    await at.press('next');
    await frames(at.person.page, 5).catch(() => undefined);
    const { caution } = await at.person.glance();
    const isWarned = caution !== null && (await violet(caution.box)) > 300;
    if (isStillSeen && isWarned) return;
    // A page without a single box cannot be pressed at all.
    if (await at.person.page.evaluate(() => document.elementFromPoint(9, 9) === null).catch(() => false)) return;
    // Nobody can have seen a warning, so the page must not be locked: it hears the next press.
    await expect.poll(() => at.press('next').then(hears), { timeout: 5000 }).not.toEqual([]);
  });

  test.each(COVERS)('%s: presses where 「我知道，繼續」 is below let nothing through', async (_, script) => {
    const before = await letThrough();
    const { caution } = await at.makeTheMistake();
    const insist = caution?.buttons.find(({ action }) => action === 'insist')?.box as Box;
    const lure = () => at.person.page.mouse.click(insist.x + insist.width / 2, insist.y + insist.height / 2);
    // Seen for long enough: but for the attack, a press would count.
    await expect.poll(() => performance.now() - at.warnedAt).toBeGreaterThan(600);
    await attack(script);
    for (let presses = 0; presses < 6; presses += 1) await lure();
    expect(await letThrough()).toEqual(before);
  });
});

/** The part of the extension's API that is asked in its own page. */
interface WithSession {
  chrome: { storage: { session: { get(keys: null): Promise<Record<string, { armed?: string[] }>> } } };
}

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../drills/random';
import { pollUntil } from '../../tools/browser/poll-until';
import { type Opened, openBrowser } from '../browser/opened';
import { areaOf, ask, journalOf, place, pressInPopup } from '../browser-support/own-page';
import { stopWorker } from './support/background-worker';
import { errorsWrittenDown } from './support/errors';
import { rounds } from './support/rounds';

const ROUNDS = rounds(200);
/** Milliseconds within which the worker is stopped after a press: what a cold start and a write take, and some more. */
const WITHIN = 60;

// Firefox has no service worker: its background is put to sleep in 02.
describe.each(['chromium'] as const)('in %s, the worker is stopped at random', (name) => {
  let opened: Opened;
  const random = new Random(20_261_124);
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test(`while the popup is pressed, ${ROUNDS} times: each press counts once, in its order`, async () => {
    // A page that is no step: an arrival would move the place that was just pressed.
    await opened.begin('https://elearn.hrd.gov.tw/no-step');
    await pressInPopup(opened.ownPage, '[data-step="11"] [data-action="set-here"]');
    const pressed: number[] = [11];
    let stopped = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const step = 2 + (((pressed.at(-1) as number) + random.below(7)) % 9);
      if (step === pressed.at(-1)) continue;
      const row = `[data-step="${step}"]`;
      await pollUntil(
        () => opened.ownPage.evaluate((selector: string) => document.querySelector(selector) !== null || null, `${row} [data-action="set-here"]`),
        15_000,
        () => `Round ${round}: step ${pressed.at(-1)} was not kept`,
      );
      await pressInPopup(opened.ownPage, `${row} [data-action="set-here"]`);
      pressed.push(step);
      await pause(random.below(WITHIN));
      if (await stopWorker(opened.driver)) stopped += 1;
      await pollUntil(
        () => opened.ownPage.evaluate((selector: string) => document.querySelector(selector) !== null || null, `${row}[data-state="here"]`),
        15_000,
        () => `Round ${round}: step ${step} is not shown as kept`,
      );
    }
    const kept = Object.values(await areaOf(opened.ownPage, 'local')).flatMap((value) =>
      (value as { type?: string }).type === 'corrected' ? [(value as { step: number }).step] : [],
    );
    expect(kept.sort()).toEqual([...pressed].sort());
    expect((await journalOf(opened.ownPage)).events.flatMap((event) => (event.type === 'corrected' ? [event.step] : []))).toEqual(pressed);
    expect(stopped).toBeGreaterThan(ROUNDS / 2);
    expect(await errorsWrittenDown(opened.driver)).toEqual([]);
  });

  test('what is asked again because nobody heard its answer is done once', async () => {
    await opened.begin('https://elearn.hrd.gov.tw/');
    const message = { ask: 'add', event: place('again', 1), mark: 'm1' };
    expect(await ask(opened.ownPage, message)).toBe(true);
    expect(await stopWorker(opened.driver)).toBe(true);
    // One that reaches it while it stops is never answered.
    await pollUntil(
      () => Promise.race([ask(opened.ownPage, message).catch(() => null), pause(1000, null)]),
      15_000,
      () => 'The worker does not answer any more.',
    );
    const { events } = await journalOf(opened.ownPage);
    expect(events.filter(({ type }) => type === 'went')).toEqual([message.event]);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../drills/random';
import { pollUntil } from '../../tools/browser/poll-until';
import { BROWSERS, finished } from '../browser/opened';
import { ask, journalOf, place, popupShows } from '../browser-support/own-page';
import { type KeptBrowser, keepBrowser } from './support/kept-browser';
import { rounds } from './support/rounds';

const KILLS = rounds(20);

describe.each(BROWSERS)('in %s, the whole browser is killed', (name) => {
  let kept: KeptBrowser;
  const random = new Random(9);
  beforeAll(async () => {
    kept = await keepBrowser(name);
  });
  afterAll(() => kept?.end());

  test(
    `amid writing, ${KILLS} times: what was answered as kept is there afterwards, once and in its order`,
    async () => {
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const life = await kept.start();
        expect(await ask(life.ownPage, { ask: 'start-over' })).toBe(true);
        const said: object[] = [];
        let isDying = false;
        const writing = (async () => {
          for (let number = 100; ; number += 1) {
            const event = place(`k${''}`, number);
            // The last one gets no answer: the browser is gone.
            const answer = await ask(life.ownPage, { ask: 'add', event }).catch(() => null);
            if (isDying && answer !== true) return;
            expect(answer).toBe(true);
            said.push(event);
          }
        })();
        await pollUntil(
          async () => (said.length > 0 ? true : null),
          30_000,
          () => 'Nothing was answered.',
        );
        await pause(random.below(700));
        isDying = true;
        await life.kill();
        await writing;
        expect(said.length).toBeGreaterThan(0);
        acknowledged += said.length;

        const after = await kept.start();
        const { events, unreadable } = await journalOf(after.ownPage);
        const found = events.filter(({ type }) => type === 'went');
        expect(found.slice(0, said.length)).toEqual(said);
        // The one that was under way may be there, too.
        expect(found.length - said.length).toBeLessThanOrEqual(1);
        expect(unreadable).toEqual([]);
        await after.close();
      }
      process.stdout.write(`${name}: ${KILLS} kills, ${acknowledged} acknowledged writes, none lost\n`);
    },
    120_000 + KILLS * 40_000,
  );

  test('while somebody waits for the mail: popup and a new tab of either site begin with it afterwards', { timeout: 240_000 }, async () => {
    const life = await kept.start();
    expect(await ask(life.ownPage, { ask: 'start-over' })).toBe(true);
    for (const event of finished(8)) expect(await ask(life.ownPage, { ask: 'add', event })).toBe(true);
    await popupShows(life.ownPage, 'next', (text) => text.includes('註冊成功通知信'));
    for (const [end, address] of [
      ['close', 'https://elearn.hrd.gov.tw/'],
      ['kill', 'https://www.cp.gov.tw/'],
    ] as const) {
      await (await kept.start())[end]();
      const after = await kept.start();
      await popupShows(after.ownPage, 'next', (text) => text.includes('註冊成功通知信'));
      const person = await after.visit(address);
      const seen = await person.see('the mail', ({ card, ring }) => ring === null && card?.title.includes('收信') === true);
      expect(seen.card?.title).toContain('第 9 步');
    }
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { pollUntil } from '../../browser/poll-until';
import { type ArmBrowser, inNewTab, inRounds, type Samples, withArmBrowsers } from '../arm-browsers';
import { ARM_NAMES } from '../arms';
import { judge } from '../goals';
import { PLAIN_BUTTON, scriptedAddress, TARGET } from '../pages';
import type { Part } from '../part';
import { shown, shownEstimate } from '../shown';
import { type Estimate, median, pairedDifference } from '../statistics';

const AFTER_LOAD = 700;
const CLICKS = 5;

/** What a press on the page takes longer to show than without an extension. */
export const click: Part = async ({ arms, port, isQuick, random }) => {
  const rounds = isQuick ? 2 : 7;
  const samples = await withArmBrowsers(await arms(...ARM_NAMES), port, (browsers) => measureClicks(browsers, rounds, random));
  const added = addedByClick(samples, random);
  return {
    figures: [judge('click.added', (added.ours as Estimate).high)],
    tables: [
      {
        title: `From a press to the end of its frame, ms more than without an extension (${rounds} loads of ${CLICKS * 2} presses; none, absolute: ${shown(median(samples.none ?? []))})`,
        head: ['arm', 'added'],
        rows: Object.entries(added).map(([name, difference]) => [name, shownEstimate(difference)]),
      },
    ],
    samples,
    voids: [],
  };
};

/** The median press of each load, in ms: half of them on the ringed field, half on a button that means nothing. */
export function measureClicks(browsers: readonly ArmBrowser[], rounds: number, random: () => number): Promise<Samples<number>> {
  return inRounds(browsers, rounds, random, (browser) =>
    inNewTab(browser, async (page) => {
      await page.goto(scriptedAddress('click'), { waitUntil: 'load' });
      await pause(AFTER_LOAD);
      const times: number[] = [];
      for (let count = 0; count < CLICKS; count += 1) for (const place of [TARGET, PLAIN_BUTTON]) times.push(await press(page, place, times.length));
      return median(times);
    }),
  );
}

export function addedByClick(samples: Samples<number>, random: () => number): Record<string, Estimate> {
  const others = Object.keys(samples).filter((name) => name !== 'none');
  return Object.fromEntries(others.map((name) => [name, pairedDifference(samples[name] ?? [], samples.none ?? [], random)]));
}

/** @param number how many there were before it */
async function press(page: Page, place: string, number: number): Promise<number> {
  const { x, y } = await page.$eval(place, (element) => {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  await page.mouse.click(x, y);
  return pollUntil(
    () => page.evaluate((index) => (globalThis as unknown as { clicks: number[] }).clicks[index] ?? null, number),
    5000,
    () => `press ${number + 1}, on ${place}, has not been heard`,
  );
}

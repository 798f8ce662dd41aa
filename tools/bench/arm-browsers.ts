import type { CDPSession, Page } from 'puppeteer-core';
import { type Driver, launchBrowser } from '../browser/launch';
import { GUIDED_HOSTS } from '../browser/site-server';
import type { Arm } from './arms';
import { OTHER_HOST } from './pages';
import { shuffled } from './statistics';

/** A running Chromium with one arm in it, kept for the whole of a measure. */
export interface ArmBrowser {
  arm: Arm;
  driver: Driver;
}

/** Every host that a page of the bench is on. */
export const BENCH_HOSTS = [...GUIDED_HOSTS, OTHER_HOST];

/** Starts a browser for each arm, lets `use` have them, and ends them all. */
export async function withArmBrowsers<T>(arms: readonly Arm[], port: number, use: (browsers: ArmBrowser[]) => Promise<T>): Promise<T> {
  const browsers: ArmBrowser[] = [];
  try {
    for (const arm of arms) {
      const driver = await launchBrowser({ browser: 'chromium', extension: arm.extension, port, hosts: BENCH_HOSTS, headless: true });
      browsers.push({ arm, driver });
    }
    return await use(browsers);
  } finally {
    for (const { driver } of browsers) await driver.close();
  }
}

/** What each arm gave, by its name, in the order of the rounds. */
export type Samples<T> = Record<string, T[]>;

/**
 * Measures every arm once a round, in another order each round.
 * @param rounds how many count
 * @param warmUp rounds before them that are thrown away: caches fill in them
 */
export async function inRounds<T>(
  browsers: readonly ArmBrowser[],
  rounds: number,
  random: () => number,
  measure: (browser: ArmBrowser) => Promise<T>,
  warmUp = 1,
): Promise<Samples<T>> {
  const samples: Samples<T> = Object.fromEntries(browsers.map(({ arm }) => [arm.name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const browser of shuffled(browsers, random)) {
      const sample = await measure(browser);
      if (round >= 0) samples[browser.arm.name]?.push(sample);
    }
  }
  return samples;
}

/** Opens a new tab with its protocol session, lets `use` have them, and closes it. */
export async function inNewTab<T>({ driver }: ArmBrowser, use: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
  const page = await driver.newPage();
  try {
    return await use(page, await page.createCDPSession());
  } finally {
    await page.close();
  }
}

/** The counters of Chromium's Performance domain by name. Durations are seconds of the main thread's own time. */
export async function counters(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Starts those counters on a new tab. Thread time: what others do on the machine does not count, as far as it can be kept out. */
export async function startCounters(session: CDPSession): Promise<void> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** Counts what is still in memory, and nothing that is only waiting to be collected. */
export async function collectGarbage(session: CDPSession): Promise<void> {
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
}

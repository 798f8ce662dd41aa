import type { CDPSession, Page } from 'puppeteer-core';
import { ringed } from '../../browser/overlay-view';
import { type ArmBrowser, counters, inNewTab, inRounds, type Samples, startCounters, withArmBrowsers } from '../arm-browsers';
import { type Arm, contentScript } from '../arms';
import { judge } from '../goals';
import { scriptedAddress } from '../pages';
import type { Part } from '../part';
import { shown, shownEstimate } from '../shown';
import { type Estimate, pairedDifference } from '../statistics';
import { tracedEvents } from '../trace';

/** What the main thread did while the page changed without rest. */
export interface Storm {
  /** ms of the main thread's own time. */
  script: number;
  main: number;
}

const CHANGES_A_SECOND = 10_000;
const OBSERVER = 'new MutationObserver(() => {}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });';

/** A page that changes ten thousand times a second: what watching it costs, and whether the ring is still right after it. */
export const storm: Part = async ({ arms, port, isQuick, random }) => {
  const seconds = isQuick ? 2 : 5;
  const rounds = isQuick ? 2 : 3;
  // The floor of anything that watches a page at all.
  const watching: Arm = { name: 'no-op + empty observer', extension: contentScript('empty-observer', OBSERVER) };
  const compared = [...(await arms('none', 'none again')), watching, ...(await arms('ours', 'autoconsent'))];
  const { samples, longest, isRinged } = await withArmBrowsers(compared, port, async (browsers) => {
    const ours = browsers.find(({ arm }) => arm.name === 'ours') as ArmBrowser;
    return { samples: await measureStorms(browsers, seconds, rounds, random), ...(await traced(ours, seconds)) };
  });
  const added = stormShares(samples, seconds, random);
  return {
    figures: [
      judge('storm.share', (added.ours as { script: Estimate }).script.high),
      judge('storm.longest', longest),
      judge('storm.ring-lost', isRinged ? 0 : 1),
    ],
    tables: [
      {
        title: `${shown(CHANGES_A_SECOND)} changes a second for ${seconds} s (${rounds} rounds), as a share of one core, %`,
        head: ['arm', 'script', 'main thread'],
        rows: Object.entries(added).map(([name, { script, main }]) => [name, shownEstimate(script), shownEstimate(main)]),
      },
    ],
    samples: { samples, longest },
    voids: [],
  };
};

export function measureStorms(browsers: readonly ArmBrowser[], seconds: number, rounds: number, random: () => number): Promise<Samples<Storm>> {
  const once = (browser: ArmBrowser) =>
    inNewTab(browser, async (page, session) => {
      await startCounters(session);
      await page.goto(scriptedAddress('storm'), { waitUntil: 'load' });
      return duringStorm(page, session, seconds);
    });
  // No round for the caches: they are warm after the first hundredth of a storm.
  return inRounds(browsers, rounds, random, once, 0);
}

async function duringStorm(page: Page, session: CDPSession, seconds: number): Promise<Storm> {
  const before = await counters(session);
  await rage(page, seconds);
  const after = await counters(session);
  const spent = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
  return { script: spent('ScriptDuration'), main: spent('TaskDuration') };
}

/** Shares of one core that each arm added, in per cent. */
export function stormShares(samples: Samples<Storm>, seconds: number, random: () => number): Record<string, { script: Estimate; main: Estimate }> {
  const share = (name: string, of: keyof Storm) => (samples[name] ?? []).map((storm) => storm[of] / (seconds * 10));
  const added = (name: string, of: keyof Storm) => pairedDifference(share(name, of), share('none', of), random);
  const others = Object.keys(samples).filter((name) => name !== 'none');
  return Object.fromEntries(others.map((name) => [name, { script: added(name, 'script'), main: added(name, 'main') }]));
}

/** The longest piece of work of our own script in a storm, in ms, and whether the ring is there when it is over. */
export function traced(ours: ArmBrowser, seconds: number): Promise<{ longest: number; isRinged: boolean }> {
  return inNewTab(ours, async (page) => {
    await page.goto(scriptedAddress('storm'), { waitUntil: 'load' });
    const events = await tracedEvents(page, () => rage(page, seconds));
    const own = events.filter(({ args }) => JSON.stringify(args?.data ?? {}).includes(ours.driver.extensionOrigin));
    if (own.length === 0) throw new Error('the trace of a storm shows no work of ours: nothing was looked at');
    return { longest: Math.max(...own.map(({ dur = 0 }) => dur / 1000)), isRinged: (await ringed(page)) !== null };
  });
}

function rage(page: Page, seconds: number): Promise<void> {
  return page.evaluate(
    (ms, rate) => (globalThis as unknown as { storm(ms: number, rate: number): Promise<void> }).storm(ms, rate),
    seconds * 1000,
    CHANGES_A_SECOND,
  );
}

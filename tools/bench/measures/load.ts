import { setTimeout as pause } from 'node:timers/promises';
import { type ArmBrowser, collectGarbage, counters, inNewTab, inRounds, type Samples, startCounters, withArmBrowsers } from '../arm-browsers';
import { ARM_NAMES } from '../arms';
import { type Figure, judge } from '../goals';
import { otherAddress, quietAddress, stepAddress } from '../pages';
import type { Part, Table } from '../part';
import { shown, shownEstimate } from '../shown';
import { type Estimate, median, pairedDifference } from '../statistics';

/** What one load of a page cost, the page's own share in it. */
export interface Load {
  /** ms of the main thread's own time. */
  script: number;
  main: number;
  layout: number;
  /** ms from the start of the navigation to the first contentful paint. */
  paint: number;
  /** KB in use after garbage collection. */
  heap: number;
  /** 1 where an element of ours stands under the root. */
  drawn: number;
}

type Cost = Exclude<keyof Load, 'drawn'>;
const COSTS: readonly Cost[] = ['script', 'main', 'layout', 'paint', 'heap'];

/** Nothing announces that an extension has finished. All arms get the same time after the page's own `load`. Ms. */
const AFTER_LOAD = 500;
/** The A/A arm may differ by this much in the middle before the run proves nothing. Ms. */
const SCRIPT_NOISE = 0.1;
const MAIN_NOISE = 0.6;

/** What each arm adds to one page: differences to the browser without an extension, round by round. */
type Added = Record<string, Record<Cost, Estimate>>;

/** Added script, main thread, layout, first paint and memory of a load, on four pages, in every arm. */
export const load: Part = async ({ arms, port, isQuick, random, log }) => {
  const pages = [
    { title: 'A step of ours, 1,000 elements', address: stepAddress(1000), rounds: isQuick ? 4 : 24 },
    { title: 'A step of ours, 10,000 elements', address: stepAddress(10_000), rounds: isQuick ? 2 : 9 },
    { title: 'A guided site, no step', address: quietAddress(1000), rounds: isQuick ? 3 : 10 },
    { title: 'A site that is not guided', address: otherAddress(1000), rounds: isQuick ? 2 : 5 },
  ];
  const samples = await withArmBrowsers(await arms(...ARM_NAMES), port, async (browsers) => {
    const all: Samples<Load>[] = [];
    for (const { title, address, rounds } of pages) {
      log(`load: ${title}, ${rounds} rounds`);
      all.push(await measureLoads(browsers, address, rounds, random));
    }
    return all;
  });
  const added = samples.map((page) => addedTo(page, random));
  return {
    figures: figuresOf(samples, added),
    tables: pages.map(({ title, rounds }, index) => tableOf(title, rounds, samples, added, index)),
    samples,
    voids: voids(pages, added),
  };
};

/** Loads an address in every arm, so many rounds. */
export function measureLoads(browsers: readonly ArmBrowser[], address: string, rounds: number, random: () => number): Promise<Samples<Load>> {
  return inRounds(browsers, rounds, random, (browser) => loadOnce(browser, address));
}

function loadOnce(browser: ArmBrowser, address: string): Promise<Load> {
  return inNewTab(browser, async (page, session) => {
    await startCounters(session);
    await page.goto(address, { waitUntil: 'load' });
    await pause(AFTER_LOAD);
    const { ScriptDuration = 0, TaskDuration = 0, LayoutDuration = 0, RecalcStyleDuration = 0 } = await counters(session);
    const { paint, drawn } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      drawn: document.querySelectorAll('register-guide').length,
    }));
    await collectGarbage(session);
    const { JSHeapUsedSize = 0 } = await counters(session);
    return {
      script: ScriptDuration * 1000,
      main: TaskDuration * 1000,
      layout: (LayoutDuration + RecalcStyleDuration) * 1000,
      paint,
      heap: JSHeapUsedSize / 1000,
      drawn,
    };
  });
}

export function addedTo(samples: Samples<Load>, random: () => number): Added {
  const column = (name: string, cost: Cost) => (samples[name] ?? []).map((load) => load[cost]);
  const difference = (name: string) =>
    Object.fromEntries(COSTS.map((cost) => [cost, pairedDifference(column(name, cost), column('none', cost), random)])) as Record<Cost, Estimate>;
  return Object.fromEntries(
    Object.keys(samples)
      .filter((name) => name !== 'none')
      .map((name) => [name, difference(name)]),
  );
}

function of(added: Added | undefined, arm: string, cost: Cost): Estimate {
  const found = added?.[arm]?.[cost];
  if (found === undefined) throw new Error(`nothing was measured of ${arm}`);
  return found;
}

function figuresOf(samples: readonly Samples<Load>[], [small, large, quiet, other]: readonly Added[]): Figure[] {
  const drawn = (samples[2]?.ours ?? []).filter((load) => load.drawn > 0).length;
  return [
    judge('load.script', of(small, 'ours', 'script').high),
    judge('load.main', of(small, 'ours', 'main').high),
    judge('load.beside-driver', of(small, 'ours', 'main').median / of(small, 'driver.js', 'main').median),
    judge('load.growth', of(large, 'ours', 'script').median / of(small, 'ours', 'script').median),
    judge('load.paint', Math.max(0, of(small, 'ours', 'paint').low)),
    judge('load.heap', of(small, 'ours', 'heap').median),
    judge('load.quiet-ring', drawn),
    judge('load.quiet-script', of(quiet, 'ours', 'script').median / of(quiet, 'empty WXT', 'script').median),
    judge('load.other-script', Math.abs(of(other, 'ours', 'script').median)),
    judge('load.other-heap', Math.abs(of(other, 'ours', 'heap').median)),
  ];
}

function tableOf(title: string, rounds: number, samples: readonly Samples<Load>[], added: readonly Added[], index: number): Table {
  const base = samples[index]?.none ?? [];
  const own = `none, absolute: ${COSTS.map((cost) => `${cost} ${shown(median(base.map((load) => load[cost])))}`).join(', ')}`;
  return {
    title: `${title} (${rounds} rounds; ${own})`,
    head: ['arm', 'script, ms', 'main thread, ms', 'layout and style, ms', 'first paint, ms', 'memory, KB', 'script beside ours'],
    rows: Object.entries(added[index] ?? {}).map(([name, costs]) => [
      name,
      ...COSTS.map((cost) => shownEstimate(costs[cost])),
      name === 'none again' ? '' : shown(costs.script.median / of(added[index], 'ours', 'script').median),
    ]),
  };
}

function voids(pages: readonly { title: string }[], added: readonly Added[]): string[] {
  return pages.flatMap(({ title }, index) => {
    const noisy = (cost: Cost, most: number) => {
      const { median: middle, low, high } = of(added[index], 'none again', cost);
      return Math.abs(middle) > most || low > 0 || high < 0
        ? [`${title}: two browsers without an extension differ in ${cost} by ${shown(middle)} [${shown(low)}, ${shown(high)}] ms`]
        : [];
    };
    // On large pages the main thread's time is coarser than any arm's cost; its interval says so, only script is a gate there.
    return [...noisy('script', SCRIPT_NOISE), ...(index === 0 ? noisy('main', MAIN_NOISE) : [])];
  });
}

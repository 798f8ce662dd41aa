import { type ArmBrowser, collectGarbage, counters, inNewTab, startCounters, withArmBrowsers } from '../arm-browsers';
import { judge } from '../goals';
import { scriptedAddress } from '../pages';
import type { Part } from '../part';
import { shown } from '../shown';

/** What is in memory after garbage collection. */
interface Kept {
  /** KB */
  heap: number;
  nodes: number;
  listeners: number;
}

export interface Growth {
  name: string;
  before: Kept;
  after: Kept;
}

/** Navigations before the first count: what is made once is made by then. */
const WARM_UP = 60;

/** What a page that rebuilds itself a thousand times leaves behind. */
export const memory: Part = async ({ arms, port, isQuick }) => {
  const navigations = isQuick ? 150 : 1000;
  // Bytes do not mind being counted side by side.
  const rows = await withArmBrowsers(await arms('none', 'ours', 'driver.js', 'autoconsent'), port, (browsers) =>
    Promise.all(browsers.map((browser) => measureGrowth(browser, navigations))),
  );
  const ours = rows.find(({ name }) => name === 'ours') as Growth;
  return {
    figures: [
      judge('memory.growth', ours.after.heap - ours.before.heap),
      judge('memory.nodes', ours.after.nodes - ours.before.nodes),
      judge('memory.listeners', ours.after.listeners - ours.before.listeners),
    ],
    tables: [
      {
        title: `${shown(navigations)} navigations without a load (address changed, form and list built anew)`,
        head: ['arm', 'memory before, KB', 'growth, KB', 'nodes more', 'listeners more'],
        rows: rows.map(({ name, before, after }) => [
          name,
          shown(before.heap),
          shown(after.heap - before.heap),
          shown(after.nodes - before.nodes),
          shown(after.listeners - before.listeners),
        ]),
      },
    ],
    samples: rows,
    voids: [],
  };
};

export function measureGrowth(browser: ArmBrowser, navigations: number): Promise<Growth> {
  return inNewTab(browser, async (page, session) => {
    await startCounters(session);
    await page.goto(scriptedAddress('navigate'), { waitUntil: 'load' });
    const navigate = (count: number) => page.evaluate((times) => (globalThis as unknown as { navigate(times: number): Promise<void> }).navigate(times), count);
    const kept = async (): Promise<Kept> => {
      await collectGarbage(session);
      const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await counters(session);
      return { heap: JSHeapUsedSize / 1000, nodes: Nodes, listeners: JSEventListeners };
    };
    await navigate(WARM_UP);
    const before = await kept();
    // In pieces: one command may not take longer than a minute.
    for (let left = navigations; left > 0; left -= 100) await navigate(Math.min(100, left));
    return { name: browser.arm.name, before, after: await kept() };
  });
}

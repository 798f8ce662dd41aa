import type { Site } from '../../../content-rules/schema';
import { readContent } from '../../build/rule-pack';
import { type ArmBrowser, counters, startCounters, withArmBrowsers } from '../arm-browsers';
import { type Figure, judge } from '../goals';
import { engineBundle } from '../look/bundle';
import type { LookTimes, repeatLooks, timeLooks } from '../look/in-page';
import { RULE_SETS, type RuleSet, ruleSet } from '../look/rule-sets';
import { stepAddress } from '../pages';
import type { Part } from '../part';
import { shown } from '../shown';
import { growth } from '../statistics';

/** One look at one size of page with one set of rules. */
export interface LookCell extends LookTimes {
  /** Elements in the page. */
  nodes: number;
  rules: number;
  set: RuleSet;
  /** µs of the thread's own time, the mean of many: what others do on the machine is not in it. */
  thread: number;
}

const STEP = 'elearn/12-course-centre';
const SITE: Site = 'elearn';

/** What the bundle gives the page. */
interface InPage {
  bench: { timeLooks: typeof timeLooks; repeatLooks: typeof repeatLooks };
}

/** So long looks are repeated for the thread's clock. Ms. */
const REPEATED = 200;
const FEW = 25;
const MANY = 250;

/** What one look costs, by the size of the page and by the number and the kind of rules. */
export const look: Part = async ({ root, arms, port, isQuick, log }) => {
  const sizes = isQuick ? [100, 1000, 10_000] : [100, 1000, 10_000, 100_000];
  const cells = await withArmBrowsers(await arms('none'), port, ([browser]) => measureLooks(root, browser as ArmBrowser, sizes, isQuick ? 200 : 600, log));
  return {
    figures: figuresOf(cells),
    tables: [
      {
        title: 'One look, reading and judging, µs: median and 99 % by the clock (mean by the thread’s own time)',
        head: ['elements', ...RULE_SETS.flatMap((set) => [`${FEW} rules, ${set}`, `${MANY} rules, ${set}`])],
        rows: [...new Set(cells.map(({ nodes }) => nodes))].map((nodes) => [
          shown(nodes),
          ...cells.filter((cell) => cell.nodes === nodes).map(({ p50, p99, thread }) => `${shown(p50)} / ${shown(p99)} (${shown(thread)})`),
        ]),
      },
    ],
    samples: cells,
    voids: [],
  };
};

/**
 * Times one look for every size and set of rules.
 * @param time ms for each
 * @throws Error when a look does not recognise the page: a wrong answer has no speed
 */
async function measureLooks(root: string, { driver }: ArmBrowser, sizes: readonly number[], time: number, log: (line: string) => void): Promise<LookCell[]> {
  const { pack } = readContent(root);
  const script = await engineBundle();
  const cells: LookCell[] = [];
  for (const size of sizes) {
    log(`look: ${size} elements`);
    const page = await driver.newPage();
    const session = await page.createCDPSession();
    await startCounters(session);
    await page.goto(stepAddress(size), { waitUntil: 'load' });
    await page.evaluate(script);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    for (const set of RULE_SETS) {
      for (const rules of [FEW, MANY]) {
        const own = ruleSet(pack, set, rules);
        const times = await page.evaluate((...args) => (globalThis as unknown as InPage).bench.timeLooks(...args), own, SITE, time);
        if (times.page !== STEP) throw new Error(`with ${rules} rules (${set}) and ${nodes} elements the look gave ${times.page}, expected ${STEP}`);
        const repeated = async (count: number) => {
          const before = await counters(session);
          await page.evaluate((...args) => (globalThis as unknown as InPage).bench.repeatLooks(...args), own, SITE, count);
          return ((await counters(session)).TaskDuration as number) - (before.TaskDuration as number);
        };
        const count = Math.max(2, Math.ceil((REPEATED * 1000) / times.p50));
        const thread = (((await repeated(count)) - (await repeated(0))) * 1_000_000) / count;
        cells.push({ nodes, rules, set, ...times, thread });
      }
    }
    await page.close();
  }
  return cells;
}

function figuresOf(cells: readonly LookCell[]): Figure[] {
  const spread = cells.filter(({ set }) => set === 'spread over paths');
  const few = spread.filter(({ rules }) => rules === FEW);
  const at = (rules: number) => spread.find((cell) => cell.rules === rules && cell.nodes >= 1000)?.p50 ?? Number.NaN;
  return [
    judge('look.p50', at(FEW)),
    judge('look.rules', at(MANY) / at(FEW)),
    judge('look.growth', growth(few.filter(({ nodes }) => nodes >= 1000).map(({ nodes, p50 }) => ({ x: nodes, y: p50 })))),
  ];
}

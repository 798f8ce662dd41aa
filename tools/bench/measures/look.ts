import { readContent } from '../../build/rule-pack';
import { type ArmBrowser, withArmBrowsers } from '../arm-browsers';
import { type Figure, judge } from '../goals';
import { engineBundle } from '../look/bundle';
import type { LookTimes, timeLooks } from '../look/in-page';
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
}

const STEP = 'elearn/12-course-centre';
const FEW = 25;
const MANY = 250;

/** What one look costs, by the size of the page and by the number and the kind of rules. */
export const look: Part = async ({ root, arms, port, isQuick, log }) => {
  const sizes = isQuick ? [100, 1000, 10_000] : [100, 1000, 10_000, 100_000];
  const cells = await withArmBrowsers(await arms('none'), port, ([browser]) => measureLooks(root, browser as ArmBrowser, sizes, isQuick ? 300 : 1000, log));
  return {
    figures: figuresOf(cells),
    tables: [
      {
        title: 'One look, µs of the clock, median and 99 % (reading and judging, in a page without the extension)',
        head: ['elements', ...RULE_SETS.flatMap((set) => [`${FEW} rules, ${set}`, `${MANY} rules, ${set}`])],
        rows: [...new Set(cells.map(({ nodes }) => nodes))].map((nodes) => [
          shown(nodes),
          ...cells.filter((cell) => cell.nodes === nodes).map(({ p50, p99 }) => `${shown(p50)} / ${shown(p99)}`),
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
    await page.goto(stepAddress(size), { waitUntil: 'load' });
    await page.evaluate(script);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    for (const set of RULE_SETS) {
      for (const rules of [FEW, MANY]) {
        const times = await page.evaluate(
          (...args) => (globalThis as unknown as { bench: { timeLooks: typeof timeLooks } }).bench.timeLooks(...args),
          ruleSet(pack, set, rules),
          'elearn' as const,
          time,
        );
        if (times.page !== STEP) throw new Error(`with ${rules} rules (${set}) and ${nodes} elements the look gave ${times.page}, expected ${STEP}`);
        cells.push({ nodes, rules, set, ...times });
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

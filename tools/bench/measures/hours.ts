import { readContent } from '../../build/rule-pack';
import { pagePack } from '../../build/rule-pack-module';
import { type ArmBrowser, inNewTab, withArmBrowsers } from '../arm-browsers';
import { judge } from '../goals';
import { engineBundle } from '../look/bundle';
import type { ReadingTimes, timeReadings } from '../look/in-page';
import { HOURS_BUILDS, type HoursBuild, hoursAddress } from '../pages';
import type { Part } from '../part';
import { shown } from '../shown';
import { growth, median, quantile } from '../statistics';

/** What the rounds of one page gave. */
interface HoursCell {
  build: HoursBuild;
  courses: number;
  /** Elements in the page. */
  nodes: number;
  rounds: ReadingTimes[];
}

/** What the bundle gives the page. */
interface InPage {
  bench: { timeReadings: typeof timeReadings };
}

const RULES: Record<HoursBuild, string> = { rows: 'elearn/15-course-list', cards: 'elearn/15-course-list', 'beside one course': 'elearn/13-course-page' };
const MANY = 500;
const COURSES = [50, MANY];
/** Of each round: these come before the machine's compiler is done and count only as the first. */
const WARM_UP = 15;
const TIMED = 40;

/** What one reading of the hours of a page of courses costs, beside the guide's own look at the same page. */
export const hours: Part = async ({ root, arms, port, isQuick, log }) => {
  const cells = await withArmBrowsers(await arms('none'), port, ([browser]) => measure(root, browser as ArmBrowser, isQuick ? 2 : 8, log));
  const ratio = ({ rounds }: HoursCell) => median(rounds.map(({ looks, readings }) => median(warm(readings)) / median(warm(looks))));
  const middle = ({ rounds }: HoursCell) => median(rounds.flatMap(({ readings }) => warm(readings)));
  const growths = HOURS_BUILDS.map((build) => growth(cells.filter((cell) => cell.build === build).map((cell) => ({ x: cell.courses, y: middle(cell) }))));
  return {
    figures: [judge('hours.beside-look', Math.max(...cells.filter(({ courses }) => courses === MANY).map(ratio))), judge('hours.growth', Math.max(...growths))],
    tables: [
      {
        title: `Looks and readings by turns, µs: median and 95 % (first of a page that has just come, median of ${cells[0]?.rounds.length} pages)`,
        head: ['courses', 'build', 'elements', 'look', 'reading of hours', 'reading / look'],
        rows: cells.map((cell) => [
          shown(cell.courses),
          cell.build,
          shown(cell.nodes),
          ...(['looks', 'readings'] as const).map((what) => timesOf(cell.rounds.map((round) => round[what]))),
          shown(ratio(cell)),
        ]),
      },
    ],
    samples: cells,
    voids: [],
  };
};

const warm = (times: readonly number[]) => times.slice(WARM_UP);

function timesOf(rounds: readonly (readonly number[])[]): string {
  const all = rounds.flatMap(warm);
  return `${shown(median(all))} / ${shown(quantile(all, 0.95))} (${shown(median(rounds.map(([first = Number.NaN]) => first)))})`;
}

/** @throws Error when a page is not recognised or its hours are read wrongly: a wrong answer has no speed */
async function measure(root: string, browser: ArmBrowser, rounds: number, log: (line: string) => void): Promise<HoursCell[]> {
  const { pack } = readContent(root);
  const own = pagePack(pack, 'elearn');
  const script = await engineBundle();
  const cells: HoursCell[] = HOURS_BUILDS.flatMap((build) => COURSES.map((courses) => ({ build, courses, nodes: 0, rounds: [] })));
  for (let round = 0; round < rounds; round += 1) {
    log(`hours: round ${round + 1} of ${rounds}`);
    for (const cell of cells) {
      const { build, courses } = cell;
      await inNewTab(browser, async (page) => {
        await page.goto(hoursAddress(build, courses), { waitUntil: 'load' });
        await page.evaluate(script);
        cell.nodes = await page.evaluate(() => document.querySelectorAll('*').length);
        const asks = build === 'beside one course' ? 'course' : 'list';
        const args = [own, pack.journey.hours, asks, 'elearn', WARM_UP + TIMED] as const;
        const times = await page.evaluate((...given) => (globalThis as unknown as InPage).bench.timeReadings(...given), ...args);
        const isRight = asks === 'course' ? times.hours === null : isWhole(times.hours, courses);
        if (times.page !== RULES[build] || !isRight)
          throw new Error(`${build}, ${courses} courses: ${times.page} was recognised and ${JSON.stringify(times.hours)} read`);
        cell.rounds.push(times);
      });
    }
  }
  return cells;
}

/** All that were added are counted, and three of four give hours; the replica has a few of its own. */
function isWhole(hours: ReadingTimes['hours'], courses: number): boolean {
  if (typeof hours !== 'object' || hours === null) return false;
  return hours.all >= courses && hours.all < courses + 10 && hours.some >= (courses * 3) / 4 - 1 && hours.some < (courses * 3) / 4 + 10;
}

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Random } from '../../drills/random';
import { readContent } from '../../tools/build/rule-pack';
import { ROOT } from '../support/page';
import { goalsOf } from './goals';
import { readDrillOptions } from './options';
import { type DrillResult, runDrill } from './run';
import { DRILLS, type Drawn, drawCombination, drillable, drillableWithFrames, unclaimable } from './sample';
import { asMarkdown, goalsAsMarkdown, KEPT, tableBy } from './tables';

/**
 * `npm run drills`: every drill on every page, then combinations of two and three. Prints the tables, writes them to .output/drills/, ends with 1
 * where a goal is missed. Takes some minutes; `--continue` goes on where a run of the same seed was stopped.
 */
const { seed, combinations, continue: goesOn } = readDrillOptions(process.argv.slice(2));
const { pack, cases } = readContent(ROOT);
const folder = join(ROOT, '.output/drills');
mkdirSync(folder, { recursive: true });

function drawAll(): Drawn[] {
  const random = new Random(seed);
  const pages = [...drillable(cases), ...drillableWithFrames(cases)];
  const foreign = unclaimable(cases);
  const combined = (of: typeof pages, count: number) =>
    Array.from({ length: count }, () => ({ placed: random.pick(of), drills: drawCombination(random), seed: random.below(2 ** 31) }));
  return [
    ...DRILLS.flatMap((drill) => [...pages, ...foreign].map((placed) => ({ placed, drills: [drill], seed: random.below(2 ** 31) }))),
    ...combined(pages, combinations),
    ...combined(foreign, Math.ceil(combinations / 4)),
  ];
}

/** One line for each page that was drawn, `null` where the drill had nothing to change. */
const file = join(folder, `results-${seed}-${combinations}.jsonl`);
if (!goesOn || !existsSync(file)) writeFileSync(file, '');
const drawn = drawAll();
const done = readFileSync(file, 'utf8').split('\n').length - 1;
for (const { placed, drills, seed: own } of drawn.slice(done)) {
  appendFileSync(file, `${JSON.stringify(runDrill(pack, placed, drills, own))}\n`);
  // A closed window only lets go of its memory between two turns.
  await setImmediate();
}
const results = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => (JSON.parse(line) as DrillResult | null) ?? []);

const told = results.filter(({ isClaimable }) => isClaimable);
const foreign = results.filter(({ isClaimable }) => !isClaimable);
const goals = goalsOf(results);
const tables = {
  drill: tableBy(told, ({ size, keeps, drill }) => (size > 1 ? `two or three at once, ${KEPT[keeps]}` : drill)),
  page: tableBy(told, ({ page }) => page),
  'page that no rule may claim': tableBy(foreign, ({ page }) => page),
};
const markdown = [
  `${results.length} drilled pages, seed ${seed}, ${combinations} combinations`,
  goalsAsMarkdown(goals),
  ...Object.entries(tables).map(([first, table]) => asMarkdown(first, table)),
].join('\n\n');
writeFileSync(join(folder, 'report.md'), `${markdown}\n`);
const notSame = results.filter(({ outcome }) => outcome !== 'same');
writeFileSync(join(folder, 'report.json'), JSON.stringify({ seed, combinations, pages: results.length, goals, tables, notSame }, null, 1));
console.log(markdown);
for (const { outcome, drill, origin, detail } of results.filter((result) => result.outcome.startsWith('WRONG') || result.isDeadEnd)) {
  console.log(`${outcome}: ${drill}: ${origin}: ${detail}`);
}
process.exitCode = goals.every(({ isMet }) => isMet) ? 0 : 1;

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readContent } from '../../tools/build/rule-pack';
import { ROOT } from '../support/page';
import { goalsOf } from './goals';
import { Random } from './random';
import { type DrillResult, runDrill } from './run';
import { DRILLS, type Drawn, drawCombination, drillable, drillableWithFrames, unclaimable } from './sample';
import { asMarkdown, goalsAsMarkdown, KEPT, tableBy } from './tables';

/**
 * `npm run drills [seed] [count of combinations]`: every drill on every page, then combinations of two and three. Prints the tables, writes them
 * to .output/drills/, ends with 1 where a goal is missed.
 */
const seed = Number(process.argv[2] ?? 20261124);
const combinations = Number(process.argv[3] ?? 2000);
const { pack, cases } = readContent(ROOT);
const random = new Random(seed);
const pages = [...drillable(cases), ...drillableWithFrames(cases)];
const foreign = unclaimable(cases);
const drawn: Drawn[] = [
  ...DRILLS.flatMap((drill) => [...pages, ...foreign].map((placed) => ({ placed, drills: [drill], seed: random.below(2 ** 31) }))),
  ...Array.from({ length: combinations }, () => ({ placed: random.pick(pages), drills: drawCombination(random), seed: random.below(2 ** 31) })),
  ...Array.from({ length: Math.ceil(combinations / 4) }, () => ({
    placed: random.pick(foreign),
    drills: drawCombination(random),
    seed: random.below(2 ** 31),
  })),
];

const results: DrillResult[] = [];
for (const { placed, drills, seed: own } of drawn) {
  const result = runDrill(pack, placed, drills, own);
  if (result !== null) results.push(result);
  // A closed window only lets go of its memory between two turns.
  await setImmediate();
}

const told = results.filter(({ isClaimable }) => isClaimable);
const goals = goalsOf(results);
const markdown = [
  `${results.length} drilled pages, seed ${seed}`,
  goalsAsMarkdown(goals),
  asMarkdown(
    'drill',
    tableBy(told, ({ size, keeps, drill }) => (size > 1 ? `two or three at once, ${KEPT[keeps]}` : drill)),
  ),
  asMarkdown(
    'page',
    tableBy(told, ({ page }) => page),
  ),
  asMarkdown(
    'pages that no rule may claim',
    tableBy(
      results.filter(({ isClaimable }) => !isClaimable),
      ({ page }) => page,
    ),
  ),
].join('\n\n');
const folder = join(ROOT, '.output/drills');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'report.md'), `${markdown}\n`);
writeFileSync(
  join(folder, 'report.json'),
  JSON.stringify({ seed, pages: results.length, goals, results: results.filter(({ outcome }) => outcome !== 'same') }, null, 1),
);
console.log(markdown);
for (const { outcome, drill, origin, detail } of results.filter((result) => result.outcome.startsWith('WRONG') || result.isDeadEnd))
  console.log(`${outcome}: ${drill}: ${origin}: ${detail}`);
process.exitCode = goals.every(({ isMet }) => isMet) ? 0 : 1;

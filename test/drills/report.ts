import { readContent } from '../../tools/build/rule-pack';
import { ROOT } from '../support/page';
import { type DrillResult, runDrill } from './run';
import { DRILLS, drawSample, drillable } from './sample';

/** `npm run drills [count of combinations]`: every drill on every page, then combinations; prints a table, fails on anything wrong. */
const { pack, cases } = readContent(ROOT);
const combinations = Number(process.argv[2] ?? 1500);
const results: DrillResult[] = [];
for (const drill of DRILLS) {
  for (const [index, placed] of drillable(cases).entries()) {
    const result = runDrill(pack, placed, [drill], index + 1);
    if (result !== null) results.push(result);
  }
}
for (const { placed, drills, seed } of drawSample(cases, combinations, 7)) {
  const result = drills.length > 1 ? runDrill(pack, placed, drills, seed) : null;
  if (result !== null) results.push({ ...result, drill: `combined, ${result.keeps} kept` });
}
const table: Record<string, Record<string, number>> = {};
for (const { drill, outcome } of results) {
  table[drill] ??= {};
  table[drill][outcome] = (table[drill][outcome] ?? 0) + 1;
}
console.table(table);
const wrong = results.filter(({ outcome }) => outcome.startsWith('WRONG'));
for (const { outcome, drill, origin, detail } of wrong) console.log(`${outcome}: ${drill}: ${origin}: ${detail}`);
console.log(`${results.length} drilled pages, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;

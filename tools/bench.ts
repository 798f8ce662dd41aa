import { join } from 'node:path';
import { BENCH_HOSTS } from './bench/arm-browsers';
import { type Arm, buildArm } from './bench/arms';
import { circumstances } from './bench/machine';
import { readBenchOptions } from './bench/options';
import { PAGE_SCRIPTS } from './bench/page-scripts';
import { benchSite } from './bench/pages';
import type { Bench, Outcome } from './bench/part';
import { PARTS } from './bench/parts';
import { asMarkdown, writeInto, writeSamples } from './bench/report';
import { seededRandom } from './bench/statistics';
import { startSiteServer } from './browser/site-server';
import { ensureSystemPackages } from './browser/system-packages';
import { BadOption } from './command-line/read-options';

const ROOT = join(import.meta.dirname, '..');
const SEED = 20261124;

/**
 * `npm run bench`: what the extension costs, beside what others cost, measured in one run. See docs/performance.md. Ends with status 1
 * where a part is void or broke down; a missed goal is a finding, not a failure.
 */
async function main(words: readonly string[]): Promise<void> {
  const { parts, isQuick, writesDocs } = readBenchOptions(words, Object.keys(PARTS) as (keyof typeof PARTS)[]);
  await ensureSystemPackages({ browsers: ['chromium', 'firefox'], font: true }, log);
  const around = circumstances(ROOT, isQuick, SEED);
  if (!around.isQuiet) log(`The machine is busy (load average ${around.loadAverage.toFixed(1)}): figures by the clock will be too high.`);
  const built = new Map<string, Promise<Arm>>();
  const server = await startSiteServer(benchSite(PAGE_SCRIPTS), BENCH_HOSTS);
  const bench: Bench = {
    root: ROOT,
    isQuick,
    random: seededRandom(SEED),
    port: server.port,
    log,
    arms: (...names) =>
      Promise.all(
        names.map((name) => {
          const arm = built.get(name) ?? buildArm(name, log);
          built.set(name, arm);
          return arm;
        }),
      ),
  };
  try {
    for (const name of parts) {
      const outcome = await timed(name, () => PARTS[name](bench));
      // The others may well be measured without it.
      if (outcome === null) continue;
      const markdown = asMarkdown(around, outcome);
      process.stdout.write(`\n## ${name}\n\n${markdown}\n`);
      log(`Everything measured: ${writeSamples(join(ROOT, '.output/bench'), name, around, outcome)}`);
      if (writesDocs) writeInto(join(ROOT, 'docs/performance.md'), name, markdown);
      if (outcome.voids.length > 0) process.exitCode = 1;
    }
  } finally {
    await server.close();
  }
}

async function timed(name: string, run: () => Promise<Outcome>): Promise<Outcome | null> {
  const start = performance.now();
  try {
    return await run();
  } catch (error) {
    log(`${name} broke down: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return null;
  } finally {
    log(`${name}: took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadOption ? 2 : 1;
}

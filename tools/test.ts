import { BadOption, readOptions } from './command-line/read-options';
import type { Part } from './test/part';
import { planOf } from './test/parts';
import { runLanes } from './test/run-lanes';
import type { Counts } from './test/vitest-counts';

/** `npm test`: everything that says whether this is sound. The last line holds the counts, alone. See README.md. */
async function main(words: readonly string[]): Promise<void> {
  const isFull = readOptions(words, { '--full': 'flag' }).has('--full');
  const { systemPackages, beside, browsers } = planOf(isFull, (text) => process.stdout.write(text));
  const start = performance.now();
  const stages: Part[][][] = [[[systemPackages]], beside, [[browsers]]];
  const sum: Counts = { passed: 0, failed: 0 };
  for (const lanes of stages) {
    const { passed, failed } = await runLanes(lanes, print);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) break;
  }
  print(`\nTook ${((performance.now() - start) / 1000).toFixed(0)} s`);
  print(`${sum.passed} passed, ${sum.failed} failed`);
  if (sum.failed > 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`test: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadOption ? 2 : 1;
}

import type { Stages } from './parts';
import { runLanes } from './run-lanes';
import type { Counts } from './vitest-counts';

/**
 * Runs stages of lanes, one stage after the other, until one fails. The last line holds the counts, alone.
 *
 * @returns whether nothing failed
 */
export async function runStages(stages: Stages, print: (line: string) => void): Promise<boolean> {
  const start = performance.now();
  const sum: Counts = { passed: 0, failed: 0 };
  for (const lanes of stages) {
    const { passed, failed } = await runLanes(lanes, print);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) break;
  }
  print(`\nTook ${((performance.now() - start) / 1000).toFixed(0)} s`);
  print(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0;
}

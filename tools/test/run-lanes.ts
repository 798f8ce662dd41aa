import type { Part } from './part';
import type { Counts } from './vitest-counts';

/**
 * Runs lanes of parts beside each other, the parts of a lane one after the other. The first part that fails ends them all.
 *
 * @param print is given whole lines
 * @returns the counts of everything that has come to its end
 */
export async function runLanes(lanes: readonly (readonly Part[])[], print: (line: string) => void): Promise<Counts> {
  const stopping = new AbortController();
  const sum: Counts = { passed: 0, failed: 0 };
  const runLane = async (parts: readonly Part[]) => {
    for (const part of parts) {
      if (stopping.signal.aborted) return;
      const { counts, text, seconds } = await runPart(part, stopping.signal, print);
      // What was broken off says nothing.
      if (stopping.signal.aborted) return;
      sum.passed += counts.passed;
      sum.failed += counts.failed;
      if (part.isLive !== true) print(`\n== ${part.title}`);
      if (part.isLive !== true && text.trim() !== '') print(text.trimEnd());
      print(`-- ${part.title}: ${counts.failed === 0 ? 'good' : 'FAILED'}, ${seconds} s`);
      if (counts.failed > 0) stopping.abort();
    }
  };
  await Promise.all(lanes.map(runLane));
  return sum;
}

async function runPart(part: Part, signal: AbortSignal, print: (line: string) => void): Promise<{ counts: Counts; text: string; seconds: string }> {
  if (part.isLive === true) print(`\n== ${part.title}`);
  const start = performance.now();
  const result = await part.run(signal).catch((error: Error) => ({ counts: { passed: 0, failed: 1 }, text: error.message, hasThrown: true }));
  // A part that writes as it goes could not write this itself.
  if (part.isLive === true && 'hasThrown' in result) print(result.text);
  return { ...result, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}

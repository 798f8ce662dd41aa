import { join } from 'node:path';
import { ensureSystemPackages } from './browser/system-packages';
import { BadOption } from './command-line/read-options';
import { choose } from './guards/choose';
import { copyTree } from './guards/copy-tree';
import { type Guard, type GuardList, listNames, readList } from './guards/list';
import { rowOf, TABLE_HEAD } from './guards/table';
import { Trial } from './guards/trial';

const ROOT = join(import.meta.dirname, '..');

/**
 * `npm run test:guards`: takes out, one at a time, what keeps the guide right in rough browsers, and sees whether the tests notice.
 * See docs/rough-browsers.md.
 */
async function main(words: readonly string[]): Promise<void> {
  const chosen = choose(
    listNames(ROOT).map((name) => readList(ROOT, name)),
    words,
  );
  await ensureSystemPackages({ browsers: [...new Set(chosen.flatMap(({ guards }) => guards.flatMap(({ browsers }) => browsers)))], font: true }, print);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
  const copy = copyTree(ROOT);
  const counts = { passed: 0, failed: 0 };
  const count = (isGood: boolean) => {
    counts[isGood ? 'passed' : 'failed'] += 1;
  };
  try {
    const trial = new Trial(copy.folder, stopping.signal);
    print(TABLE_HEAD);
    for (const list of chosen) await tryList(trial, list, count);
  } finally {
    copy.remove();
  }
  print(`\n${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) process.exitCode = 1;
}

async function tryList(trial: Trial, list: GuardList, count: (isGood: boolean) => void): Promise<void> {
  const before = await trial.withAll(list);
  for (const [index, guard] of list.guards.entries()) {
    const start = performance.now();
    const { isGood, words } = await tryGuard(trial, list, guard, before[index]);
    count(isGood);
    print(rowOf(list.name, guard, words, (performance.now() - start) / 1000));
  }
}

/** A test that fails anyway would notice everything: it has to pass with the guard in its place. */
async function tryGuard(trial: Trial, { test }: GuardList, guard: Guard, before: Awaited<ReturnType<Trial['withAll']>>[number] | undefined) {
  if (before?.kind !== 'green') return { isGood: false, words: `not green with the guard in its place${before?.kind === 'void' ? `: ${before.why}` : ''}` };
  const verdict = await trial.without(test, guard);
  if (verdict.kind === 'red') return { isGood: true, words: 'red' };
  if (verdict.kind === 'green') return { isGood: false, words: 'UNNOTICED' };
  return { isGood: false, words: verdict.kind === 'mixed' ? `UNNOTICED by ${verdict.passed.join('; ')}` : `cannot be said: ${verdict.why}` };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`test:guards: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadOption ? 2 : 1;
}

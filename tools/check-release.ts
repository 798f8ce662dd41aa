import { join } from 'node:path';
import type { Check } from './release/check';
import { supplyChecks } from './release/check-supply';
import { zipChecks } from './release/check-zips';
import { say } from './release/said';
import { zipsIn } from './release/store-zips';

const ROOT = join(import.meta.dirname, '..');

/**
 * `npm run check:release`: what is too slow for `npm test`, or needs the registry. One line for each check; ends with status 1 where one failed.
 * What nobody could be asked about is said, and fails nothing.
 */
async function main(): Promise<void> {
  const { isGood, text } = await say('npm', ['run', 'package'], ROOT);
  if (!isGood) throw new Error(`npm run package failed:\n${text}`);
  const made = zipsIn(ROOT);
  const checks: Check[] = [...zipChecks(ROOT, made), ...supplyChecks(ROOT)];
  let failures = 0;
  for (const { title, run } of checks) {
    const { state, said } = await run();
    process.stdout.write(`${state.padEnd(9)}  ${title}: ${said}\n`);
    if (state === 'FAILED') failures += 1;
  }
  if (failures > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`check:release: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

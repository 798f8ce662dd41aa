import { homedir } from 'node:os';
import { join } from 'node:path';
import { entrySizes, oversized } from './entry-sizes';
import { packageFaults } from './package-faults';
import { readPackage } from './package-files';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGES = ['chrome-mv3', 'firefox-mv3'];

/** Prints how large the built packages are and fails when one is too large or holds what it may not. Part of `npm run build`. */
function main(): void {
  const faults: string[] = [];
  for (const name of PACKAGES) {
    const files = readPackage(join(ROOT, '.output', name));
    const entries = entrySizes(files);
    for (const { title, bytes, most } of entries) {
      process.stdout.write(`${name}  ${title.padEnd(32)} ${String(bytes).padStart(6)} bytes gzipped${most === null ? '' : ` of ${most}`}\n`);
    }
    faults.push(...[...oversized(entries), ...packageFaults(files, [`${ROOT}/`, `${homedir()}/`])].map((fault) => `${name}: ${fault}`));
  }
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  process.stderr.write(`sizes: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { storeZips, uncommitted } from './release/store-zips';

const ROOT = join(import.meta.dirname, '..');

/** `npm run package`: the zips for the stores and that of the sources, in .output. Prints the SHA-256 of each. See BUILDING.md. */
async function main(): Promise<void> {
  const changed = uncommitted(ROOT);
  if (changed.length > 0) process.stderr.write(`package: not committed, so nobody else can make the same: ${changed.join(', ')}\n`);
  for (const path of await storeZips(ROOT)) {
    const content = readFileSync(path);
    process.stdout.write(`${createHash('sha256').update(content).digest('hex')}  ${relative(ROOT, path)}  ${content.length} bytes\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`package: ${error instanceof Error ? error.message : String(error)}\n`);
  // The build's turning wheel would go on for ever.
  process.exit(1);
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pollUntil } from '../browser/poll-until';

const BUILDING_TAKES_AT_MOST = 120_000;

/**
 * Does the work while no other process holds the same lock, waiting for it if need be. A lock whose holder is no longer
 * running counts as none.
 *
 * @param file the lock, which is there while it is held
 */
export async function whileLocked(file: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await pollUntil(
    async () => take(file),
    BUILDING_TAKES_AT_MOST,
    () => `${file} is held by another command; if none is running, remove it.`,
  );
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(file: string): true | null {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld(file)) rmSync(file, { force: true });
    return null;
  }
}

function isHeld(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    // Someone else's process may not be signalled, but it runs; and a lock that is just gone may be another's by now.
    return ['EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

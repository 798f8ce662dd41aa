import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { snapName } from './snap';

/** A folder for one run of a browser. `release` removes it if it was made for the run; it may be called twice. */
export interface ProfileFolder {
  folder: string;
  release(): void;
}

/**
 * The folder to keep, made if need be, or a new one that is removed at the end, also when the process is broken off.
 *
 * @param executable the browser's path: a snap sees no /tmp but its own, and gets its folder where it can write
 */
export function takeProfile(executable: string, kept: string | undefined): ProfileFolder {
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    return { folder: resolve(kept), release() {} };
  }
  const snap = snapName(executable);
  const parent = snap === null ? tmpdir() : join(homedir(), 'snap', snap, 'common');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'guide-profile-'));
  // A browser that is being killed may still write: try again for a second.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.once('exit', remove);
  return {
    folder,
    release() {
      process.off('exit', remove);
      remove();
    },
  };
}

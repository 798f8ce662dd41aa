import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { snapName } from './snap';

/** A folder for one run of a browser. A kept one is never removed; one made for the run is. */
export interface ProfileFolder {
  folder: string;
  /**
   * Has it removed also when the process ends without `release`. To be called when the browser runs: listeners of the
   * process's end are called in order, and puppeteer's, which kills the browser, must be before this one.
   */
  removeAtExit(): void;
  /** Removes it. May be called twice. */
  release(): void;
}

/**
 * The folder to keep, made if need be, or a new one for this run.
 *
 * @param executable the browser's path: a snap sees no /tmp but its own, and gets its folder where it can write
 */
export function takeProfile(executable: string, kept: string | undefined): ProfileFolder {
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    return { folder: resolve(kept), removeAtExit() {}, release() {} };
  }
  const snap = snapName(executable);
  const parent = snap === null ? tmpdir() : join(homedir(), 'snap', snap, 'common');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'guide-profile-'));
  // A browser that is just being killed may still write: try again for some seconds.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  return {
    folder,
    removeAtExit: () => void process.once('exit', remove),
    release() {
      process.off('exit', remove);
      remove();
    },
  };
}

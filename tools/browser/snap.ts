import { readFileSync, realpathSync, statSync } from 'node:fs';

const LARGEST_LAUNCHER = 64 * 1024;

/**
 * The name of the snap that an executable belongs to, or `null`. Ubuntu puts small scripts at the usual places
 * (`/usr/bin/firefox`) that only start the snap.
 *
 * @throws Error when there is no such file
 */
export function snapName(executable: string): string | null {
  const direct = /^\/snap\/bin\/([\w-]+)/.exec(executable) ?? /^\/snap\/([\w-]+)\//.exec(realpathSync(executable));
  if (direct?.[1]) return direct[1];
  if (statSync(executable).size > LARGEST_LAUNCHER) return null;
  return /\/snap\/bin\/([\w-]+)/.exec(readFileSync(executable, 'latin1'))?.[1] ?? null;
}

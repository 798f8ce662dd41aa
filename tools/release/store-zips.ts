import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from 'wxt';

/** The browsers whose stores get a package, by the names that WXT has for them. */
export const STORE_BROWSERS = ['chrome', 'edge', 'firefox'] as const;

/** Left out of the source zip: nothing of it is needed to build. */
const NOT_FOR_BUILDING = ['test/', '.ci/'];

/**
 * Builds the packages of all stores and the zip of the sources, which goes with the Firefox one.
 *
 * @param root the project's folder
 * @returns the paths of the zips
 * @throws Error when the folder is no clone of the repository, or a build fails
 */
export async function storeZips(root: string): Promise<string[]> {
  const includeSources = sourceFiles(root);
  for (const old of zipsIn(root)) rmSync(old);
  const made: string[] = [];
  for (const browser of STORE_BROWSERS) {
    const sources = browser === 'firefox' ? { zipSources: true, includeSources, dotSources: true } : {};
    made.push(...(await zip({ root, browser, manifestVersion: 3, zip: sources })));
  }
  return made;
}

/** The zips that were made last, as paths. */
export function zipsIn(root: string): string[] {
  const folder = join(root, '.output');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .sort()
    .map((name) => join(folder, name));
}

/** What git knows of the folder, without the tests: nothing that lies about on a machine gets in. */
export function sourceFiles(root: string): string[] {
  const known = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  const files = known.filter((file) => file !== '' && !NOT_FOR_BUILDING.some((start) => file.startsWith(start)));
  // WXT takes them for patterns.
  const odd = files.filter((file) => /[*?[\]{}()!+@\\]/.test(file));
  if (odd.length > 0) throw new Error(`These names cannot go into the source zip: ${odd.join(', ')}`);
  return files;
}

/** Files that are changed or not known to git, so that the zips cannot be made again from a commit. */
export function uncommitted(root: string): string[] {
  return execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
}

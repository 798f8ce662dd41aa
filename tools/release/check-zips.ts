import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Check, type Finding, failed, good } from './check';
import { say } from './said';
import { uncommitted } from './store-zips';

/** What is done in another folder, in order; the first that fails ends it. */
type Steps = readonly (readonly [command: string, ...words: string[]])[];

/**
 * The checks of the zips, each in a folder of its own outside of this one.
 *
 * @param made paths of the zips that were made here
 */
export function zipChecks(root: string, made: readonly string[]): Check[] {
  return [
    {
      title: 'all of it is committed',
      run: async () => {
        const changed = uncommitted(root);
        return changed.length === 0 ? good('nothing is changed or unknown') : failed(`a clone would lack ${changed.join(', ')}`);
      },
    },
    {
      title: 'the same zips in another folder, from a clone',
      run: async () =>
        compare(
          made,
          [
            ['git', 'clone', '--quiet', root, '.'],
            ['npm', 'ci'],
            ['npm', 'run', 'package'],
          ],
          'output',
        ),
    },
    {
      title: 'the same Firefox package from the source zip',
      run: async () => {
        const firefox = made.filter((path) => path.endsWith('-firefox.zip'));
        return compare(
          firefox,
          [
            ['unzip', '-q', sourcesOf(made), '-d', '.'],
            ['npm', 'ci'],
            ['npm', 'run', 'build-for-amo'],
          ],
          'sources',
        );
      },
    },
    {
      title: 'web-ext lint of the Firefox zip',
      run: async () => {
        const zip = made.find((path) => path.endsWith('-firefox.zip')) ?? '';
        const { isGood, text } = await say('npx', ['web-ext', 'lint', '--warnings-as-errors', '--source-dir', zip], root);
        return isGood ? good('no errors, notices or warnings') : failed(text);
      },
    },
  ];
}

function sourcesOf(zips: readonly string[]): string {
  const found = zips.find((path) => path.endsWith('-sources.zip'));
  if (found === undefined) throw new Error('No source zip was made.');
  return found;
}

async function compare(zips: readonly string[], steps: Steps, name: string): Promise<Finding> {
  const parent = mkdtempSync(join(tmpdir(), 'release-'));
  // Of another length than this one, in case a path got into a bundle.
  const folder = join(parent, `a-folder-with-a-longer-name-for-${name}`);
  mkdirSync(folder);
  try {
    for (const [command, ...words] of steps) {
      const { isGood, text } = await say(command, words, folder);
      if (!isGood) return failed(`${command} ${words.join(' ')}: ${text.slice(-600)}`);
    }
    const different = zips.filter(
      (path) => !existsSync(join(folder, '.output', basename(path))) || hash(path) !== hash(join(folder, '.output', basename(path))),
    );
    if (different.length > 0) return failed(`other bytes: ${different.map((path) => basename(path)).join(', ')}`);
    return good(zips.map((path) => `${basename(path)} ${hash(path).slice(0, 12)}`).join(', '));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

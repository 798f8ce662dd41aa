import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { BrowserName } from '../browser/system-packages';
import { readContent } from '../build/rule-pack';
import { whileLocked } from './build-lock';

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.output');

/** Everything that can change what is built. */
const SOURCES = [
  'entrypoints',
  'components',
  'content-rules',
  'engine',
  'platform',
  'record',
  'practice',
  'classroom',
  'drills',
  'support',
  'locales',
  'public',
  'tools/build',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * The folder of the built extension; it is built first when it is missing or older than what it is made of.
 *
 * @param log is told that it is built and, where that fails, line by line why
 * @throws Error with a line `file:line: what was expected` for every fault of the rules; of one line when it cannot be built for
 * another reason, which has been told to `log` before
 */
export async function builtExtension(browser: BrowserName, log: (line: string) => void): Promise<string> {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  const folder = join(OUTPUT, `${target}-mv3`);
  if (isUpToDate(folder)) return folder;
  // Two commands at once must not build into one folder.
  await whileLocked(join(OUTPUT, `${target}.lock`), async () => {
    if (isUpToDate(folder)) return;
    // A broken rule is said here in its own words; the build would bury them in traces.
    readContent(ROOT);
    log(`Building the extension for ${target} …`);
    await build(target, log);
  });
  return folder;
}

function isUpToDate(folder: string): boolean {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest) || !hasAllParts(folder, manifest)) return false;
  const { mtimeMs } = statSync(manifest);
  return SOURCES.every((source) => newestBelow(join(ROOT, source)) <= mtimeMs);
}

/** A build that was broken off leaves a folder with holes. */
function hasAllParts(folder: string, manifest: string): boolean {
  const { background, content_scripts: scripts, action } = JSON.parse(readFileSync(manifest, 'utf8'));
  const parts: string[] = [background.service_worker ?? background.scripts, scripts.map(({ js }: { js: string[] }) => js), action.default_popup].flat(2);
  return parts.every((part) => existsSync(join(folder, part)));
}

/** When the newest file of a folder was changed, or the folder itself (a file was taken away). Milliseconds. */
function newestBelow(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))));
}

function build(target: string, log: (line: string) => void): Promise<void> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  // What it says is kept off our standard output, which is for the finding alone, and told only where it matters.
  const building = spawn(process.execPath, [wxt, 'build', '-b', target, '--mv3'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  });
  const said: string[] = [];
  for (const stream of [building.stdout, building.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return new Promise((resolve, reject) => {
    building.once('error', reject);
    building.once('close', (status) => {
      if (status === 0) return resolve();
      for (const line of stripVTControlCharacters(said.join('')).split(/[\r\n]+/)) if (line.trim() !== '') log(line);
      reject(new Error(`the extension could not be built for ${target}; the lines above say why`));
    });
  });
}

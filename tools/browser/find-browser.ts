import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { snapName } from './snap';

export type BrowserName = 'chromium' | 'firefox';

interface KnownBrowser {
  /** The environment variable that overrules the search. */
  variable: string;
  /** What its `--version` says. */
  answer: RegExp;
  commands: string[];
  /** Where it is when it is not on PATH. */
  places: string[];
}

const KNOWN: Record<BrowserName, KnownBrowser> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    answer: /Chromium|Chrome|Edge/,
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'microsoft-edge-stable'],
    places: [
      '/usr/lib/chromium/chromium',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    answer: /Firefox/,
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/usr/lib/firefox-esr/firefox-esr',
      '/usr/lib/firefox/firefox',
      '/opt/firefox/firefox',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
  },
};

/** Starting a large browser from a cold disk may take a while, even only for its version. */
const ANSWER_TAKES_AT_MOST = 20_000;

/**
 * The path of an installed browser, or `null`. Only one that answers to `--version` counts: what Ubuntu has at the usual
 * places may be a script that says "install the snap". Real packages go before snaps, which see little of the file system.
 *
 * @throws Error in one line when CHROMIUM_PATH or FIREFOX_PATH is set to something that does not answer
 */
export function findBrowser(name: BrowserName): string | null {
  const known = KNOWN[name];
  const told = process.env[known.variable];
  if (told) {
    if (isExecutable(told) && answers(told, known)) return told;
    throw new Error(`${known.variable} is ${told}, which is no browser of that kind: it does not answer to --version.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = known.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const candidates = [...new Set([...onPath, ...known.places])].filter(isExecutable);
  const snaps = candidates.filter((path) => snapName(path) !== null);
  const packages = candidates.filter((path) => !snaps.includes(path));
  return [...packages, ...snaps].find((path) => answers(path, known)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function answers(path: string, { answer }: KnownBrowser): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: ANSWER_TAKES_AT_MOST,
  });
  return status === 0 && answer.test(stdout);
}

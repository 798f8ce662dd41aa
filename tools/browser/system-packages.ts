import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptExists, choosePackage, installPackages, updatePackageLists } from './apt';
import { type BrowserName, findBrowser } from './find-browser';

export { type BrowserName, findBrowser } from './find-browser';

export interface SystemNeeds {
  browsers: readonly BrowserName[];
  /** Whether a font with Chinese glyphs is needed. */
  font: boolean;
}

interface Need {
  title: string;
  /** What Debian and Ubuntu may call the package, the best first. */
  packages: string[];
  isMet(): boolean;
}

const NEEDS: Record<BrowserName | 'font', Need> = {
  chromium: {
    title: 'Chromium',
    packages: ['chromium', 'chromium-browser'],
    isMet: () => findBrowser('chromium') !== null,
  },
  firefox: {
    title: 'Firefox',
    packages: ['firefox-esr', 'firefox'],
    isMet: () => findBrowser('firefox') !== null,
  },
  font: { title: 'a Chinese font', packages: ['fonts-noto-cjk'], isMet: hasChineseFont },
};

/** Whether text in Chinese is drawn with glyphs and not with boxes. */
export function hasChineseFont(): boolean {
  // These systems come with such fonts, and without fontconfig.
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  const { stdout, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (!error) return stdout.trim() !== '';
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

/**
 * Sees to it that the browsers and the font are there: what is missing is installed with apt where that is possible (as
 * root, on Debian or Ubuntu).
 *
 * @param log is told, a line at a time, what is being done, and apt's own words if it fails
 * @throws Error of one clear line, with the exact command to run, where it cannot be installed from here
 */
export async function ensureSystemPackages({ browsers, font }: SystemNeeds, log: (line: string) => void): Promise<void> {
  const needs = [...browsers.map((name) => NEEDS[name]), ...(font ? [NEEDS.font] : [])];
  const missing = needs.filter((need) => !need.isMet());
  if (missing.length === 0) return;
  const titles = missing.map(({ title }) => title).join(', ');
  if (!aptExists()) throw new Error(`Missing: ${titles}. ${commandWithoutApt(missing)}`);

  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    log(`Missing: ${titles}. Installing with apt-get, which may take a minute …`);
    await updatePackageLists(log);
  }
  const chosen = missing.map((need) => ({ ...need, ...choosePackage(need.packages) }));
  const snaps = chosen.filter(({ snapOnly }) => snapOnly);
  if (snaps.length > 0) {
    throw new Error(
      `Missing: ${titles}. This Ubuntu offers ${snaps.map(({ title }) => title).join(' and ')} only as a snap. ` +
        `Run: ${snaps.map(({ title }) => `sudo snap install ${title.toLowerCase()}`).join(' && ')} ` +
        '(or install a version that is no snap and set CHROMIUM_PATH or FIREFOX_PATH to it)',
    );
  }
  const names = chosen.map(({ name }) => name);
  if (!isRoot) {
    throw new Error(`Missing: ${titles}. Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`);
  }
  await installPackages(names, log);
  const stillMissing = missing.filter((need) => !need.isMet());
  if (stillMissing.length > 0) {
    throw new Error(
      `apt-get installed ${names.join(' ')}, but still missing: ${stillMissing.map(({ title }) => title).join(', ')}. ` +
        'Set CHROMIUM_PATH or FIREFOX_PATH to a browser that answers to --version.',
    );
  }
  log(`Installed: ${names.join(' ')}`);
}

function commandWithoutApt(missing: Need[]): string {
  if (process.platform === 'darwin') {
    return `Run: brew install --cask ${missing.map(({ title }) => title.toLowerCase()).join(' ')}`;
  }
  return 'Install it with the package manager of this system, or set CHROMIUM_PATH or FIREFOX_PATH.';
}

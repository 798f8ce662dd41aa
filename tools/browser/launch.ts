import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { accessibleElements } from './accessible-elements';
import { endOnSignals } from './end-on-signals';
import { type ExtensionPage, openExtensionPage } from './extension-page';
import { type BrowserName, findBrowser } from './find-browser';
import { launchChromium } from './launch-chromium';
import { launchFirefox } from './launch-firefox';
import { openPages } from './open-pages';
import { type Overlay, overlays } from './overlay-view';
import { takeProfile } from './profile-folder';

export { GECKO_ID } from './launch-firefox';

export interface LaunchOptions {
  browser: BrowserName;
  /** The folder of the built, unpacked extension; null for a browser with none. */
  extension: string | null;
  /** Where `startSiteServer` listens. */
  port: number;
  /** The hosts whose HTTPS goes to that port. No other host can be reached. */
  hosts: readonly string[];
  headless: boolean;
  /** In CSS pixels, 1280 × 800 unless told. Of the window: the viewport is less high where there are bars. */
  windowSize?: { width: number; height: number };
  /** A profile folder to keep. Without it a new one is made and removed at the end. */
  profile?: string;
  extraArguments?: readonly string[];
  /** By dotted name: `about:config` preferences in Firefox, entries of the profile's `Preferences` in Chromium. */
  extraPreferences?: Preferences;
  /** Variables of its environment, beside those of this process. */
  extraEnvironment?: Readonly<Record<string, string>>;
}

export type Preferences = Record<string, string | number | boolean>;

/** What a launcher of one browser is given: everything decided. */
export interface LaunchPlan extends LaunchOptions {
  executable: string;
  windowSize: { width: number; height: number };
  profile: string;
  extraArguments: readonly string[];
  extraPreferences: Preferences;
  extraEnvironment: Readonly<Record<string, string>>;
}

/** A browser that runs with the extension in it. */
export interface LaunchedBrowser {
  browser: Browser;
  /** Scheme and id of the extension's own pages, with no slash at the end; empty where there is no extension. */
  extensionOrigin: string;
}

/** One running browser with the extension, driven alike whichever it is. */
export interface Driver extends LaunchedBrowser {
  name: BrowserName;
  newPage(): Promise<Page>;
  /** Every open tab, also those that a page opened. Better than puppeteer's own list: see `open-pages`. */
  pages(): Promise<Page[]>;
  /** Opens a page of the extension, such as `popup.html`, in a tab. */
  openExtensionPage(path: string): Promise<ExtensionPage>;
  overlays(page: Page): Promise<Overlay[]>;
  /** See `accessible-elements`; of a page its main frame is meant. */
  accessibleElements(where: Page | Frame, role: string, name: string): Promise<ElementHandle<Element>[]>;
  /** Ends the browser and removes its profile, unless that was given. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts a browser on the test sites with the extension installed and its content scripts active.
 *
 * @throws Error in one line when the browser is not installed; what puppeteer throws when it does not start
 */
export async function launchBrowser(options: LaunchOptions): Promise<Driver> {
  const executable = findBrowser(options.browser);
  if (executable === null) {
    throw new Error(`${options.browser} is not installed on this machine.`);
  }
  endOnSignals();
  const profile = takeProfile(executable, options.profile);
  const plan: LaunchPlan = {
    ...options,
    windowSize: options.windowSize ?? { width: 1280, height: 800 },
    extraArguments: options.extraArguments ?? [],
    extraPreferences: options.extraPreferences ?? {},
    extraEnvironment: options.extraEnvironment ?? {},
    executable,
    profile: profile.folder,
  };
  try {
    const launched = await (plan.browser === 'firefox' ? launchFirefox : launchChromium)(plan);
    profile.removeAtExit();
    return driverOf(plan.browser, launched, profile.release);
  } catch (error) {
    profile.release();
    throw error;
  }
}

function driverOf(name: BrowserName, { browser, extensionOrigin }: LaunchedBrowser, releaseProfile: () => void): Driver {
  return {
    name,
    browser,
    extensionOrigin,
    newPage: () => browser.newPage(),
    pages: () => openPages(browser),
    openExtensionPage: (path) => openExtensionPage(browser, `${extensionOrigin}/${path.replace(/^\//, '')}`),
    overlays,
    accessibleElements: (where, role, name) => accessibleElements('mainFrame' in where ? where.mainFrame() : where, role, name),
    async close() {
      await browser.close();
      releaseProfile();
    },
  };
}

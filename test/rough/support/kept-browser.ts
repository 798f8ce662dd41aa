import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtensionPage } from '../../../tools/browser/extension-page';
import type { BrowserName } from '../../../tools/browser/find-browser';
import { type Driver, type LaunchOptions, launchBrowser } from '../../../tools/browser/launch';
import { GUIDED_HOSTS, startSiteServer } from '../../../tools/browser/site-server';
import { replicaSite } from '../../../tools/site/replica-site';
import { Person } from '../../../tools/walk/person';
import { builtExtension } from '../../browser/opened';

/** One life of a browser on a profile that outlives it. */
export interface Life {
  driver: Driver;
  ownPage: ExtensionPage;
  /** Opens an address in a new tab, in front. */
  visit(address: string): Promise<Person>;
  /** Ends it as a person does, all files written. */
  close(): Promise<void>;
  /** Ends all its processes at once, as a crash does. */
  kill(): Promise<void>;
}

/** A browser that is ended and started again on the same profile, with the same sites. */
export interface KeptBrowser {
  profile: string;
  start(launch?: Partial<LaunchOptions>): Promise<Life>;
  /** Ends what runs and removes the profile. */
  end(): Promise<void>;
}

export async function keepBrowser(name: BrowserName, always: Partial<LaunchOptions> = {}): Promise<KeptBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'kept-profile-'));
  const server = await startSiteServer(replicaSite('as-in-2026'));
  let alive: Life | null = null;

  return {
    profile,
    async start(launch = {}) {
      await alive?.kill();
      const driver = await launchBrowser({
        browser: name,
        extension: builtExtension(name),
        port: server.port,
        hosts: GUIDED_HOSTS,
        headless: true,
        profile,
        ...always,
        ...launch,
      });
      const ownPage = await driver.openExtensionPage('popup.html');
      alive = {
        driver,
        ownPage,
        async visit(address) {
          const page = await driver.newPage();
          await page.goto(address);
          await page.bringToFront();
          return new Person(driver, page, ownPage);
        },
        async close() {
          alive = null;
          await driver.close();
        },
        async kill() {
          alive = null;
          const main = driver.browser.process();
          if (main?.pid === undefined) throw new Error('The browser has no process.');
          const ended = new Promise((resolve) => main.once('exit', resolve));
          // The group: puppeteer starts a browser as the leader of one.
          process.kill(-main.pid, 'SIGKILL');
          await ended;
        },
      };
      return alive;
    },
    async end() {
      await alive?.kill();
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

import { join } from 'node:path';
import type { JourneyEvent } from '../../engine/progress';
import type { Settings } from '../../platform/settings';
import type { EditionName } from '../../practice/editions';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { type BrowserName, findBrowser } from '../../tools/browser/find-browser';
import { type Driver, type LaunchOptions, launchBrowser } from '../../tools/browser/launch';
import { isAsleep } from '../../tools/browser/passing-errors';
import { pollUntil } from '../../tools/browser/poll-until';
import { GUIDED_HOSTS, type SiteAnswer, type SiteRequest, startSiteServer } from '../../tools/browser/site-server';
import { COOKIES, replicaSite } from '../../tools/site/replica-site';
import { Person } from '../../tools/walk/person';

/** The browsers every browser test runs in. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Those in which the longest tests run on every run; all of them in `npm run test:full`. */
export const BROWSERS_OF_LONG_TESTS: readonly BrowserName[] = process.env.FULL === '1' ? BROWSERS : ['chromium'];

/** An address of the test site alone: forgets that someone has logged in. */
const FORGET = '/forget-everything';

const OUTPUT: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The folder of the built extension for a browser: the one that is shipped. */
export function builtExtension(name: BrowserName): string {
  return join(import.meta.dirname, '../../.output', OUTPUT[name]);
}

/** A page, or what makes one for each request. */
export type Served = string | SiteAnswer | ((request: SiteRequest) => SiteAnswer | Promise<SiteAnswer>);

/** A browser with the shipped extension on the replica site, and someone in front of it. */
export interface Opened {
  driver: Driver;
  person: Person;
  ownPage: ExtensionPage;
  /** Which build of the pages the site shows from now on. */
  showEdition(name: EditionName): void;
  /** Tells each request that reaches the sites. */
  onRequest(heard: (request: SiteRequest) => void): void;
  /** Answers these addresses (host and path) with other pages, before the replicas are asked. */
  serve(pages: Record<string, Served>): void;
  /** Forgets journey and settings, closes all tabs of the sites, opens one at an address. */
  begin(address: string, start?: { events?: readonly JourneyEvent[]; settings?: Partial<Settings> }): Promise<Person>;
  /** Everything in storage. */
  stored(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** @param launch how this browser is started otherwise */
export async function openBrowser(name: BrowserName, launch: Partial<LaunchOptions> = {}): Promise<Opened> {
  if (findBrowser(name) === null) throw new Error(`${name} is not installed; npm test installs it`);
  let site = replicaSite('as-in-2026');
  let extra: Record<string, Served> = {};
  let heard: (request: SiteRequest) => void = () => undefined;
  const answer = (request: SiteRequest) => {
    heard(request);
    if (request.path === FORGET)
      return { body: '<!doctype html><title>-</title>', headers: { 'Set-Cookie': COOKIES.map((cookie) => `${cookie}=; Path=/; Max-Age=0; Secure`) } };
    const page = extra[`${request.host}${request.path}`];
    if (typeof page === 'function') return page(request);
    if (page !== undefined) return typeof page === 'string' ? { body: page } : page;
    return site(request);
  };
  const server = await startSiteServer(answer);
  const driver = await launchBrowser({ browser: name, extension: builtExtension(name), port: server.port, hosts: GUIDED_HOSTS, headless: true, ...launch });
  const ownPage = await driver.openExtensionPage('popup.html');
  // As often as the popup itself: the background may be just going to sleep.
  const send = (message: object) =>
    pollUntil(
      () =>
        ownPage
          .evaluate((sent: object) => (globalThis as unknown as WithBrowser).chrome.runtime.sendMessage(sent), message)
          .catch((error: unknown) => {
            if (isAsleep(error)) return null;
            throw error;
          }),
      5000,
      () => 'The background does not hear.',
    );
  let person: Person | null = null;

  return {
    driver,
    ownPage,
    get person() {
      if (person === null) throw new Error('nothing has begun');
      return person;
    },
    showEdition: (edition) => {
      site = replicaSite(edition);
    },
    onRequest: (listener) => {
      heard = listener;
    },
    serve: (pages) => {
      extra = pages;
    },
    async begin(address, { events = [], settings = {} } = {}) {
      for (const page of await driver.pages()) if (page !== ownPage.page) await page.close();
      // What is switched on in our own pages stays, as the permission does that goes with it.
      await ownPage.evaluate(async () => {
        const { local } = (globalThis as unknown as WithBrowser).chrome.storage;
        const kept = Object.keys((await local.get(null)) as object);
        await local.remove(kept.filter((key) => key !== 'recorder' && key !== 'presenter'));
      });
      await send({ ask: 'start-over' });
      await send({ ask: 'change', settings: { language: 'zh-TW', putAway: [], paused: [], muted: [], holds: true, ...settings } });
      for (const event of events) await send({ ask: 'add', event });
      const page = await driver.newPage();
      await page.goto(`https://elearn.hrd.gov.tw${FORGET}`);
      await page.goto(address);
      await page.bringToFront();
      person = new Person(driver, page, ownPage);
      return person;
    },
    stored: () => ownPage.evaluate(() => (globalThis as unknown as WithBrowser).chrome.storage.local.get(null)) as Promise<Record<string, unknown>>,
    async close() {
      await driver.close();
      await server.close();
    },
  };
}

/** The events of someone who has finished the first steps. */
export function finished(upTo: number): JourneyEvent[] {
  return Array.from({ length: upTo }, (_, index) => ({ type: 'finished', step: index + 1 }));
}

/** The extension API inside its own page; `chrome` gives promises in both browsers' manifest 3. */
interface WithBrowser {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    storage: { local: { get(keys: null): Promise<unknown>; remove(keys: string[]): Promise<void> } };
  };
}

import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Described } from '../../platform/explain';
import { DEFAULT_SETTINGS } from '../../platform/settings';
import type { ExtensionPage } from '../browser/extension-page';
import { launchBrowser } from '../browser/launch';
import { pollUntil } from '../browser/poll-until';
import { GUIDED_HOSTS, startSiteServer } from '../browser/site-server';
import { type BrowserName, ensureSystemPackages } from '../browser/system-packages';
import { readContent } from '../build/rule-pack';
import { explainedAtRest } from './at-rest';
import { BadInput } from './bad-input';
import { builtExtension } from './built-extension';
import { documentKey, type Examination } from './examination';
import { openTabs, setUp } from './extension-side';
import { type Finding, findingOf } from './finding';
import { nearestRules } from './nearest';
import { takePicture } from './picture';
import { printed } from './printed';
import { SavedSite } from './saved-site';
import { wordsOnPage } from './words-on-page';

const ROOT = join(import.meta.dirname, '../..');
const TAKING_IN_TAKES_AT_MOST = 10_000;
const LOADING_TAKES_AT_MOST = 20_000;

/** One browser with the built extension, in which pages are opened one after the other. */
export interface Laboratory {
  /**
   * Opens a page of a guided site and tells what the guide makes of it. Nothing of the page before is left.
   *
   * @throws BadInput when the page cannot be opened, or has gone elsewhere by itself
   */
  examine(examination: Examination): Promise<Finding>;
  close(): Promise<void>;
}

/**
 * Builds the extension if need be and starts the browser.
 *
 * @param hosts all hosts that are to answer, guided or not
 * @param log is told, a line at a time, of whatever takes long or goes wrong
 */
export async function openLaboratory(browser: BrowserName, hosts: readonly string[], log: (line: string) => void): Promise<Laboratory> {
  await ensureSystemPackages({ browsers: [browser], font: true }, log);
  const extension = await builtExtension(browser, log);
  const { rules } = readContent(ROOT).pack;
  const allHosts = [...new Set([...GUIDED_HOSTS, ...hosts])];
  const site = new SavedSite();
  const server = await startSiteServer((request) => site.answer(request), allHosts);
  const driver = await launchBrowser({ browser, extension, port: server.port, hosts: allHosts, headless: true }).catch(async (error) => {
    await server.close();
    throw error;
  });
  const close = async () => {
    await driver.close();
    await server.close();
  };
  const own = await driver.openExtensionPage('popup.html').catch(async (error) => {
    await close();
    throw error;
  });

  const examine = async (examination: Examination): Promise<Finding> => {
    site.show(examination.documents);
    await bringTo(own, examination);
    const before = await own.evaluate(openTabs);
    const page = await driver.newPage();
    try {
      const tab = (await own.evaluate(openTabs)).find((each) => !before.includes(each));
      if (tab === undefined) throw new Error('The extension does not see the new tab.');
      // The guide does not look at a page that nobody can see.
      await page.bringToFront();
      await open(page, examination.url);
      const { explanations, isAtRest } = await explainedAtRest(own, tab, page);
      if (!explanations.some(({ frame }) => frame === 0)) throw new BadInput(`${examination.url.href}: the guide does not answer there`);
      if (!isAtRest) log(`${examination.url.href} does not come to rest; this is what the guide said last.`);
      if (documentKey(new URL(page.url())) !== documentKey(examination.url))
        log(`${examination.url.href} has gone to ${page.url()} by itself; this is what the guide says there.`);
      const told = findingOf(explanations);
      const place = told.frame ?? `${new URL(page.url()).host}${new URL(page.url()).pathname}`;
      const print = (described: Described | null) => (described === null ? null : printed(page, place, described));
      const finding = {
        ...told,
        target: await print(told.target),
        cautions: await Promise.all(told.cautions.map(async ({ id, target }) => ({ id, target: await print(target) }))),
        nearest: nearestRules(told, rules, await wordsOnPage(page)),
      };
      if (examination.shot !== null) await takePicture(page, finding, examination.shot);
      return finding;
    } finally {
      await page.close();
    }
  };
  return { examine, close };
}

/** Firefox may refuse its storage for a moment when it has just started, so it is tried again; each try starts over. */
async function bringTo(own: ExtensionPage, { events, language }: Examination): Promise<void> {
  let trouble = 'it gives no answer';
  await pollUntil(
    async () => {
      const isSetUp = await own.evaluate(setUp, [...events], { ...DEFAULT_SETTINGS, language }).catch((error: Error) => {
        trouble = error.message;
      });
      return isSetUp === true || null;
    },
    TAKING_IN_TAKES_AT_MOST,
    () => `The extension does not take in where the person is to be: ${trouble}`,
  );
}

async function open(page: Page, url: URL): Promise<void> {
  // A question of the page's own would stop everything.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  try {
    await page.goto(url.href, { waitUntil: 'load', timeout: LOADING_TAKES_AT_MOST });
  } catch (error) {
    throw new BadInput(`${url.href} cannot be opened: ${(error as Error).message.split('\n')[0]}`);
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Language } from '../content-rules/schema';
import type { ExtensionPage } from './browser/extension-page';
import { type Driver, launchBrowser } from './browser/launch';
import { GUIDED_HOSTS, startSiteServer } from './browser/site-server';
import { ensureSystemPackages } from './browser/system-packages';
import { builtExtension } from './lab/built-extension';
import { STORE_PAGES, STORE_SCENES, type StoreScene } from './release/store-scenes';
import { replicaSite } from './site/replica-site';
import { Person } from './walk/person';

const FOLDER = join(import.meta.dirname, '../docs/store/pictures');
const LANGUAGES: readonly Language[] = ['zh-TW', 'en'];
/** What all three stores take, in CSS pixels. */
const SIZE = { width: 1280, height: 800 };

/** `npm run store-pictures`: the pictures for the stores, of the real extension on the replica site, in both languages. */
async function main(): Promise<void> {
  await ensureSystemPackages({ browsers: ['chromium'], font: true }, say);
  const extension = await builtExtension('chromium', say);
  const server = await startSiteServer(replicaSite('as-in-2026'));
  const driver = await launchBrowser({ browser: 'chromium', extension, port: server.port, hosts: GUIDED_HOSTS, headless: true });
  try {
    mkdirSync(FOLDER, { recursive: true });
    const ownPage = await driver.openExtensionPage('popup.html');
    for (const language of LANGUAGES) {
      for (const scene of STORE_SCENES) await keep(`${scene.name}.${language}`, await shown(driver, ownPage, scene, language));
      for (const [name, path] of Object.entries(STORE_PAGES)) {
        const { page } = await driver.openExtensionPage(path);
        await page.bringToFront();
        await page.setViewport(SIZE);
        await page.waitForSelector('h1');
        await keep(`${name}.${language}`, page);
      }
    }
  } finally {
    await driver.close();
    await server.close();
  }
}

/** A tab that shows a scene, at rest. */
async function shown(driver: Driver, ownPage: ExtensionPage, scene: StoreScene, language: Language): Promise<Page> {
  await tell(ownPage, { ask: 'start-over' });
  await tell(ownPage, { ask: 'change', settings: { language, putAway: [], paused: [], muted: [], holds: true } });
  for (const event of scene.before) await tell(ownPage, { ask: 'add', event });
  const page = await driver.newPage();
  await page.goto(scene.address);
  await page.bringToFront();
  const person = new Person(driver, page, ownPage);
  await scene.act?.(person);
  await page.setViewport(SIZE);
  await person.see(scene.name, scene.isSeen);
  return page;
}

function tell(ownPage: ExtensionPage, message: object): Promise<unknown> {
  const send = (sent: object) =>
    (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage(sent);
  return ownPage.evaluate(send, message);
}

async function keep(name: string, page: Page): Promise<void> {
  writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot({ type: 'png' }));
  say(`docs/store/pictures/${name}.png`);
  await page.close();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`store-pictures: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Tries everything in this folder on real browsers: `npx tsx tools/browser/smoke.ts chromium|firefox|both`. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driver, type LaunchOptions, launchBrowser } from './launch';
import { GUIDED_HOSTS, startSiteServer } from './site-server';
import { browserChecks } from './smoke-browser-checks';
import { writeSmokeExtension } from './smoke-extension';
import { overlayChecks } from './smoke-overlay-checks';
import { answerSmoke } from './smoke-site';
import { type BrowserName, ensureSystemPackages } from './system-packages';

const CLOSING_TAKES_AT_MOST = 8_000;

interface Keeping {
  browser: {
    storage: { local: { get(key: string): Promise<object>; set(items: object): Promise<void> } };
  };
}

async function main(asked: string | undefined): Promise<void> {
  if (asked !== 'chromium' && asked !== 'firefox' && asked !== 'both') {
    throw new Error('Say which: chromium, firefox or both.');
  }
  const browsers: BrowserName[] = asked === 'both' ? ['chromium', 'firefox'] : [asked];
  await ensureSystemPackages({ browsers, font: true }, console.log);
  for (const name of browsers) await tryBrowser(name);
}

async function tryBrowser(name: BrowserName): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-smoke-'));
  writeSmokeExtension(folder);
  const server = await startSiteServer(answerSmoke);
  const options: LaunchOptions = {
    browser: name,
    extension: folder,
    port: server.port,
    hosts: GUIDED_HOSTS,
    headless: true,
  };
  try {
    await withBrowser(options, async (driver, passed) => {
      for (const check of [...overlayChecks, ...browserChecks]) {
        const started = performance.now();
        await check.run(driver);
        passed(`${check.title} (${Math.round(performance.now() - started)} ms)`);
      }
    });
    await tryKeptProfile({ ...options, profile: join(folder, 'profile') });
  } finally {
    const started = performance.now();
    await server.close();
    assert.ok(performance.now() - started < 1_000, 'the server closes at once');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function tryKeptProfile(options: LaunchOptions): Promise<void> {
  await withBrowser(options, async (driver) => {
    const page = await driver.openExtensionPage('page.html');
    await page.evaluate(() => (globalThis as unknown as Keeping).browser.storage.local.set({ kept: '是' }));
  });
  await withBrowser(options, async (driver, passed) => {
    const page = await driver.openExtensionPage('page.html');
    const kept = await page.evaluate(() => (globalThis as unknown as Keeping).browser.storage.local.get('kept'));
    assert.deepEqual(kept, { kept: '是' });
    passed('a kept profile keeps the storage over a restart');
  });
  assert.ok(existsSync(options.profile ?? ''), 'a kept profile is not removed');
}

async function withBrowser(options: LaunchOptions, use: (driver: Driver, passed: (title: string) => void) => Promise<void>): Promise<void> {
  const passed = (title: string) => console.log(`${options.browser}: ${title}`);
  const launching = performance.now();
  const driver = await launchBrowser(options);
  passed(`started in ${Math.round(performance.now() - launching)} ms`);
  try {
    await use(driver, passed);
  } finally {
    const closing = performance.now();
    await driver.close();
    await driver.close();
    const took = Math.round(performance.now() - closing);
    passed(`closed in ${took} ms`);
    assert.ok(took < CLOSING_TAKES_AT_MOST, 'closing is prompt');
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

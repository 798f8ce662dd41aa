import { join } from 'node:path';
import { launchBrowser } from './browser/launch';
import { GUIDED_HOSTS, startSiteServer } from './browser/site-server';
import { ensureSystemPackages } from './browser/system-packages';
import { BadOption } from './command-line/read-options';
import { builtExtension } from './lab/built-extension';
import { replicaSite } from './site/replica-site';
import { Album } from './start/album';
import { hasDisplay } from './start/display';
import { openWindow } from './start/open-window';
import { readStartOptions, type StartOptions } from './start/options';
import { walkThrough } from './start/walk-through';

/** Chromium would lay its offer to translate over the page. */
const NO_TRANSLATION = { 'translate.enabled': false };
const ALBUM = join(import.meta.dirname, '../.output/walk');

/** `npm start`: the extension in a real browser on the replica sites; walks by itself where there is nobody to look. See README.md. */
async function main(words: readonly string[]): Promise<void> {
  const options = readStartOptions(words);
  const hasWindow = !options.headless && hasDisplay(process.platform, process.env);
  await ensureSystemPackages({ browsers: [options.browser], font: true }, print);
  const extension = await builtExtension(options.browser, log);
  const server = await startSiteServer(replicaSite(options.edition));
  try {
    const driver = await launchBrowser({
      browser: options.browser,
      extension,
      port: server.port,
      hosts: GUIDED_HOSTS,
      headless: !hasWindow,
      extraPreferences: options.browser === 'chromium' ? NO_TRANSLATION : {},
    }).catch((error: Error) => {
      const reason = error.message.split('\n')[0];
      throw new Error(hasWindow ? `${reason} (npm start -- --headless walks without a window)` : reason);
    });
    try {
      await (hasWindow ? openWindow(driver, print) : walkAlone(driver, options));
    } finally {
      await driver.close();
    }
  } finally {
    await server.close();
  }
}

async function walkAlone(driver: Parameters<typeof walkThrough>[0], { browser, edition, headless }: StartOptions): Promise<void> {
  print(headless ? `Walking through all steps in ${browser}, without a window.` : `There is no display: walking through all steps in ${browser} by itself.`);
  const album = new Album(ALBUM, `瀏覽器：${browser}；樣本：${edition}。`);
  try {
    const end = await walkThrough(driver, album, print);
    print(end === 'course page' ? 'All steps done.' : 'The site leads in a circle here; the guide has given the number to call.');
  } finally {
    if (album.length > 0) print(`Pictures: ${album.index}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

// Ctrl+C is the ordinary way to end this: no error.
process.once('SIGINT', () => process.exit(0));

try {
  await main(process.argv.slice(2));
} catch (error) {
  log(`start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof BadOption ? 2 : 1;
}

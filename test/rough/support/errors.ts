import type { CDPSession, Target } from 'puppeteer-core';
import type { Driver } from '../../../tools/browser/launch';

/**
 * Everything that goes wrong in pages of the sites and of the extension, our own script in them included: thrown, rejected and not
 * caught, or written to the console as an error. Chromium only; Firefox tells of pages' own scripts alone.
 */
export async function listenForErrors(driver: Driver): Promise<{ errors: string[] }> {
  const errors: string[] = [];
  const listen = async (target: Target) => {
    // Never the worker: one that is listened to so cannot be stopped, and its successor does not begin.
    if (target.type() !== 'page') return;
    const session: CDPSession = await target.createCDPSession();
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => errors.push(`${text} ${exception?.description ?? ''}`));
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error') errors.push(`console: ${args.map(({ value, description }) => value ?? description).join(' ')}`);
    });
    session.on('Log.entryAdded', ({ entry: { level, source, text } }) => {
      if (level === 'error' && source !== 'network') errors.push(`log: ${text}`);
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  };
  // A target may be gone before it is listened to.
  const listenIfThere = (target: Target) => void listen(target).catch(() => undefined);
  driver.browser.on('targetcreated', listenIfThere);
  await Promise.all(driver.browser.targets().map((target) => listen(target).catch(() => undefined)));
  return { errors };
}

/**
 * What the browser itself has written down as errors of the extension since it was loaded: of its worker, its pages and its scripts in
 * the sites' pages, thrown, not caught or on the console. Chromium only.
 */
export async function errorsWrittenDown(driver: Driver): Promise<string[]> {
  const page = await driver.newPage();
  try {
    await page.goto('chrome://extensions');
    const errors = await page.evaluate(
      async (id) => (await (globalThis as unknown as WithDeveloperPrivate).chrome.developerPrivate.getExtensionInfo(id)).runtimeErrors,
      new URL(driver.extensionOrigin).host,
    );
    return errors.filter(({ severity }) => severity === 'ERROR').map(({ source, message }) => `${source}: ${message}`);
  } finally {
    await page.close();
  }
}

interface WithDeveloperPrivate {
  chrome: { developerPrivate: { getExtensionInfo(id: string): Promise<{ runtimeErrors: { severity: string; source: string; message: string }[] }> } };
}

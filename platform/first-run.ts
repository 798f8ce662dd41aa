import browser from 'webextension-polyfill';

/**
 * Shows the first page once the extension is installed. Not where it was loaded from a folder, by people who work on it: those load it
 * again and again.
 */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType !== 'development') await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

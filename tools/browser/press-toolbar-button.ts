import type { Page } from 'puppeteer-core';
import { openExtensionPage } from './extension-page';
import { type Driver, GECKO_ID } from './launch';
import { pollUntil } from './poll-until';

/** What of Firefox's own inside is used. */
interface FirefoxInside {
  ChromeUtils: { importESModule(address: string): { ExtensionParent: { apiManager: { global: { browserActionFor(extension: object): Action } } } } };
  WebExtensionPolicy: { getByID(id: string): { extension: { tabManager: { hasActiveTabPermission(tab: object): boolean } } } };
  Services: { wm: { getMostRecentWindow(kind: string): { gBrowser: { selectedTab: object } } } };
}
interface Action {
  triggerAction(window: object): unknown;
}

/** Presses the extension's button in the toolbar while a page is in front: the popup opens over it, and `activeTab` holds for it. */
export async function pressToolbarButton(driver: Driver, page: Page): Promise<void> {
  if (driver.name === 'chromium') {
    await page.bringToFront();
    const extension = (await driver.browser.extensions()).get(new URL(driver.extensionOrigin).host);
    if (extension === undefined) throw new Error('The browser has no such extension.');
    await extension.triggerAction(page);
    return;
  }
  const inside = await openExtensionPage(driver.browser, 'about:addons');
  await page.bringToFront();
  // A popup that is still open over another page is closed by the first press.
  await pollUntil(
    async () => ((await inside.evaluate(pressInside, GECKO_ID)) ? true : null),
    10_000,
    () => 'The press of the toolbar button does nothing.',
  );
  await inside.page.close();
}

/** Presses unless that has been done. Whether the extension may know of the tab in front by now. */
function pressInside(id: string): boolean {
  const { ChromeUtils, WebExtensionPolicy, Services } = globalThis as unknown as FirefoxInside;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const isDone = () => extension.tabManager.hasActiveTabPermission(window.gBrowser.selectedTab);
  if (!isDone()) ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  return isDone();
}

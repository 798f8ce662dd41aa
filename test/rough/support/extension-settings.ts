import { openExtensionPage } from '../../../tools/browser/extension-page';
import { type Driver, GECKO_ID } from '../../../tools/browser/launch';

/** Sets what a person sets for the extension on `chrome://extensions`. Chromium only. */
export async function setForExtension(driver: Driver, settings: { hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES'; incognitoAccess?: boolean }): Promise<void> {
  const page = await driver.newPage();
  try {
    await page.goto('chrome://extensions');
    await page.evaluate(
      (extensionId, wanted) =>
        (
          globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } } }
        ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, ...wanted }),
      new URL(driver.extensionOrigin).host,
      settings,
    );
  } finally {
    await page.close();
  }
}

/** Allows the extension in private windows, as a person does on `about:addons`, and has it loaded anew. Firefox only. */
export async function allowInPrivateWindows(driver: Driver): Promise<void> {
  const addons = await openExtensionPage(driver.browser, 'about:addons');
  await addons.evaluate(async (id: string) => {
    const { ChromeUtils } = globalThis as unknown as { ChromeUtils: { importESModule(address: string): Record<string, never> } };
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs') as unknown as {
      ExtensionPermissions: { add(id: string, more: object): Promise<void> };
    };
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as unknown as {
      AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
    };
    await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID(id)).reload();
  }, GECKO_ID);
  await addons.page.close();
}

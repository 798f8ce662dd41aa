import { resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { SIGNALS_ARE_HANDLED } from './end-on-signals';
import type { LaunchedBrowser, LaunchPlan, Preferences } from './launch';

/** The extension's id in Firefox, as its manifest says. */
export const GECKO_ID = 'register-guide@guide.example';

/** The part of `moz-extension://` addresses that Firefox otherwise draws by lot for every profile. */
const ORIGIN_ID = '11111111-2222-4333-8444-555555555555';

/** Milliseconds until a command that the browser does not answer is an error; puppeteer alone would wait three minutes. */
const ANSWER_TAKES_AT_MOST = 60_000;

/** Starts Firefox and installs the extension for as long as it runs. */
export async function launchFirefox(plan: LaunchPlan): Promise<LaunchedBrowser> {
  const browser = await launch({
    browser: 'firefox',
    ...SIGNALS_ARE_HANDLED,
    env: { ...process.env, ...plan.extraEnvironment },
    executablePath: plan.executable,
    headless: plan.headless,
    acceptInsecureCerts: true,
    protocolTimeout: ANSWER_TAKES_AT_MOST,
    userDataDir: plan.profile,
    // Any other value makes puppeteer use commands that ESR 140 does not know.
    defaultViewport: null,
    args: [
      // Without it Firefox refuses to open pages of extensions.
      '--remote-allow-system-access',
      `--width=${plan.windowSize.width}`,
      `--height=${plan.windowSize.height}`,
      ...plan.extraArguments,
    ],
    extraPrefsFirefox: { ...preferencesFor(plan), ...plan.extraPreferences },
  });
  if (plan.extension === null) return { browser, extensionOrigin: '' };
  try {
    await browser.installExtension(resolve(plan.extension));
    return { browser, extensionOrigin: `moz-extension://${ORIGIN_ID}` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function preferencesFor({ hosts, port }: LaunchPlan): Preferences {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: ORIGIN_ID }),
    // A temporary install is undone at the end: keep its storage for the next start on the same profile.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'network.dns.localDomains': hosts.join(','),
    'network.socket.forcePort': `443=${port}`,
    // Every other host goes to a proxy where nobody listens, so that nothing can leave the machine.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 1,
    'network.proxy.no_proxies_on': hosts.join(','),
    'network.proxy.failover_direct': false,
    // DNS over HTTPS off by choice.
    'network.trr.mode': 5,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // Offers to translate would cover the page in a headed run.
    'browser.translations.enable': false,
  };
}

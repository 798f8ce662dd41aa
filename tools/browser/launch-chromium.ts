import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { SIGNALS_ARE_HANDLED } from './end-on-signals';
import type { LaunchedBrowser, LaunchPlan, Preferences } from './launch';

/** Milliseconds until a command that the browser does not answer is an error; puppeteer alone would wait three minutes. */
const ANSWER_TAKES_AT_MOST = 60_000;

/** Starts Chromium, Chrome or Edge. The extension is loaded through the pipe: Chrome has no command-line switch for it any more. */
export async function launchChromium(plan: LaunchPlan): Promise<LaunchedBrowser> {
  writePreferences(plan.profile, {
    // Without it an extension that reloads itself stays disabled.
    'extensions.ui.developer_mode': true,
    ...plan.extraPreferences,
  });
  const browser = await launch({
    ...SIGNALS_ARE_HANDLED,
    env: { ...process.env, ...plan.extraEnvironment },
    executablePath: plan.executable,
    headless: plan.headless,
    pipe: true,
    enableExtensions: true,
    protocolTimeout: ANSWER_TAKES_AT_MOST,
    userDataDir: plan.profile,
    defaultViewport: null,
    args: [...argumentsFor(plan), ...plan.extraArguments],
  });
  if (plan.extension === null) return { browser, extensionOrigin: '' };
  try {
    const id = await browser.installExtension(resolve(plan.extension));
    return { browser, extensionOrigin: `chrome-extension://${id}` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function argumentsFor({ hosts, port, headless, windowSize }: LaunchPlan): string[] {
  const rules = [...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  return [
    `--host-resolver-rules=${rules.join(', ')}`,
    '--ignore-certificate-errors',
    `--window-size=${windowSize.width},${windowSize.height}`,
    '--disable-quic',
    '--disable-component-update',
    '--no-default-browser-check',
    ...(headless ? ['--disable-gpu'] : []),
    // Hides the bar that warns of the switches above, which would push the page down.
    '--test-type',
    // Chromium does not start as root with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** Writes dotted names into the profile's nested `Preferences`, keeping what a kept profile has there. */
function writePreferences(profile: string, preferences: Preferences): void {
  const folder = join(profile, 'Default');
  const file = join(folder, 'Preferences');
  mkdirSync(folder, { recursive: true });
  const all = readJson(file);
  for (const [name, value] of Object.entries(preferences)) {
    const steps = name.split('.');
    const last = steps.pop() ?? name;
    let place = all;
    for (const step of steps) {
      place[step] ??= {};
      place = place[step] as Record<string, unknown>;
    }
    place[last] = value;
  }
  writeFileSync(file, JSON.stringify(all));
}

function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A new profile has no such file; one that Chromium could not read either is made new by it as well.
    return {};
  }
}

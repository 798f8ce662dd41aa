import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Driver, launchBrowser } from '../../browser/launch';
import { builtExtension } from '../../lab/built-extension';
import { type ArmBrowser, BENCH_HOSTS, withArmBrowsers } from '../arm-browsers';
import { judge } from '../goals';
import { otherAddress, quietAddress, stepAddress } from '../pages';
import type { Part } from '../part';
import { shown } from '../shown';
import { pageProcesses, tracedEvents } from '../trace';

/** What a page at rest should have none of. */
const WORK = ['TimerFire', 'FireAnimationFrame', 'FireIdleCallback', 'FunctionCall', 'EvaluateScript'] as const;
export type Work = Record<(typeof WORK)[number], number>;

/** A page has come to rest this long after its load. Ms. */
const TO_REST = 2500;

/** Timers, frames and calls while nothing happens on a page. */
export const idle: Part = async ({ arms, port, isQuick, log, root }) => {
  const seconds = isQuick ? 4 : 10;
  // Side by side: at rest they do not disturb each other.
  const rows = await withArmBrowsers(await arms('no-op', 'ours', 'driver.js', 'autoconsent'), port, (browsers) =>
    Promise.all(browsers.map(async (browser) => ({ name: browser.arm.name, work: await measureRest(browser, seconds) }))),
  );
  log('idle: Firefox');
  const firefox = await inFirefox(root, port, seconds, log);
  const sum = (work: Work | undefined) => Object.values(work ?? { all: Number.NaN }).reduce((all, count) => all + count, 0);
  return {
    figures: [
      judge('idle.chromium', sum(rows.find(({ name }) => name === 'ours')?.work)),
      judge('idle.firefox', firefox.atRest.timers + firefox.atRest.frames),
    ],
    tables: [
      {
        title: `${seconds} s at rest in Chromium, by trace: a step, a step in a tab behind, a page that is no step and a page of another site, all at once`,
        head: ['arm', ...WORK],
        rows: rows.map(({ name, work }) => [name, ...WORK.map((kind) => shown(work[kind]))]),
      },
      {
        title: `${seconds} s at rest in Firefox, by counters put before the content script: a step`,
        head: ['', 'timers fired', 'frames asked for'],
        rows: [
          ['until it came to rest', shown(firefox.before.timers), shown(firefox.before.frames)],
          ['at rest', shown(firefox.atRest.timers), shown(firefox.atRest.frames)],
        ],
      },
    ],
    samples: { chromium: rows, firefox },
    voids: [],
  };
};

/** Work in all pages of the bench while nothing happens, by the browser's own trace. */
export async function measureRest({ driver }: ArmBrowser, seconds: number): Promise<Work> {
  // A window each, so that all but the one behind are seen.
  const behind = await openIn(driver, stepAddress(1001), false);
  const pages = [behind];
  for (const address of [stepAddress(1000), quietAddress(1000), otherAddress(1000)]) pages.push(await openIn(driver, address, true));
  await pause(TO_REST);
  const events = await tracedEvents(behind, () => pause(seconds * 1000));
  const own = pageProcesses(events, BENCH_HOSTS);
  if (own.size === 0) throw new Error('the trace names no page of the bench');
  for (const page of pages) await page.close();
  const count = (kind: string) => events.filter(({ name, pid }) => name === kind && own.has(pid)).length;
  return Object.fromEntries(WORK.map((kind) => [kind, count(kind)])) as Work;
}

async function openIn({ browser }: Driver, address: string, ownWindow: boolean) {
  const page = await browser.newPage(ownWindow ? { type: 'window' } : { type: 'tab' });
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

interface Counted {
  timers: number;
  frames: number;
}

/** Put before the shipped content script in a copy of the package: both share one world, and nothing else does. */
const COUNTERS = `{
  const counted = { timers: 0, frames: 0 };
  for (const name of ['setTimeout', 'setInterval']) {
    const real = globalThis[name].bind(window);
    globalThis[name] = (work, ...rest) => real((...given) => { counted.timers += 1; return work(...given); }, ...rest);
  }
  for (const name of ['requestAnimationFrame', 'requestIdleCallback']) {
    const real = globalThis[name].bind(window);
    globalThis[name] = (...given) => { counted.frames += 1; return real(...given); };
  }
  browser.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.count === true) answer(counted);
  });
}`;

export async function inFirefox(root: string, port: number, seconds: number, log: (line: string) => void): Promise<{ before: Counted; atRest: Counted }> {
  const extension = withCounters(await builtExtension('firefox', log), join(root, '.output/bench/arms/firefox-counted'));
  const driver = await launchBrowser({ browser: 'firefox', extension, port, hosts: BENCH_HOSTS, headless: true });
  try {
    const ownPage = await driver.openExtensionPage('popup.html');
    const page = await driver.newPage();
    await page.goto(stepAddress(1000), { waitUntil: 'load' });
    await page.bringToFront();
    const counted = () => ownPage.evaluate(askTabs) as Promise<Counted>;
    await pause(TO_REST);
    const before = await counted();
    if (before.frames === 0) throw new Error('the counters in Firefox count nothing: not even the first look asked for a frame');
    await pause(seconds * 1000);
    const after = await counted();
    return { before, atRest: { timers: after.timers - before.timers, frames: after.frames - before.frames } };
  } finally {
    await driver.close();
  }
}

function withCounters(extension: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(extension, folder, { recursive: true });
  if (!readdirSync(folder).includes('manifest.json')) throw new Error(`${extension} holds no extension`);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { content_scripts: { js: string[] }[] };
  for (const script of manifest.content_scripts) script.js.unshift('counters.js');
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(join(folder, 'counters.js'), COUNTERS);
  return folder;
}

/** Runs in the extension's own page: what the counters of the one guided tab say. */
async function askTabs(): Promise<Counted> {
  const { tabs } = (
    globalThis as unknown as {
      browser: { tabs: { query(of: object): Promise<{ id: number }[]>; sendMessage(tab: number, message: object): Promise<Counted> } };
    }
  ).browser;
  const answers = await Promise.all((await tabs.query({})).map(({ id }) => tabs.sendMessage(id, { count: true }).catch(() => null)));
  const answer = answers.find((one) => one !== null);
  if (answer === undefined || answer === null) throw new Error('no tab has the counters');
  return answer;
}

import type { CDPSession, Page } from 'puppeteer-core';
import { type Driver, launchBrowser } from '../../browser/launch';
import { pollUntil } from '../../browser/poll-until';
import { portableSource } from '../../browser/portable-function';
import { builtExtension } from '../../lab/built-extension';
import { type ArmBrowser, BENCH_HOSTS, inNewTab, withArmBrowsers } from '../arm-browsers';
import { judge } from '../goals';
import { scriptedAddress, stepAddress, TARGET } from '../pages';
import type { Part } from '../part';
import { shown } from '../shown';
import { median, quantile } from '../statistics';

/** Beginnings of frames on the page's clock, in ms; null while not yet. */
interface Seen {
  paint: number | null;
  target: number | null;
  ring: number | null;
}

const RING_COMES_WITHIN = 15_000;

interface Scene {
  title: string;
  /** ms by which the ring's frame begins after the later of the first paint's frame and the target's. */
  late: number[];
}

/** How long after the page's own first frame, or the target's, the ring is there. */
export const ring: Part = async ({ arms, port, isQuick, log }) => {
  const times = (full: number) => (isQuick ? Math.ceil(full / 5) : full);
  const scenes = await withArmBrowsers(await arms('ours'), port, async ([browser]) => {
    const ours = browser as ArmBrowser;
    const found: Scene[] = [];
    for (const nodes of [1000, 10_000]) found.push(await scene(`at load, ${shown(nodes)} elements`, times(12), () => atLoad(ours, stepAddress(nodes))));
    for (const [after, count] of [
      [500, 8],
      [2000, 4],
      [5000, 2],
    ] as const)
      found.push(await scene(`target comes ${after} ms after load`, times(count), () => afterLoad(ours, scriptedAddress(`late-${after}`))));
    return found;
  });
  log('ring: Firefox');
  const firefox = await inFirefox(port, times(12), log);
  const all = scenes.flatMap(({ late }) => late);
  return {
    figures: [judge('ring.late', quantile(all, 0.95)), judge('ring.late-firefox', quantile(firefox.late, 0.95))],
    tables: [
      {
        title: 'The ring’s frame after the later of the first paint’s and the target’s, ms (0: the same frame)',
        head: ['', 'loads', 'median', '95 %', 'longest'],
        rows: [...scenes, firefox].map(({ title, late }) => [
          title,
          shown(late.length),
          shown(median(late)),
          shown(quantile(late, 0.95)),
          shown(Math.max(...late)),
        ]),
      },
    ],
    samples: [...scenes, firefox],
    voids: [],
  };
};

async function scene(title: string, count: number, once: () => Promise<number>): Promise<Scene> {
  const late: number[] = [];
  // The first fills caches.
  await once();
  while (late.length < count) late.push(await once());
  return { title, late };
}

async function inFirefox(port: number, count: number, log: (line: string) => void): Promise<Scene> {
  const extension = await builtExtension('firefox', log);
  const driver = await launchBrowser({ browser: 'firefox', extension, port, hosts: BENCH_HOSTS, headless: true });
  try {
    return await scene('Firefox, at load, 1,000 elements', count, () => inPage(driver, (page) => watched(page, stepAddress(1000))));
  } finally {
    await driver.close();
  }
}

async function inPage<T>(driver: Driver, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await driver.newPage();
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

/** The page itself sees our element come: with the ring placed, as everything we draw at load is drawn in one task. */
export function atLoad({ driver }: ArmBrowser, address: string): Promise<number> {
  return inPage(driver, (page) => watched(page, address));
}

async function watched(page: Page, address: string): Promise<number> {
  await page.evaluateOnNewDocument(WATCH_FRAMES);
  await page.goto(address, { waitUntil: 'load' });
  return lateness(() => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen));
}

/** While a card is already up, only the extension's own world can look into its closed root. */
export function afterLoad(browser: ArmBrowser, address: string): Promise<number> {
  return inNewTab(browser, async (page, session) => {
    const world = ownWorld(session);
    await session.send('Runtime.enable');
    await page.goto(address, { waitUntil: 'load' });
    const contextId = await world;
    const inWorld = async <T>(expression: string) => (await session.send('Runtime.evaluate', { contextId, expression, returnByValue: true })).result.value as T;
    await inWorld(WATCH_FRAMES);
    return lateness(() => inWorld<Seen>('globalThis.seen'));
  });
}

function ownWorld(session: CDPSession): Promise<number> {
  return new Promise((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
}

async function lateness(look: () => Promise<Seen>): Promise<number> {
  let last: Seen | null = null;
  const {
    ring: from,
    paint,
    target,
  } = await pollUntil(
    async () => {
      last = await look();
      return last.ring === null || last.paint === null || last.target === null ? null : last;
    },
    RING_COMES_WITHIN,
    () => `no ring within ${RING_COMES_WITHIN} ms; seen: ${JSON.stringify(last)}`,
  );
  return (from as number) - Math.max(paint as number, target as number);
}

/**
 * Runs in the page: notes in which frames the first paint, the target and the ring come. What changes while a frame is being made is
 * in that frame, anything else in the next one.
 */
function watchFrames(target: string): void {
  const world = globalThis as unknown as { seen: Seen; chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot } } };
  const seen: Seen = { paint: null, target: null, ring: null };
  world.seen = seen;
  const begun: number[] = [];
  let isInFrame = false;
  const after = new MessageChannel();
  after.port1.onmessage = () => {
    isInFrame = false;
  };
  const frame = (time: number) => {
    begun.push(time);
    isInFrame = true;
    after.port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const note = (what: 'target' | 'ring') => {
    if (isInFrame) seen[what] ??= begun.at(-1) ?? 0;
    else
      requestAnimationFrame((time) => {
        seen[what] ??= time;
      });
  };
  const isRinged = () => {
    const host = document.querySelector('register-guide');
    if (host === null) return false;
    const open = world.chrome?.dom?.openOrClosedShadowRoot;
    if (open === undefined) return true;
    const root = open(host);
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    return root.querySelector<HTMLElement>('[data-part="ring"]')?.style.visibility === 'visible';
  };
  const look = () => {
    if (seen.target === null && document.querySelector(target) !== null) note('target');
    if (seen.ring === null && isRinged()) note('ring');
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
  look();
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint === undefined) return;
    // Chromium tells when it painted; what `startTime` tells is when that was seen on the screen, perhaps a frame later.
    const { paintTime = paint.startTime } = paint as PerformanceEntry & { paintTime?: number };
    seen.paint ??= begun.findLast((time) => time <= paintTime) ?? paintTime;
  }).observe({ type: 'paint', buffered: true });
}

const WATCH_FRAMES = `(${portableSource(watchFrames)})(${JSON.stringify(TARGET)})`;

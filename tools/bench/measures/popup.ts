import { pollUntil } from '../../browser/poll-until';
import { type ArmBrowser, withArmBrowsers } from '../arm-browsers';
import { judge } from '../goals';
import type { Part } from '../part';
import { shown } from '../shown';
import { median, quantile } from '../statistics';

const PAINTS_WITHIN = 10_000;

interface Scene {
  events: number;
  isWorkerDead: boolean;
  /** ms from the start of the navigation to the first contentful paint, one for each opening. */
  paints: number[];
}

/** How soon the popup shows something, with much stored and with the background asleep. */
export const popup: Part = async ({ arms, port, isQuick, log }) => {
  const openings = isQuick ? 2 : 7;
  const scenes = await withArmBrowsers(await arms('ours'), port, async ([browser]) => {
    const found: Scene[] = [];
    for (const events of [0, 1000, 10_000]) {
      log(`popup: ${events} stored events`);
      await store(browser as ArmBrowser, events);
      for (const isWorkerDead of [false, true]) found.push(await scene(browser as ArmBrowser, events, isWorkerDead, openings));
    }
    return found;
  });
  const slowest = Math.max(...scenes.map(({ paints }) => median(paints)));
  return {
    figures: [judge('popup.paint', slowest)],
    tables: [
      {
        title: `First paint of the popup, opened as a tab, ms (${openings} openings)`,
        head: ['stored events', 'background', 'median', '95 %'],
        rows: scenes.map(({ events, isWorkerDead, paints }) => [
          shown(events),
          isWorkerDead ? 'stopped' : 'running',
          shown(median(paints)),
          shown(quantile(paints, 0.95)),
        ]),
      },
    ],
    samples: scenes,
    voids: [],
  };
};

async function scene(browser: ArmBrowser, events: number, isWorkerDead: boolean, openings: number): Promise<Scene> {
  const paints: number[] = [];
  await open(browser);
  while (paints.length < openings) {
    if (isWorkerDead) await stopWorker(browser);
    paints.push(await open(browser));
  }
  return { events, isWorkerDead, paints };
}

export async function open({ driver }: ArmBrowser): Promise<number> {
  const { page } = await driver.openExtensionPage('popup.html');
  try {
    return await pollUntil(
      () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null),
      PAINTS_WITHIN,
      () => `the popup has painted nothing within ${PAINTS_WITHIN} ms`,
    );
  } finally {
    await page.close();
  }
}

/** Fills the journal as someone's many visits would, and lets the keeper bring the rest in step. */
export async function store({ driver }: ArmBrowser, events: number): Promise<void> {
  const { page, evaluate } = await driver.openExtensionPage('popup.html');
  await evaluate(async (count: number) => {
    const { storage, runtime } = (globalThis as unknown as { chrome: Api }).chrome;
    const entries = Array.from({ length: count }, (_, index) => [`p:${String(index + 1).padStart(8, '0')}:0`, { type: 'went', place: 'egov-front' }]);
    await storage.local.set(Object.fromEntries(entries));
    await runtime.sendMessage({ ask: 'repair' });
  }, events);
  await page.close();
}

interface Api {
  storage: { local: { set(items: object): Promise<void> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/** Stops the background as the browser does when it has been idle, and waits until it is gone. */
export async function stopWorker({ driver }: ArmBrowser): Promise<void> {
  const session = await driver.browser.target().createCDPSession();
  const worker = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(driver.extensionOrigin));
  };
  const running = await worker();
  if (running !== undefined) await session.send('Target.closeTarget', { targetId: running.targetId });
  await pollUntil(
    async () => ((await worker()) === undefined ? true : null),
    5000,
    () => 'the background does not stop',
  );
  await session.detach();
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer-core';
import type { RulePack } from '../../../content-rules/schema';
import type { Drill } from '../../../drills/drill';
import { isUnderWay, type JourneyEvent } from '../../../engine/progress';
import { DEFAULT_SETTINGS } from '../../../platform/settings';
import type { BrowserName } from '../../../tools/browser/find-browser';
import { launchBrowser } from '../../../tools/browser/launch';
import { type Box, type Overlay, type OverlayButton, overlays, pressAtCentre } from '../../../tools/browser/overlay-view';
import { pollUntil } from '../../../tools/browser/poll-until';
import { GUIDED_HOSTS, startSiteServer } from '../../../tools/browser/site-server';
import { explainedAtRest } from '../../../tools/lab/at-rest';
import { builtExtension } from '../../../tools/lab/built-extension';
import { openTabs, setUp } from '../../../tools/lab/extension-side';
import { findingOf } from '../../../tools/lab/finding';
import { drawnAtRest } from '../../../tools/lab/picture';
import { eventsBefore, progressOf } from '../../support/looked';
import type { LayoutDrill } from '../layout-drills';
import { type Outcome, runDrill } from '../run';
import { DRILLS, type Drawn } from '../sample';
import type { DrilledPage, Inside } from './drilled-page';
import { bundledDrills, DrilledSite } from './drilled-site';
import { faultsOf, isRightRing, outcomeOf, type Scene, withinRing } from './judge';

/** A drilled page as a person saw it in a real browser. */
export interface SeenResult {
  page: string;
  drill: string;
  keeps: Drill['keeps'];
  outcome: Outcome;
  /** What it was drawn from, to draw it again. */
  origin: string;
  detail: string;
  /** What the engine makes of the same page without a browser; null where only a browser can drill it. */
  engine: Outcome | null;
  /** What must never be: see `faultsOf`. */
  faults: string[];
  /** The person was in the middle of the journey before this page. */
  isUnderWay: boolean;
}

/** A real browser with the built extension, in which drilled pages are opened one after the other. */
export interface DrillBrowser {
  version: string;
  /**
   * Opens one drilled page and looks at it as a person does. Null where a drill has nothing to change.
   * @param picture is given a PNG of what was judged
   */
  drill(drawn: Drawn, picture?: (png: Uint8Array, result: SeenResult) => void): Promise<SeenResult | null>;
  close(): Promise<void>;
}

/** @param log is told when the extension has to be built first */
export async function openDrillBrowser(name: BrowserName, pack: RulePack, log: (line: string) => void): Promise<DrillBrowser> {
  const extension = await builtExtension(name, log);
  const site = new DrilledSite(await bundledDrills());
  const server = await startSiteServer((request) => site.answer(request));
  const driver = await launchBrowser({ browser: name, extension, port: server.port, hosts: GUIDED_HOSTS, headless: true });
  const own = await driver.openExtensionPage('popup.html');

  const begin = (events: readonly JourneyEvent[]) =>
    pollUntil(
      // Firefox may refuse its storage for a moment when it has just started.
      async () => ((await own.evaluate(setUp, [...events], { ...DEFAULT_SETTINGS, language: 'zh-TW' }).catch(() => false)) === true ? true : null),
      10_000,
      () => 'The extension does not take in where the person is to be.',
    );

  const openTab = async () => {
    const before = await own.evaluate(openTabs);
    const page = await driver.newPage();
    const tab = (await own.evaluate(openTabs)).find((each) => !before.includes(each));
    if (tab === undefined) throw new Error('The extension does not see the new tab.');
    await page.bringToFront();
    return { page, tab };
  };

  const drill: DrillBrowser['drill'] = async (drawn, picture) => {
    const { placed, drills, seed } = drawn;
    const isOfEngine = drills.every((each) => DRILLS.includes(each));
    const engine = isOfEngine ? runDrill(pack, placed, drills, seed) : null;
    // What has nothing to change is known sooner there.
    if (isOfEngine && engine === null) return null;
    const addresses = site.show(drawn);
    await begin(eventsBefore(placed.case.given, placed.folder));
    const { page, tab } = await openTab();
    try {
      const ofLayout: LayoutDrill[] = [...drills];
      const wanted = ofLayout.find(({ frame }) => frame !== undefined)?.frame;
      await page.goto(wanted === undefined ? addresses.own : wanted === 'same site' ? addresses.framed : addresses.framedElsewhere);
      let frame = await drilledFrame(page);
      if ((await stateOf(frame)).isFramed && wanted === undefined) {
        await page.goto(addresses.framed);
        frame = await drilledFrame(page);
      }
      if (!(await stateOf(frame)).isApplied) return null;
      const later = ofLayout.find((each) => each.later !== undefined);
      const scene = () => sceneAtRest(page, frame, async () => (await explainedAtRest(own, tab, page)).explanations);
      let wrongBefore: Inside | null = null;
      if (later !== undefined) {
        wrongBefore = later.after === undefined ? wrongRing((await scene()).inside) : await wrongRingWithin(page, frame, later.after);
        await frame.evaluate(() => (globalThis as unknown as { drilled: DrilledPage }).drilled.goOn());
      }
      let last = await scene();
      if (showMe(last.overlays) !== undefined || (await isOutOfView(page, last.overlays))) {
        await bringIntoView(page, last.overlays);
        last = await scene();
      }
      const seen = wrongBefore === null ? outcomeOf(last, placed, pack) : 'WRONG ELEMENT';
      const inside = wrongBefore ?? last.inside;
      const result: SeenResult = {
        page: placed.folder,
        drill: drills.map((each) => each.name).join(' + '),
        keeps: keptBy(drills),
        outcome: seen,
        origin: `${placed.folder}/${placed.case.replica} given ${JSON.stringify(placed.case.given ?? {})} seed ${seed}`,
        detail: `${last.finding.verdict} ${last.finding.page ?? ''} ${last.finding.card?.title ?? 'no card'}${inside === null ? '' : `; in the ring: ${JSON.stringify(inside)}`}`,
        engine: engine?.outcome ?? null,
        faults: faultsOf(last),
        isUnderWay: isUnderWay(progressOf(placed.case.given, pack.journey, placed.folder)),
      };
      picture?.(await page.screenshot({ type: 'png' }), result);
      return result;
    } finally {
      await page.close();
    }
  };

  return {
    version: await driver.browser.version(),
    drill,
    async close() {
      await driver.close();
      await server.close();
    },
  };
}

/** What is still there after all of them. */
function keptBy(drills: readonly Drill[]): Drill['keeps'] {
  const has = (kept: Drill['keeps']) => drills.some(({ keeps }) => keeps === kept);
  return has('nothing') ? 'nothing' : has('target') ? 'target' : 'words';
}

/** The document that drills itself. */
async function drilledFrame(page: Page): Promise<Frame> {
  return pollUntil(
    async () => {
      for (const frame of page.frames()) {
        if (await frame.evaluate(() => document.readyState === 'complete' && 'drilled' in globalThis).catch(() => false)) return frame;
      }
      return null;
    },
    20_000,
    () => `No document at ${page.url()} has drilled itself.`,
  );
}

function stateOf(frame: Frame): Promise<Pick<DrilledPage, 'isApplied' | 'isFramed'>> {
  return frame.evaluate(() => {
    const { isApplied, isFramed } = (globalThis as unknown as { drilled: DrilledPage }).drilled;
    return { isApplied, isFramed };
  });
}

async function sceneAtRest(page: Page, frame: Frame, explain: () => Promise<Parameters<typeof findingOf>[0]>): Promise<Scene> {
  const explanations = await explain();
  const finding = findingOf(explanations);
  const drawn = await drawnAtRest(page, finding);
  return {
    finding,
    pages: explanations.flatMap(({ page: taken }) => taken ?? []),
    overlays: drawn,
    inside: await insideRing(frame, drawn),
    viewport: await viewportOf(page),
  };
}

function viewportOf(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
}

/** Asks the drilled document what is inside the ring, wherever that is drawn. */
async function insideRing(frame: Frame, drawn: readonly Overlay[]): Promise<Inside | null> {
  const ring = drawn.find((overlay) => overlay.ring !== null)?.ring ?? null;
  if (ring === null) return null;
  // The frame of the drilled page has neither border nor padding.
  const holder = await (await frame.frameElement())?.boundingBox();
  const { x, y, width, height } = withinRing(ring);
  return frame.evaluate((box) => (globalThis as unknown as { drilled: DrilledPage }).drilled.inside(box), {
    x: x - (holder?.x ?? 0),
    y: y - (holder?.y ?? 0),
    width,
    height,
  });
}

function wrongRing(inside: Inside | null): Inside | null {
  return inside === null || isRightRing(inside) ? null : inside;
}

/** Looks again and again until the time is over: at the first wrong ring that was ever drawn. */
async function wrongRingWithin(page: Page, frame: Frame, milliseconds: number): Promise<Inside | null> {
  const end = await frame.evaluate((after) => performance.now() + after, milliseconds);
  for (;;) {
    const wrong = wrongRing(await insideRing(frame, await overlays(page)));
    if (wrong !== null || (await frame.evaluate(() => performance.now())) >= end) return wrong;
    await pause(30);
  }
}

async function isOutOfView(page: Page, drawn: readonly Overlay[]): Promise<boolean> {
  const ring = drawn.find((overlay) => overlay.ring !== null)?.ring;
  if (ring == null) return false;
  const { width, height } = await viewportOf(page);
  const { x, y } = middleOf(ring);
  return x < 0 || y < 0 || x >= width || y >= height;
}

function middleOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

function showMe(drawn: readonly Overlay[]): OverlayButton | undefined {
  return drawn.flatMap(({ card }) => card?.buttons ?? []).find(({ action }) => action === 'show-me');
}

/** As a person does: by the card's own button, else by the wheel. */
async function bringIntoView(page: Page, drawn: readonly Overlay[]): Promise<void> {
  const button = showMe(drawn);
  const isPressable = button !== undefined && (await isInWindow(page, button.box));
  if (isPressable) return pressAtCentre(page, button.box);
  const { width, height } = await viewportOf(page);
  const ring = drawn.find((overlay) => overlay.ring !== null)?.ring ?? null;
  if (ring === null) return;
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.wheel({ deltaY: middleOf(ring).y - height / 2 });
}

async function isInWindow(page: Page, box: Box): Promise<boolean> {
  const { width, height } = await viewportOf(page);
  const { x, y } = middleOf(box);
  return x >= 0 && y >= 0 && x < width && y < height;
}

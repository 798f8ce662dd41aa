import type { Frame, Page } from 'puppeteer-core';
import { reachInto } from './frame-reach';
import { type Box, describeRoot, type FramePlace, measureFrameElement, type OverlayButton, type OverlayParts } from './overlay-description';
import { documentWentAway } from './passing-errors';
import { pollUntil } from './poll-until';

export type { Box, OverlayButton } from './overlay-description';

/**
 * One overlay of ours as it is really drawn. Every box is in CSS pixels of the top-level viewport. A part that is
 * hidden, or has no area, counts as absent. `card.text` is what to do and why, a line each; `card.all` all text shown.
 */
export interface Overlay extends OverlayParts {
  frame: Frame;
}

/**
 * Every overlay in every frame of a page, main frame first. A host that draws nothing at this moment is an entry too,
 * with all its parts absent; a frame whose document is just being replaced has none.
 *
 * @throws Error when the page is closed or the browser is gone
 */
export async function overlays(page: Page): Promise<Overlay[]> {
  if (page.isClosed() || !page.browser().connected) {
    throw new Error('The page whose overlays were asked for is closed.');
  }
  const places = new Map<Frame, Promise<FramePlace>>();
  const found = await Promise.all(
    page.frames().map(async (frame): Promise<Overlay[]> => {
      try {
        const descriptions = await reachInto(frame).onShadowRoots(describeRoot);
        if (descriptions.length === 0) return [];
        const place = await placeOf(frame, places);
        return descriptions.map((description) => ({
          frame,
          ...inTopViewport(JSON.parse(description), place),
        }));
      } catch (error) {
        if (documentWentAway(error)) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

/** The overlay that has a ring, or `null`. Should two frames draw one, the first in the order of `overlays`. */
export async function ringed(page: Page): Promise<Overlay | null> {
  return (await overlays(page)).find(({ ring }) => ring !== null) ?? null;
}

/**
 * Looks at the overlays until `predicate` holds, and gives them.
 *
 * @param options `timeout` in milliseconds, 10 seconds unless told
 * @throws Error on time-out, telling the address and what was seen last
 */
export async function waitForOverlay(
  page: Page,
  predicate: (overlays: Overlay[]) => boolean,
  { timeout = 10_000 }: { timeout?: number } = {},
): Promise<Overlay[]> {
  let seen: Overlay[] = [];
  return pollUntil(
    async () => {
      seen = await overlays(page);
      return predicate(seen) ? seen : null;
    },
    timeout,
    () => `No such overlay within ${timeout} ms at ${page.url()}; seen last: ${inWords(seen)}`,
  );
}

/**
 * Moves the mouse to the centre of a box of the top-level viewport and presses there, as a person does.
 *
 * @throws Error when the centre is outside the viewport, where nobody could press
 */
export async function pressAtCentre(page: Page, box: Box): Promise<void> {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (x < 0 || y < 0 || x >= view.width || y >= view.height) {
    throw new Error(`Cannot press at ${x}, ${y}: the viewport is ${view.width} × ${view.height}. Scroll there first.`);
  }
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
}

const WHOLE_VIEWPORT: FramePlace = { shown: true, x: 0, y: 0, scaleX: 1, scaleY: 1 };

/** Where a frame's content lies in the top-level viewport, through all its parents; each parent is measured once. */
function placeOf(frame: Frame, known: Map<Frame, Promise<FramePlace>>): Promise<FramePlace> {
  const measured = known.get(frame) ?? measurePlace(frame, known);
  known.set(frame, measured);
  return measured;
}

async function measurePlace(frame: Frame, known: Map<Frame, Promise<FramePlace>>): Promise<FramePlace> {
  const parent = frame.parentFrame();
  const own = await reachInto(frame).onFrameElement(measureFrameElement);
  if (!parent || own === null) return WHOLE_VIEWPORT;
  const inner: FramePlace = JSON.parse(own);
  const outer = await placeOf(parent, known);
  return {
    shown: inner.shown && outer.shown,
    x: outer.x + inner.x * outer.scaleX,
    y: outer.y + inner.y * outer.scaleY,
    scaleX: outer.scaleX * inner.scaleX,
    scaleY: outer.scaleY * inner.scaleY,
  };
}

function inTopViewport(parts: OverlayParts, place: FramePlace): OverlayParts {
  if (!place.shown) return { ring: null, card: null, caution: null, notes: [] };
  const move = (box: Box): Box => ({
    x: place.x + box.x * place.scaleX,
    y: place.y + box.y * place.scaleY,
    width: box.width * place.scaleX,
    height: box.height * place.scaleY,
  });
  const moveAll = <Boxed extends { box: Box }>(boxed: Boxed[]): Boxed[] => boxed.map((one) => ({ ...one, box: move(one.box) }));
  const movePart = <Part extends { box: Box; buttons: OverlayButton[] }>(part: Part): Part => ({
    ...part,
    box: move(part.box),
    buttons: moveAll(part.buttons),
  });
  return {
    ring: parts.ring && move(parts.ring),
    card: parts.card && movePart(parts.card),
    caution: parts.caution && movePart(parts.caution),
    notes: moveAll(parts.notes),
  };
}

function inWords(seen: Overlay[]): string {
  if (seen.length === 0) return 'no overlay in any frame';
  return JSON.stringify(
    seen.map(({ frame, ...parts }) => ({ frame: frame.url(), ...parts })),
    null,
    2,
  );
}

import { computePosition, type Placement, type Platform } from '@floating-ui/core';
import { seenBox } from './sight';

/** Space between the target and the ring's inner edge, and between the ring and the card. CSS px. */
const RING_GAP = 5;
const RING_LINE = 4;
const CARD_GAP = 18;
const EDGE = 8;
/** Points a side at which a place is tried for words, and how far away the card rather goes than hide one, in px. */
const GRID = 6;
const WORDS_COST = 60;

const PLACEMENTS: readonly Placement[] = [
  'bottom',
  'right',
  'left',
  'top',
  'bottom-start',
  'bottom-end',
  'top-start',
  'top-end',
  'right-start',
  'right-end',
  'left-start',
  'left-end',
];

/** Draws the ring around what is seen of an element. */
export function placeRing(ring: HTMLElement, target: Element) {
  const box = seenBox(target);
  const around = RING_GAP + RING_LINE;
  ring.style.width = `${box.width + around * 2}px`;
  ring.style.height = `${box.height + around * 2}px`;
  ring.style.transform = `translate(${box.left - around}px, ${box.top - around}px)`;
  ring.style.visibility = 'visible';
}

/** A place for the card. */
interface Spot {
  x: number;
  y: number;
}

/**
 * Puts the card near its target but never over it, over the field in use or an error, and where it hides the fewest words; at a
 * corner where there is no target.
 * @param never boxes that must stay free
 * @param last the spot taken before, kept while it is good: looking at all of them on every scroll would be felt
 * @returns the number of the spot taken
 */
export async function placeCard(card: HTMLElement, target: Element | null, never: readonly DOMRect[], last: number | null): Promise<number> {
  const spots = [...(target === null ? [] : await besideTarget(card, target)), ...corners(card)];
  const boxes = spots.map(({ x, y }) => new DOMRect(x, y, card.offsetWidth, card.offsetHeight));
  const isFree = (box: DOMRect) => never.every((other) => overlap(box, other) === 0);
  const lastBox = last === null ? undefined : boxes[last];
  const aim = target === null ? null : seenBox(target);
  const costs = lastBox !== undefined && isFree(lastBox) ? [] : boxes.map((box) => costOf(box, card, never, aim));
  const best = costs.length === 0 ? (last ?? 0) : costs.indexOf(Math.min(...costs));
  const { x, y } = spots[best] as Spot;
  card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  return best;
}

/**
 * Floating UI's own platform for the DOM walks offset parents and clipping ancestors. Our card is fixed in the top layer, where
 * neither exists, so these three answers are all it needs (and 2 KB less in every page).
 */
const TOP_LAYER: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: withGap(seenBox(reference)),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: (element) => ({ width: element.offsetWidth, height: element.offsetHeight }),
  getClippingRect: () => ({ x: 0, y: 0, width: innerWidth, height: innerHeight }),
};

function withGap({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x - CARD_GAP, y - CARD_GAP, width + CARD_GAP * 2, height + CARD_GAP * 2);
}

async function besideTarget(card: HTMLElement, target: Element): Promise<Spot[]> {
  const at = (placement: Placement) => computePosition(target, card, { strategy: 'fixed', placement, platform: TOP_LAYER });
  return (await Promise.all(PLACEMENTS.map(at))).map(({ x, y }) => intoView(x, y, card));
}

/** The nearest place that lies wholly in the window. */
function intoView(x: number, y: number, card: HTMLElement): { x: number; y: number } {
  const within = (at: number, most: number) => Math.max(EDGE, Math.min(at, most - EDGE));
  return { x: within(x, innerWidth - card.offsetWidth), y: within(y, innerHeight - card.offsetHeight) };
}

function corners(card: HTMLElement): Spot[] {
  const right = innerWidth - card.offsetWidth - EDGE * 2;
  const bottom = innerHeight - card.offsetHeight - EDGE * 2;
  const left = EDGE * 2;
  const spots = [
    [right, bottom],
    [right, left],
    [left, bottom],
    [left, left],
    [right, Math.max(EDGE, bottom / 2)],
    [left, Math.max(EDGE, bottom / 2)],
  ];
  return spots.map(([x = 0, y = 0]) => intoView(x, y, card));
}

function costOf(box: DOMRect, card: HTMLElement, never: readonly DOMRect[], aim: DOMRect | null): number {
  const hidden = never.reduce((sum, other) => sum + overlap(box, other), 0);
  const far = aim === null ? 0 : Math.max(box.left - aim.right, aim.left - box.right, 0) + Math.max(box.top - aim.bottom, aim.top - box.bottom, 0);
  return hidden * 100 + wordsUnder(box, card) * WORDS_COST + far;
}

/** How much of what a person reads lies under a box: tried at a grid of points, each standing for its share of the box. */
function wordsUnder(box: DOMRect, card: HTMLElement): number {
  let found = 0;
  for (let column = 0.5; column < GRID; column += 1) {
    for (let row = 0.5; row < GRID; row += 1) {
      const under = document.elementsFromPoint(box.x + (box.width * column) / GRID, box.y + (box.height * row) / GRID);
      const top = under.find((element) => element !== (card.getRootNode() as ShadowRoot).host && !(element instanceof HTMLFormElement));
      if (
        top?.matches('input, select, textarea, img') ||
        [...(top?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '')
      )
        found += 1;
    }
  }
  return found;
}

/** Shared area in CSS px². */
export function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

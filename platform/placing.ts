import { computePosition, type Placement, type Platform } from '@floating-ui/core';
import { offset } from '@floating-ui/dom';
import { seenBox } from './sight';

/** Space between the target and the ring's inner edge, and between the ring and the card. CSS px. */
const RING_GAP = 5;
const RING_LINE = 4;
const CARD_GAP = 18;
const EDGE = 8;

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

/** A place for the card and how bad it is: what it would hide, and how far it would stick out. */
interface Spot {
  x: number;
  y: number;
  cost: number;
}

/**
 * Puts the card near its target but never over it, over the field in use or over what the person has to read; at a corner
 * where there is no target.
 * @param never boxes that must stay free
 * @param rather boxes that had better stay free
 */
export async function placeCard(card: HTMLElement, target: Element | null, never: readonly DOMRect[], rather: readonly DOMRect[]): Promise<void> {
  const spots = [...(target === null ? [] : await besideTarget(card, target)), ...corners(card)];
  const rated = spots.map((spot, index) => ({ ...spot, cost: rate(spot, card, never, rather) + index }));
  const best = rated.reduce((a, b) => (b.cost < a.cost ? b : a));
  card.style.transform = `translate(${Math.round(best.x)}px, ${Math.round(best.y)}px)`;
}

/**
 * Floating UI's own platform for the DOM walks offset parents and clipping ancestors. Our card is fixed in the top layer, where
 * neither exists, so these three answers are all it needs (and 2 KB less in every page).
 */
const TOP_LAYER: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: seenBox(reference),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: (element) => ({ width: element.offsetWidth, height: element.offsetHeight }),
  getClippingRect: () => ({ x: 0, y: 0, width: innerWidth, height: innerHeight }),
};

async function besideTarget(card: HTMLElement, target: Element): Promise<Spot[]> {
  const at = (placement: Placement) => computePosition(target, card, { strategy: 'fixed', placement, platform: TOP_LAYER, middleware: [offset(CARD_GAP)] });
  return (await Promise.all(PLACEMENTS.map(at))).map(({ x, y }) => ({ ...intoView(x, y, card), cost: 0 }));
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
  return spots.map(([x = 0, y = 0]) => ({ ...intoView(x, y, card), cost: 40 }));
}

function rate(spot: Spot, card: HTMLElement, never: readonly DOMRect[], rather: readonly DOMRect[]): number {
  const box = new DOMRect(spot.x, spot.y, card.offsetWidth, card.offsetHeight);
  const out = Math.max(0, -box.left) + Math.max(0, -box.top) + Math.max(0, box.right - innerWidth) + Math.max(0, box.bottom - innerHeight);
  const hides = (boxes: readonly DOMRect[]) => boxes.reduce((sum, other) => sum + overlap(box, other), 0);
  return spot.cost + out * 50 + hides(never) * 100 + hides(rather);
}

/** Shared area in CSS px². */
export function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

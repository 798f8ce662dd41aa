/** Space between the target and the ring's inner edge, and between the ring and the card. CSS px. */
const RING_GAP = 5;
const RING_LINE = 4;
const CARD_GAP = 18;
const EDGE = 8;
/** Points a side at which a place is tried for words, and how far away the card rather goes than hide one, in px. */
const GRID = 6;
const WORDS_COST = 60;

/** Sides of the target, and where along them: 0 is at its start, 1 at its end. In the order in which they are liked. */
const PLACES: readonly (readonly ['below' | 'right' | 'left' | 'above', number])[] = [
  ['below', 0.5],
  ['right', 0.5],
  ['left', 0.5],
  ['above', 0.5],
  ['below', 0],
  ['below', 1],
  ['above', 0],
  ['above', 1],
  ['right', 0],
  ['right', 1],
  ['left', 0],
  ['left', 1],
];

/**
 * Draws the ring around what is seen of an element.
 * @param isThere false where it has left the document: something else is where it was until the next look finds what to ring
 */
export function placeRing(ring: HTMLElement, box: DOMRect, isThere: boolean) {
  const around = RING_GAP + RING_LINE;
  ring.style.width = `${box.width + around * 2}px`;
  ring.style.height = `${box.height + around * 2}px`;
  ring.style.transform = `translate(${box.left - around}px, ${box.top - around}px)`;
  ring.style.visibility = isThere ? 'visible' : 'hidden';
}

/** A place for the card. */
interface Spot {
  x: number;
  y: number;
}

/**
 * Puts the card near its target but never over it, over the field in use or an error, and where it hides the fewest words; at a
 * corner where there is no target.
 * @param aim the box of the target
 * @param never boxes that must stay free
 * @param last the spot taken before, kept while it is good: looking at all of them on every scroll would be felt
 * @returns the number of the spot taken
 */
export function placeCard(card: HTMLElement, aim: DOMRect | null, never: readonly DOMRect[], last: number | null): number {
  const { offsetWidth: width, offsetHeight: height } = card;
  const spots = [...(aim === null ? [] : beside(aim, width, height)), ...corners(width, height)];
  const boxes = spots.map(({ x, y }) => new DOMRect(x, y, width, height));
  const lastBox = last === null ? undefined : boxes[last];
  const isLastGood = lastBox !== undefined && never.every((other) => overlap(lastBox, other) === 0);
  const best = last !== null && isLastGood ? last : cheapest(boxes, card, never, aim);
  const { x, y } = spots[best] as Spot;
  card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  return best;
}

function beside(aim: DOMRect, width: number, height: number): Spot[] {
  return PLACES.map(([side, along]) => {
    const x = aim.left - CARD_GAP + (aim.width + CARD_GAP * 2 - width) * along;
    const y = aim.top - CARD_GAP + (aim.height + CARD_GAP * 2 - height) * along;
    if (side === 'below') return intoView(x, aim.bottom + CARD_GAP, width, height);
    if (side === 'above') return intoView(x, aim.top - CARD_GAP - height, width, height);
    return intoView(side === 'right' ? aim.right + CARD_GAP : aim.left - CARD_GAP - width, y, width, height);
  });
}

/** The nearest place that lies wholly in the window. */
function intoView(x: number, y: number, width: number, height: number): Spot {
  const within = (at: number, most: number) => Math.max(EDGE, Math.min(at, most - EDGE));
  return { x: within(x, innerWidth - width), y: within(y, innerHeight - height) };
}

function corners(width: number, height: number): Spot[] {
  const right = innerWidth - width - EDGE * 2;
  const bottom = innerHeight - height - EDGE * 2;
  const left = EDGE * 2;
  const spots = [
    [right, bottom],
    [right, left],
    [left, bottom],
    [left, left],
    [right, Math.max(EDGE, bottom / 2)],
    [left, Math.max(EDGE, bottom / 2)],
  ];
  return spots.map(([x = 0, y = 0]) => intoView(x, y, width, height));
}

/**
 * The box that costs least, the first of several. Words are asked for last, since every point of them is a question to the browser,
 * and no further than it takes to see that a box costs more than the best so far.
 */
function cheapest(boxes: readonly DOMRect[], card: HTMLElement, never: readonly DOMRect[], aim: DOMRect | null): number {
  const known = boxes.map((box, index) => ({ box, index, cost: costWithoutWords(box, never, aim) })).sort((a, b) => a.cost - b.cost);
  let best = { index: 0, cost: Number.POSITIVE_INFINITY };
  for (const { box, index, cost } of known) {
    if (cost > best.cost) break;
    const whole = cost + wordsUnder(box, card, (best.cost - cost) / WORDS_COST) * WORDS_COST;
    if (whole < best.cost || (whole === best.cost && index < best.index)) best = { index, cost: whole };
  }
  return best.index;
}

function costWithoutWords(box: DOMRect, never: readonly DOMRect[], aim: DOMRect | null): number {
  const hidden = never.reduce((sum, other) => sum + overlap(box, other), 0);
  const far = aim === null ? 0 : Math.max(box.left - aim.right, aim.left - box.right, 0) + Math.max(box.top - aim.bottom, aim.top - box.bottom, 0);
  return hidden * 100 + far;
}

/**
 * How much of what a person reads lies under a box: tried at a grid of points, each standing for its share of the box.
 * @param most counts no further than to more than this
 */
function wordsUnder(box: DOMRect, card: HTMLElement, most: number): number {
  let found = 0;
  for (let column = 0.5; column < GRID; column += 1) {
    for (let row = 0.5; row < GRID; row += 1) {
      const top = pageElementAt(box.x + (box.width * column) / GRID, box.y + (box.height * row) / GRID, card);
      if (
        top?.matches('input, select, textarea, img') ||
        [...(top?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '')
      )
        found += 1;
      if (found > most) return found;
    }
  }
  return found;
}

/** What of the page lies at a point: not our own card, and no form (see `isForm`). */
function pageElementAt(x: number, y: number, card: HTMLElement): Element | undefined {
  const isOfPage = (element: Element | null) => element !== (card.getRootNode() as ShadowRoot).host && !(element instanceof HTMLFormElement);
  const top = document.elementFromPoint(x, y);
  // All that lies there costs the browser many times the topmost.
  return isOfPage(top) ? (top ?? undefined) : document.elementsFromPoint(x, y).find(isOfPage);
}

/** Shared area in CSS px². */
export function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

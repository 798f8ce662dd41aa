import type { PictureDrawn, PicturePlace } from '../../practice/pictures';

/** Of the page around what is marked on it, in its CSS pixels: enough to see where one is. */
const AROUND = { x: 150, y: 56 };
const LEAST = { width: 560, height: 190 };
/** Where nothing is marked, the page's beginning. */
const UNMARKED_HEIGHT = 400;

/** The part of a drawn page that is printed. */
export function cropOf({ width, height, targets, mistakes }: PictureDrawn): PicturePlace {
  const places = [...targets, ...mistakes].map(({ place }) => place);
  if (places.length === 0) return { x: 0, y: 0, width, height: Math.min(height, UNMARKED_HEIGHT) };
  const left = Math.min(...places.map(({ x }) => x)) - AROUND.x;
  const top = Math.min(...places.map(({ y }) => y)) - AROUND.y;
  const right = Math.max(...places.map((place) => place.x + place.width)) + AROUND.x;
  const bottom = Math.max(...places.map((place) => place.y + place.height)) + AROUND.y;
  const across = side(left, right, LEAST.width, width);
  const down = side(top, bottom, LEAST.height, height);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

/** At least so much of a side, and none beyond the page. */
function side(from: number, to: number, least: number, all: number): { start: number; length: number } {
  const length = Math.min(all, Math.max(least, to - from));
  const start = Math.max(0, Math.min(from - Math.max(0, least - (to - from)) / 2, all - length));
  return { start, length };
}

import type { RulePack } from '../../../content-rules/schema';
import type { Box, Overlay } from '../../../tools/browser/overlay-view';
import type { PlacedCase } from '../../../tools/build/rule-pack';
import type { ToldOfPage } from '../../../tools/lab/finding';
import type { Outcome } from '../run';
import type { Inside } from './drilled-page';

/** What a person has before them at one moment, and what the guide says of it. */
export interface Scene {
  finding: ToldOfPage;
  /** The pages that the documents of the tab take themselves for. */
  pages: string[];
  overlays: Overlay[];
  /** What is inside the ring; null where there is none. */
  inside: Inside | null;
  viewport: { width: number; height: number };
}

/** How far the ring's outer edge lies from what it is around (platform/placing.ts). CSS px. */
export const RING = 9;

/** What a ring is around, in the coordinates that the ring is in. */
export function withinRing({ x, y, width, height }: Box): Box {
  return { x: x + RING, y: y + RING, width: width - RING * 2, height: height - RING * 2 };
}

/** A ring is right when it is around the right element and a press inside it reaches that element. */
export function isRightRing(inside: Inside): boolean {
  return inside.isRight && inside.reached > 0;
}

/** Judged by what is drawn: the box of the ring, the words on the card. */
export function outcomeOf({ finding, pages, overlays, inside }: Scene, { folder, case: entry }: PlacedCase, pack: RulePack): Outcome {
  if (pages.some((page) => page !== folder)) return 'WRONG PAGE';
  if (inside !== null) return isRightRing(inside) ? 'same' : 'WRONG ELEMENT';
  const isAsBefore = [entry.expect.verdict].flat().includes(finding.verdict as never);
  if (entry.expect.target === null && isAsBefore && finding.page === folder) return 'same';
  const card = overlays.find((overlay) => overlay.card !== null)?.card ?? null;
  if (card === null) return 'quiet';
  if (finding.verdict === 'ambiguous' && `${card.title}\n${card.text}`.includes(SHOW_ORIGINAL)) return 'words';
  if (finding.verdict !== 'degraded') return 'lost';
  return entry.expect.target === null || namesIn(`${card.title}\n${card.text}`, folder, pack) ? 'words' : 'lost';
}

const IS_COVERED = '被擋住';
/** On a translated page nobody can be told where to press: the way back to its own words is what helps. */
const SHOW_ORIGINAL = '原文';

/** The card names something that the page's rule points at, or says what is in the way of it. */
function namesIn(words: string, folder: string, pack: RulePack): boolean {
  const targets = pack.rules.find(({ id }) => id === folder)?.targets ?? [];
  const finders = targets.flatMap((target) => [target, ...[target.then ?? []].flat()].flatMap(({ find }) => find));
  const names = finders.flatMap(({ name }) => name ?? []).map((name) => name.replace(/…$/u, ''));
  return words.includes(IS_COVERED) || names.some((name) => words.includes(name));
}

/** What must never be, whatever the page: in words, none where all is well. */
export function faultsOf({ finding, overlays, viewport }: Scene): string[] {
  const rings = overlays.flatMap(({ ring }) => ring ?? []);
  const cards = overlays.flatMap(({ card }) => card ?? []);
  const [ring] = rings;
  const [card] = cards;
  return [
    rings.length > 1 && `${rings.length} rings`,
    cards.length > 1 && `${cards.length} cards`,
    ring !== undefined && card !== undefined && isOver(card.box, withinRing(ring)) && 'the card lies over the target',
    card !== undefined && !isWithin(card.box, viewport) && `the card is not wholly in the window: ${JSON.stringify(card.box)}`,
    (ring !== undefined) !== (finding.target !== null) &&
      card?.buttons.some(({ action }) => action === 'show-me') !== true &&
      `explained ${finding.target === null ? 'no target' : 'a target'}, drawn ${rings.length} rings`,
    (card !== undefined) !== (finding.card !== null) && `explained ${finding.card === null ? 'no card' : 'a card'}, drawn ${cards.length}`,
    card !== undefined && finding.card !== null && !wordsOf(finding.card).includes(card.title) && `explained ${wordsOf(finding.card)}, drawn ${card.title}`,
  ].filter((fault) => fault !== false);
}

/** A folded card is a line of what an open one says. */
function wordsOf({ title, text }: { title: string; text: string }): string {
  return `${title}\n${text}`;
}

function isOver(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isWithin({ x, y, width, height }: Box, viewport: { width: number; height: number }): boolean {
  return x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;
}

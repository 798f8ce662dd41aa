import { Random } from '../../../drills/random';
import type { PlacedCase } from '../../../tools/build/rule-pack';
import { LAYOUT_DRILLS } from '../layout-drills';
import { DRILLS, type Drawn, drawSample, drillable } from '../sample';

const KEEPING = DRILLS.filter(({ keeps }) => keeps === 'words');

/** Of what is drawn for the engine about half has something to change. */
const DRAWN_FOR_ONE = 6;

/**
 * Draws pages for a real browser: by turns one whose layout or time is drilled, and one as the engine is drilled with. Every drill of
 * layout comes once before any comes twice; every third is combined with a redesign that leaves the words alone.
 * @param count about how many pages are wanted: there are more, since a drill may find nothing to change
 */
export function drawForBrowser(cases: readonly PlacedCase[], count: number, seed: number): Drawn[] {
  const random = new Random(seed);
  const pages = drillable(cases).filter(({ case: entry }) => entry.expect.target !== null);
  let waiting: typeof LAYOUT_DRILLS = [];
  return drawSample(cases, count * DRAWN_FOR_ONE, seed).flatMap((ofEngine, index): Drawn[] => {
    if (waiting.length === 0) waiting = random.shuffle(LAYOUT_DRILLS);
    const drill = waiting.pop() as (typeof LAYOUT_DRILLS)[number];
    const before = index % 3 === 2 ? [random.pick(KEEPING)] : [];
    return [{ placed: random.pick(pages), drills: [...before, drill], seed: seed * 100_000 + 50_000 + index }, ofEngine];
  });
}

import type { PlacedCase } from '../../tools/build/rule-pack';
import type { Drill } from './drill';
import { MARKUP_DRILLS } from './markup-drills';
import { Random } from './random';
import { WORD_DRILLS } from './word-drills';

export const DRILLS: readonly Drill[] = [...MARKUP_DRILLS, ...WORD_DRILLS];

/** Cases worth drilling: pages that rules claim, in one document, each state of the person once. */
export function drillable(cases: readonly PlacedCase[]): PlacedCase[] {
  const seen = new Set<string>();
  return cases.filter(({ folder, case: entry }) => {
    const isClaimed = [entry.expect.verdict].flat().some((kind) => kind === 'recognised' || kind === 'degraded');
    if (!isClaimed || entry.without !== undefined || entry.frames !== undefined) return false;
    const key = JSON.stringify([folder, entry.replica, entry.given?.account, entry.expect.target]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

export interface Drawn {
  placed: PlacedCase;
  drills: readonly Drill[];
  seed: number;
}

/** Draws pages and drills at random: single drills, and for every third page a combination of two or three that go together. */
export function drawSample(cases: readonly PlacedCase[], count: number, seed: number): Drawn[] {
  const random = new Random(seed);
  const pages = drillable(cases);
  return Array.from({ length: count }, (_, index) => {
    const size = index % 3 === 2 ? 2 + random.below(2) : 1;
    // Two changes of the element itself undo each other, so at most one of those is in a combination.
    const markup = random.shuffle(MARKUP_DRILLS).slice(0, size - (index % 2));
    const other = index % 2 === 1 ? [random.pick(WORD_DRILLS)] : [];
    return { placed: random.pick(pages), drills: [...markup, ...other], seed: seed * 100_000 + index };
  }).filter(({ drills }) => drills.length > 0);
}

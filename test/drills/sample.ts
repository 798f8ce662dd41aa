import { BUILD_DRILLS } from '../../drills/build-drills';
import type { Drill } from '../../drills/drill';
import { Random } from '../../drills/random';
import { STRUCTURE_DRILLS } from '../../drills/structure-drills';
import type { PlacedCase } from '../../tools/build/rule-pack';
import { HOOK_DRILLS } from './hook-drills';
import { PLACE_DRILLS } from './place-drills';
import { TARGET_DRILLS, UNEQUAL_TWIN } from './target-drills';
import { REWORDED_TARGET, WORD_DRILLS } from './word-drills';

export const DRILLS: readonly Drill[] = [...HOOK_DRILLS, ...STRUCTURE_DRILLS, ...BUILD_DRILLS, ...PLACE_DRILLS, ...WORD_DRILLS, ...TARGET_DRILLS];

const isTold = ({ case: { expect } }: PlacedCase) => [expect.verdict].flat().some((kind) => kind === 'recognised' || kind === 'degraded');

/** One case for each replica and each state of the person: those that only take words off are redesigns already. */
function once(cases: readonly PlacedCase[]): PlacedCase[] {
  const seen = new Set<string>();
  return cases.filter(({ folder, case: entry }) => {
    if (entry.without !== undefined) return false;
    const key = JSON.stringify([folder, entry.replica, new URL(entry.url).pathname, entry.given, entry.frames]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** Pages that rules claim, in one document: every replica in every state of the person that it has a case for. */
export function drillable(cases: readonly PlacedCase[]): PlacedCase[] {
  return once(cases).filter((placed) => isTold(placed) && placed.case.frames === undefined);
}

/** Such pages with a frame over them. */
export function drillableWithFrames(cases: readonly PlacedCase[]): PlacedCase[] {
  return once(cases).filter((placed) => isTold(placed) && placed.case.frames !== undefined);
}

/** Pages that no rule may claim, however they are redesigned: lookalikes, and pages that nobody has seen. */
export function unclaimable(cases: readonly PlacedCase[]): PlacedCase[] {
  return once(cases).filter((placed) => !isTold(placed));
}

export interface Drawn {
  placed: PlacedCase;
  drills: readonly Drill[];
  seed: number;
}

const changesTarget = (drill: Drill) => drill === REWORDED_TARGET || TARGET_DRILLS.includes(drill);

/**
 * Two changes of the element itself undo each other. Where the right element has lost its words and its twin has not, the twin is what those words
 * stand on, for a person as for the guide: nobody could call it wrong.
 */
function goTogether(one: Drill, other: Drill): boolean {
  if (changesTarget(one) && changesTarget(other)) return false;
  return ![one, other].includes(UNEQUAL_TWIN) || ![one, other].some(({ keeps }) => keeps === 'nothing');
}

/** Two or three drills that go together. */
export function drawCombination(random: Random): Drill[] {
  const size = 2 + random.below(2);
  const drills: Drill[] = [];
  for (const drill of random.shuffle(DRILLS)) {
    if (drills.length === size) break;
    if (drills.every((other) => goTogether(drill, other))) drills.push(drill);
  }
  return drills;
}

/** Draws pages and drills at random: single drills, and for every third page a combination. */
export function drawSample(cases: readonly PlacedCase[], count: number, seed: number): Drawn[] {
  const random = new Random(seed);
  const pages = drillable(cases);
  return Array.from({ length: count }, (_, index) => {
    const drills = index % 3 === 2 ? drawCombination(random) : [random.pick(DRILLS)];
    return { placed: random.pick(pages), drills, seed: seed * 100_000 + index };
  });
}

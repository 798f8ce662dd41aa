import type { Verdict } from './verdict';

/** What a frame tells the keeper about its document, so that one tab shows one card. */
export interface Claim {
  kind: Verdict['kind'];
  /** The target is hidden behind something (a dialog over the page). */
  isCovered: boolean;
  /** How many frames deep: 0 is the page itself. */
  depth: number;
}

/** The claim of a verdict. */
export function claimOf(verdict: Verdict, depth: number): Claim {
  return { kind: verdict.kind, isCovered: verdict.kind === 'degraded' && verdict.missing === 'covered', depth };
}

const TOLD = new Set<Verdict['kind']>(['recognised', 'degraded', 'ambiguous']);

/**
 * Which frame of a tab shows the card: the deepest one that has something to say wins over its parent, and a page whose
 * target is covered only speaks when no other frame does.
 * @param claims by frame number
 * @returns the frame's number, or null where all are quiet
 */
export function frameThatSpeaks(claims: ReadonlyMap<number, Claim>): number | null {
  const order = ({ kind, isCovered, depth }: Claim) => {
    if (kind === 'quiet') return -1;
    if (TOLD.has(kind) && !isCovered) return 1000 + depth;
    return kind === 'lost' && depth > 0 ? 500 + depth : isCovered ? 100 + depth : depth;
  };
  let speaker: number | null = null;
  let best = -1;
  for (const [frame, claim] of [...claims].sort(([a], [b]) => a - b)) {
    if (order(claim) > best) {
      best = order(claim);
      speaker = frame;
    }
  }
  return speaker;
}

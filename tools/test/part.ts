import type { Counts } from './vitest-counts';

/** How one part of the tests ended. */
export interface Result {
  counts: Counts;
  /** What is worth showing: all of it where the part has failed. */
  text: string;
}

/** One heading of `npm test`. */
export interface Part {
  title: string;
  /** Its words appear as they come; of the others only at the end, since several run at once. */
  isLive?: boolean;
  run(signal: AbortSignal): Promise<Result>;
}

/** A check that is no vitest test counts as one. */
export function oneCheck(isGood: boolean, text: string): Result {
  return { counts: isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, text };
}

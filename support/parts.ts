import type { VerdictKind } from '../content-rules/schema';
import type { Answers } from '../engine/progress';
import type { Reason } from './layout';

/** All that a spoken code says. Ids and numbers; nothing of the person but the answers that the guide asked for. */
export interface CodeParts {
  /** Of the page table, and with it of the rules: 1 and up. */
  edition: number;
  kind: VerdictKind;
  reason: Reason | null;
  /** Where the verdict tells none, the page that comes nearest; null where none does. */
  page: string | null;
  /** What on the page is spoken of: 0 its own words, 1 and up the things that its rule points at, in their order. */
  spot: number;
  /** 0 to 11: the step under way, with `lost` and where there is no page. Null: it follows from the page. */
  step: number | null;
  /** Conditions of the page that do not hold, by their place in its look. */
  failed: readonly number[];
  answers: Answers;
  visit: 'first' | 'again';
  /** The way back that is under way. */
  recovery: string | null;
}

import type { VerdictKind } from '../content-rules/schema';
import type { Missing } from '../engine/verdict';

/** Why a verdict is what it is, where its kind alone does not say it. */
export type Reason = 'complained' | 'waiting' | Missing | 'translated' | 'not-guided' | 'unknown-page' | 'nothing-to-say';

/** One field of a code, and how many values it may have. */
export type Field = 'edition' | 'place' | 'verdict' | 'hours' | 'civil' | 'account' | 'identify' | 'visit' | 'recovery' | 'failed';

/** How the payload of one version of the code is made up. */
export interface Layout {
  version: number;
  /** Payloads from `from` up to but not `below` are of this version: it is told by the number itself and takes no digit. */
  from: number;
  below: number;
  /** Mixed radix, the first the most significant. */
  fields: readonly (readonly [Field, number])[];
  /** Values of `verdict` behind those of the steps: 0 to 11 are `lost` in the middle of that step. */
  verdicts: readonly (readonly [VerdictKind, Reason | null])[];
  answers: Readonly<Record<'hours' | 'civil' | 'account' | 'identify', readonly string[]>>;
}

/** `lost` has the step in which the person is, from 0 (none yet) to 11. */
export const LOST_VALUES = 12;

const VERSION_1: Layout = {
  version: 1,
  from: 0,
  below: 500_000_000_000,
  fields: [
    ['edition', 200],
    ['place', 256],
    ['verdict', 28],
    ['hours', 3],
    ['civil', 3],
    ['account', 3],
    ['identify', 4],
    ['visit', 2],
    ['recovery', 12],
    ['failed', 128],
  ],
  verdicts: [
    ['recognised', null],
    ['recognised', 'complained'],
    ['recognised', 'waiting'],
    ['degraded', 'not-found'],
    ['degraded', 'not-enabled'],
    ['degraded', 'several'],
    ['degraded', 'covered'],
    ['degraded', 'page-changed'],
    ['ambiguous', null],
    ['ambiguous', 'translated'],
    ['quiet', 'not-guided'],
    ['quiet', 'unknown-page'],
    ['quiet', 'nothing-to-say'],
  ],
  answers: {
    hours: ['unsaid', 'yes', 'no'],
    civil: ['unsaid', 'yes', 'no'],
    account: ['unsaid', 'yes', 'no'],
    identify: ['unsaid', 'number', 'certificate', 'none'],
  },
};

/**
 * All layouts that there ever were, the newest last. Never change one: a code of it would then say something else. A new one takes
 * payloads that none has yet, and the stored examples of the old ones stay in test/support/spoken-codes.json.
 *
 * The budget of version 1. Twelve digits are 10¹² payloads (39.9 bits); half of them are kept for later versions, so 5 × 10¹¹ (38.9 bits):
 *
 * | field    | values | bits | what |
 * |----------|-------:|-----:|------|
 * | edition  |    200 |  7.6 | edition of the page table, and with it the date of the rules; 1 is used |
 * | place    |    256 |  8.0 | page and what on it is pointed at, or a step without a page; 12 and 105 are used |
 * | verdict  |     28 |  4.8 | kind and reason, `lost` with its step; 25 are used |
 * | answers  |    108 |  6.8 | hours 3 × civil 3 × account 3 × identify 4 |
 * | visit    |      2 |  1.0 | the first time on this page, or again |
 * | recovery |     12 |  3.6 | the way back under way; none and 8 are used |
 * | failed   |    128 |  7.0 | mask over the page's first seven conditions; no page has more |
 *
 * The product is 4.76 × 10¹¹. An edition was taken, not a date: it costs 200 values where days for ten years cost 3,650, and it says
 * exactly which pages and conditions the numbers stood for, which no date does.
 */
export const LAYOUTS: readonly Layout[] = [VERSION_1];

/** The one that codes are made by. */
export const NEWEST_LAYOUT: Layout = LAYOUTS.at(-1) as Layout;

/** How many values there are of a field. */
export function valuesOf({ fields }: Layout, field: Field): number {
  return fields.find(([name]) => name === field)?.[1] ?? 0;
}

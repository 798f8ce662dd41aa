import type { Answers } from '../engine/progress';
import { type Field, LAYOUTS, type Layout, LOST_VALUES } from './layout';
import { PAGE_TABLE, type PageTable, type PlacedPage, pagesAt, placesOf, STEP_PLACES } from './page-table';
import type { CodeParts } from './parts';
import { readTyped, type TypedFault } from './typed-code';

export type CodeFault =
  | TypedFault
  /** Made by a later version of the extension (`code`), or by later rules than are in here (`rules`). */
  | { kind: 'newer'; what: 'code' | 'rules' }
  /** All check digits fit, but no extension makes such a code: groups of two codes were mixed, say. */
  | { kind: 'impossible' };

export interface DecodedCode {
  ok: true;
  /** The code itself, three times five digits. */
  groups: string[];
  parts: CodeParts;
  /** Of the code's own layout. */
  version: number;
  /** The date of the rules it was made with, as 2026-11-30. */
  rulesDate: string;
  /** What the numbers in `parts` stand for; null without a page. */
  placed: PlacedPage | null;
}

export type Decoded = DecodedCode | { ok: false; fault: CodeFault };

/** Reads a spoken code as it was typed, of this version or of an earlier one. Never throws. */
export function decodeSpokenCode(text: string, table: PageTable = PAGE_TABLE): Decoded {
  const typed = readTyped(text);
  return 'fault' in typed ? { ok: false, fault: typed.fault } : decodePayload(typed, table);
}

function decodePayload({ payload, groups }: { payload: number; groups: string[] }, table: PageTable): Decoded {
  const layout = LAYOUTS.find(({ from, below }) => payload >= from && payload < below);
  if (layout === undefined) return { ok: false, fault: { kind: 'newer', what: 'code' } };
  const values = valuesIn(payload - layout.from, layout);
  if (values === null) return { ok: false, fault: { kind: 'impossible' } };
  const edition = values.edition + 1;
  const rulesDate = table.editions[values.edition];
  if (rulesDate === undefined) return { ok: false, fault: { kind: 'newer', what: 'rules' } };
  const placed = pagesAt(table, edition).find(({ first, look }) => values.place >= first && values.place < first + placesOf(look)) ?? null;
  const parts = partsFrom(values, layout, placed, table);
  return parts === null ? { ok: false, fault: { kind: 'impossible' } } : { ok: true, groups, version: layout.version, parts, rulesDate, placed };
}

/** @returns null where the number is larger than all fields together */
function valuesIn(payload: number, { fields }: Layout): Record<Field, number> | null {
  let rest = payload;
  const values = [...fields].reverse().map(([field, radix]) => {
    const value = rest % radix;
    rest = Math.floor(rest / radix);
    return [field, value] as const;
  });
  return rest === 0 ? (Object.fromEntries(values) as Record<Field, number>) : null;
}

/** @returns null where a value stands for nothing */
function partsFrom(values: Record<Field, number>, layout: Layout, placed: PlacedPage | null, table: PageTable): CodeParts | null {
  const isLost = values.verdict < LOST_VALUES;
  const [kind, reason] = isLost ? (['lost', null] as const) : (layout.verdicts[values.verdict - LOST_VALUES] ?? []);
  const recovery = values.recovery === 0 ? null : table.recoveries[values.recovery - 1];
  const isStepOnly = values.place < STEP_PLACES;
  const isPlaceKnown = isStepOnly ? !isLost || values.place === 0 : placed !== null;
  const areConditionsKnown = values.failed < 2 ** (placed?.look.conditions.length ?? 0);
  if (kind === undefined || reason === undefined || recovery === undefined || !isPlaceKnown || !areConditionsKnown) return null;
  const { answers } = layout;
  return {
    edition: values.edition + 1,
    kind,
    reason,
    page: placed?.id ?? null,
    spot: placed === null ? 0 : values.place - placed.first,
    step: isLost ? values.verdict : isStepOnly ? values.place : null,
    failed: (placed?.look.conditions ?? []).flatMap((_, condition) => ((values.failed >> condition) & 1 ? [condition] : [])),
    answers: {
      hours: answers.hours[values.hours],
      civil: answers.civil[values.civil],
      account: answers.account[values.account],
      identify: answers.identify[values.identify],
    } as Answers,
    visit: values.visit === 1 ? 'again' : 'first',
    recovery,
  };
}

import { checkDigit } from './damm';
import { type Field, LOST_VALUES, NEWEST_LAYOUT, valuesOf } from './layout';
import { PAGE_TABLE, type PageTable, pagesAt, placesOf } from './page-table';
import type { CodeParts } from './parts';

const PAYLOAD_DIGITS = 12;
const DIGITS_OF_GROUP = 4;

/**
 * The three groups of five digits that a person reads out.
 * @throws RangeError where a part is none that the layout has a place for
 */
export function encode(parts: CodeParts, table: PageTable = PAGE_TABLE): string[] {
  const values = valuesFrom(parts, table);
  const payload = NEWEST_LAYOUT.fields.reduce((sum, [field, radix]) => {
    const value = values[field];
    if (!Number.isInteger(value) || value < 0 || value >= radix) throw new RangeError(`${field}: expected a whole number below ${radix}, not ${value}`);
    return sum * radix + value;
  }, 0);
  return groupsOf(NEWEST_LAYOUT.from + payload);
}

/** @param payload below 10¹² */
export function groupsOf(payload: number): string[] {
  const digits = String(payload).padStart(PAYLOAD_DIGITS, '0');
  return [0, 1, 2].map((group) => {
    const own = digits.slice(group * DIGITS_OF_GROUP, (group + 1) * DIGITS_OF_GROUP);
    return own + checkDigit(own);
  });
}

function valuesFrom(parts: CodeParts, table: PageTable): Record<Field, number> {
  const { answers, verdicts } = NEWEST_LAYOUT;
  const answer = (question: keyof typeof answers) => answers[question].indexOf(parts.answers[question]);
  const isLost = parts.kind === 'lost';
  return {
    edition: table.editions[parts.edition - 1] === undefined ? -1 : parts.edition - 1,
    place: placeFrom(parts, table),
    verdict: isLost ? (parts.step ?? -1) : LOST_VALUES + verdictFrom(verdicts, parts),
    hours: answer('hours'),
    civil: answer('civil'),
    account: answer('account'),
    identify: answer('identify'),
    visit: parts.visit === 'again' ? 1 : 0,
    recovery: parts.recovery === null ? 0 : indexIn(table.recoveries, parts.recovery) + 1,
    failed: maskFrom(parts, table),
  };
}

function verdictFrom(verdicts: typeof NEWEST_LAYOUT.verdicts, { kind, reason }: CodeParts): number {
  const index = verdicts.findIndex(([ofKind, ofReason]) => ofKind === kind && ofReason === reason);
  return index < 0 ? Number.NaN : index;
}

function placeFrom({ kind, page, spot, step, edition }: CodeParts, table: PageTable): number {
  if (page === null) return spot !== 0 ? -1 : kind === 'lost' ? 0 : (step ?? -1);
  const placed = pagesAt(table, edition).find(({ id }) => id === page);
  const isKnown = placed !== undefined && spot < placesOf(placed.look) && (kind === 'lost' || step === null);
  return isKnown ? placed.first + spot : -1;
}

function maskFrom({ page, failed, edition }: CodeParts, table: PageTable): number {
  const bits = Math.log2(valuesOf(NEWEST_LAYOUT, 'failed'));
  const count = pagesAt(table, edition).find(({ id }) => id === page)?.look.conditions.length ?? 0;
  return failed.reduce((mask, condition) => (condition < Math.min(bits, count) && condition >= 0 ? mask | (1 << condition) : Number.NaN), 0);
}

function indexIn(list: readonly string[], value: string): number {
  const index = list.indexOf(value);
  return index < 0 ? Number.NaN : index;
}

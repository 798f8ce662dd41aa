import { encode } from '../../support/encode';
import { NEWEST_LAYOUT } from '../../support/layout';
import { type PageTable, pagesAt, partAt, placesOf } from '../../support/page-table';
import type { CodeParts } from '../../support/parts';

/** A code and what it said when it was made. One line of test/support/spoken-codes.jsonl. */
export interface CodeExample {
  version: number;
  rulesDate: string;
  code: string;
  parts: CodeParts;
  /** Words of what is pointed at; null: the page's own words, or no page. */
  pointsAt: string | null;
  /** The conditions that failed, as the table has them. */
  failed: string[];
}

/** Examples of an edition: for each page one, and one for each thing that is pointed at where the page's rule is new in it. */
export function examplesOf(table: PageTable, edition: number): CodeExample[] {
  const nowhere = { page: null, spot: 0, conditions: [] as readonly string[], pointsAt: null };
  const places = pagesAt(table, edition).flatMap(({ id: page, look }) =>
    Array.from({ length: look.since === edition ? placesOf(look) : 1 }, (_, spot) => ({
      page,
      spot,
      conditions: look.conditions,
      pointsAt: partAt(look, spot)?.words ?? null,
    })),
  );
  return [nowhere, ...places].map(({ page, spot, conditions, pointsAt }, index) => {
    const failed = conditions.map((_, condition) => condition).filter((condition) => (condition + index) % 2 === 0);
    const parts: CodeParts = {
      edition,
      kind: 'lost',
      reason: null,
      page,
      spot,
      step: index % 12,
      failed,
      answers: { hours: 'yes', civil: 'no', account: 'unsaid', identify: 'number' },
      visit: 'first',
      recovery: null,
    };
    return {
      version: NEWEST_LAYOUT.version,
      rulesDate: table.editions[edition - 1] as string,
      code: encode(parts, table).join(' '),
      parts,
      pointsAt,
      failed: failed.map((condition) => conditions[condition] as string),
    };
  });
}

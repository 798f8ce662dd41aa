import type { Goal } from './goals';
import { OUTCOMES, type Outcome } from './outcome';
import type { DrillResult } from './run';

/** How often each outcome came, for each value of a key. */
export type Table = Record<string, Partial<Record<Outcome, number>>>;

/** What a person still finds on the page. */
export const KEPT = { words: 'words kept', target: 'target not there once and pressable', nothing: 'words changed' } as const;

export function tableBy(results: readonly DrillResult[], key: (result: DrillResult) => string): Table {
  const table: Table = {};
  for (const result of results) {
    const row = table[key(result)] ?? {};
    row[result.outcome] = (row[result.outcome] ?? 0) + 1;
    table[key(result)] = row;
  }
  return table;
}

/** A table in Markdown, one line for each key. */
export function asMarkdown(first: string, table: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rows = Object.entries(table).map(([key, row]) => line([key, ...OUTCOMES.map((outcome) => row[outcome] ?? '')]));
  return [line([first, ...OUTCOMES]), line(['---', ...OUTCOMES.map(() => '---:')]), ...rows].join('\n');
}

export function goalsAsMarkdown(goals: readonly Goal[]): string {
  const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
  const rows = goals.map(
    ({ name, of, met, wanted, isMet }) =>
      `| ${name} | ${percent(of === 0 ? 1 : met / of)} (${met} of ${of}) | ${percent(wanted)} | ${isMet ? 'met' : 'MISSED'} |`,
  );
  return ['| goal | measured | wanted | |', '| --- | ---: | ---: | --- |', ...rows].join('\n');
}

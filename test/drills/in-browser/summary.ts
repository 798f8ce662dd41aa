import type { SeenResult } from './drill-browser';

/** One promise, as a share of the pages it is about. */
export interface Goal {
  name: string;
  wanted: string;
  /** Pages that keep it, of all that it is about. */
  kept: number;
  of: number;
  isMet: boolean;
}

const COMBINED = ' + ';

/** What was wrong on a page, whatever its goal: in words. */
export function wrongs({ outcome, faults }: SeenResult): string[] {
  return [...(outcome.startsWith('WRONG') ? [outcome] : []), ...faults];
}

/** Whether the person was helped as the drill leaves it possible. */
export function isDue({ keeps, outcome }: SeenResult): boolean {
  return outcome === 'same' || (keeps !== 'words' && outcome === 'words');
}

/** The goals of the redesign drills, as met by these pages. */
export function goalsOf(results: readonly SeenResult[]): Goal[] {
  const wordsKept = results.filter(({ keeps }) => keeps === 'words');
  const goal = (name: string, about: readonly SeenResult[], isKept: (result: SeenResult) => boolean, share: number): Goal => {
    const kept = about.filter(isKept).length;
    return { name, wanted: share === 1 ? 'all' : `${share * 100} %`, kept, of: about.length, isMet: kept >= about.length * share };
  };
  return [
    goal('no wrong element, no wrong page', results, ({ outcome }) => !outcome.startsWith('WRONG'), 1),
    goal('drawn as explained, card in the window and off the target', results, ({ faults }) => faults.length === 0, 1),
    goal(
      'words kept: the same element',
      wordsKept.filter(({ drill }) => !drill.includes(COMBINED)),
      isDue,
      0.97,
    ),
    goal(
      'words kept, combined: the same element',
      wordsKept.filter(({ drill }) => drill.includes(COMBINED)),
      isDue,
      0.9,
    ),
    goal(
      'words changed: the same element or the right words',
      results.filter(({ keeps }) => keeps === 'nothing'),
      isDue,
      0.9,
    ),
    goal(
      'target gone or not to be pressed: no ring, the right words',
      results.filter(({ keeps }) => keeps === 'target'),
      isDue,
      0.9,
    ),
    goal(
      'under way: never silent',
      results.filter(({ isUnderWay }) => isUnderWay),
      ({ outcome }) => outcome !== 'quiet',
      1,
    ),
  ];
}

/** How often each outcome came, by drill or by page. Combined drills are one row for what they keep. */
export function tally(results: readonly SeenResult[], by: 'drill' | 'page'): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const result of results) {
    const row = by === 'page' ? result.page : result.drill.includes(COMBINED) ? `combined, ${result.keeps} kept` : result.drill;
    table[row] ??= {};
    table[row][result.outcome] = (table[row][result.outcome] ?? 0) + 1;
  }
  return table;
}

/** The tables and everything that was missed, in Markdown. */
export function asMarkdown(title: string, results: readonly SeenResult[]): string {
  const goals = goalsOf(results).map(({ name, wanted, kept, of, isMet }) => `| ${name} | ${wanted} | ${kept} of ${of} | ${isMet ? 'met' : 'MISSED'} |`);
  const missed = results.filter((result) => !isDue(result) || wrongs(result).length > 0);
  const different = results.filter(({ engine, outcome }) => engine !== null && engine !== outcome);
  return [
    `# ${title}`,
    '',
    '| goal | wanted | kept | |\n|---|---|---|---|',
    ...goals,
    ...(['drill', 'page'] as const).flatMap((by) => ['', `## By ${by}`, '', ...tableOf(tally(results, by))]),
    '',
    '## Missed',
    '',
    ...(missed.length === 0 ? ['None.'] : missed.map((result) => `- ${[...wrongs(result), result.outcome].join(', ')}: ${lineOf(result)}`)),
    '',
    '## Otherwise than in the engine alone',
    '',
    ...(different.length === 0 ? ['None.'] : different.map((result) => `- ${result.engine} → ${result.outcome}: ${lineOf(result)}`)),
    '',
  ].join('\n');
}

export function lineOf({ drill, origin, detail }: SeenResult): string {
  return `${drill}; ${origin}; ${detail}`;
}

function tableOf(table: Record<string, Record<string, number>>): string[] {
  const columns = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))].sort();
  const rows = Object.entries(table).sort(([a], [b]) => a.localeCompare(b));
  return [
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...rows.map(([name, row]) => `| ${name} | ${columns.map((column) => row[column] ?? '').join(' | ')} |`),
  ];
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS, type Goal } from './goals';
import type { Circumstances } from './machine';
import type { Outcome } from './part';
import { shown } from './shown';

/** The outcome of one part as Markdown: goals first, then every arm. */
export function asMarkdown(around: Circumstances, { figures, tables, voids }: Outcome): string {
  const { date, machine, versions, isQuick, isQuiet, loadAverage } = around;
  const kind = isQuick ? 'a quick look, few rounds' : 'a full run';
  const noise = isQuiet ? '' : `, on a machine that was **busy with other things** (load average ${loadAverage.toFixed(1)})`;
  const lines = [
    `${date} UTC, ${kind}${noise}. ${machine}. ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ];
  for (const reason of voids) lines.push(`**Void:** ${reason}.`);
  if (figures.length > 0)
    lines.push(
      table(
        ['figure', 'measured', 'goal', ''],
        figures.map(({ goal, value, isMet }) => goalRow(GOALS[goal], value, isMet)),
      ),
    );
  for (const { title, head, rows } of tables) lines.push(`**${title}**`, table(head, rows));
  return lines.join('\n\n');
}

function goalRow({ what, unit, most, whenMissed }: Goal, value: number, isMet: boolean): string[] {
  const withUnit = (text: string) => `${text} ${unit}`.trim();
  return [
    what,
    withUnit(shown(value)),
    most === 0 ? '0' : withUnit(`≤ ${most.toLocaleString('en')}`),
    isMet ? 'met' : `**missed**${whenMissed === undefined ? '' : `: ${whenMissed}`}`,
  ];
}

function table(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Keeps everything that was measured, a file for each part. */
export function writeSamples(folder: string, part: string, around: Circumstances, outcome: Outcome): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${part}.json`);
  writeFileSync(file, `${JSON.stringify({ part, ...around, ...outcome }, null, 1)}\n`);
  return file;
}

/**
 * Puts a part's figures in their place in a document: between `<!-- bench: load -->` and `<!-- /bench -->`.
 * @throws Error when the document has no such place
 */
export function writeInto(document: string, part: string, markdown: string): void {
  if (!existsSync(document)) throw new Error(`${document} is missing`);
  const begin = `<!-- bench: ${part} -->`;
  const text = readFileSync(document, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf('<!-- /bench -->', from);
  if (from < 0 || to < 0) throw new Error(`${document} has no place for ${part}: ${begin} … <!-- /bench -->`);
  writeFileSync(document, `${text.slice(0, from + begin.length)}\n${markdown}\n${text.slice(to)}`);
}

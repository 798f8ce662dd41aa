import type { Guard } from './list';

const WIDTHS = [28, 56, 18, 9];

export const TABLE_HEAD = row('test', 'what is taken out', 'in', 'seconds', 'the test is then');

/** One line of the table. */
export function rowOf(list: string, { guard, browsers }: Guard, outcome: string, seconds: number): string {
  return row(list, guard, browsers.length === 0 ? 'no browser' : browsers.join(' '), seconds.toFixed(0), outcome);
}

function row(...cells: string[]): string {
  return cells.map((cell, index) => (index < WIDTHS.length ? cell.padEnd(WIDTHS[index] ?? 0) : cell)).join(' ');
}

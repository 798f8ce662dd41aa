import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GOALS, judge } from '../../tools/bench/goals';
import type { Circumstances } from '../../tools/bench/machine';
import { addedTo, type Load } from '../../tools/bench/measures/load';
import { readBenchOptions } from '../../tools/bench/options';
import { PARTS } from '../../tools/bench/parts';
import { asMarkdown, writeInto } from '../../tools/bench/report';
import { shown } from '../../tools/bench/shown';
import { seededRandom } from '../../tools/bench/statistics';
import { ROOT } from '../support/page';

const folder = mkdtempSync(join(tmpdir(), 'bench-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const around: Circumstances = {
  date: '2026-11-24 15:30',
  machine: 'a machine',
  versions: { Chromium: '1' },
  loadAverage: 0.2,
  isQuiet: true,
  isQuick: false,
  seed: 1,
};

describe('goals', () => {
  it('are met up to the goal itself, and not above it', () => {
    const { most } = GOALS['load.script'];
    expect(judge('load.script', most).isMet).toBe(true);
    expect(judge('load.script', most + 0.001).isMet).toBe(false);
  });
  it('are not met by what could not be measured', () => expect(judge('load.script', Number.NaN).isMet).toBe(false));
  it('belong to parts that there are', () => {
    expect(Object.keys(GOALS).filter((goal) => !Object.hasOwn(PARTS, goal.split('.')[0] ?? ''))).toEqual([]);
  });
});

describe('the report', () => {
  it('says what is missed, and why', () => {
    const text = asMarkdown(around, { figures: [judge('load.script', 99), judge('load.heap', 1)], tables: [], samples: null, voids: [] });
    expect(text).toMatch(/script added.*\| 99\.0 ms \| ≤ 2 ms \| \*\*missed\*\*/);
    expect(text).toMatch(/memory in use.*\| met \|/);
  });
  it('says of a busy machine that it was busy, and of a void part why', () => {
    const text = asMarkdown({ ...around, isQuiet: false, loadAverage: 7 }, { figures: [], tables: [], samples: null, voids: ['two of the same differ'] });
    expect(text).toContain('busy with other things** (load average 7.0)');
    expect(text).toContain('**Void:** two of the same differ.');
    expect(asMarkdown(around, { figures: [], tables: [], samples: null, voids: [] })).not.toContain('busy');
  });
  it('is put in its place, and nowhere else', () => {
    const document = join(folder, 'a.md');
    writeFileSync(document, 'a\n<!-- bench: look -->\nold\n<!-- /bench -->\nb\n<!-- bench: load -->\nkept\n<!-- /bench -->\n');
    writeInto(document, 'look', 'new');
    expect(readFileSync(document, 'utf8')).toBe('a\n<!-- bench: look -->\nnew\n<!-- /bench -->\nb\n<!-- bench: load -->\nkept\n<!-- /bench -->\n');
    expect(() => writeInto(document, 'storm', 'new')).toThrow('no place for storm');
  });
  it('has a place for every part', () => {
    const text = readFileSync(join(ROOT, 'docs/performance.md'), 'utf8');
    expect(Object.keys(PARTS).filter((part) => !text.includes(`<!-- bench: ${part} -->`))).toEqual([]);
  });
});

describe('the command line', () => {
  const names = ['load', 'look'] as const;
  it('without parts means all of them', () =>
    expect(readBenchOptions(['--quick'], names)).toEqual({ parts: ['load', 'look'], isQuick: true, writesDocs: false }));
  it('takes parts by name, and writes what is no quick look', () =>
    expect(readBenchOptions(['look'], names)).toEqual({ parts: ['look'], isQuick: false, writesDocs: true }));
  it('names what it does not know', () => {
    expect(() => readBenchOptions(['lock'], names)).toThrow('there is no part lock; expected load, look');
    expect(() => readBenchOptions(['--fast'], names)).toThrow('unknown option --fast');
  });
});

it('numbers are shown by three figures that count', () => {
  expect([0.123, 1.25, 12.34, 123.4, 12345.6, -0.001, -5].map(shown)).toEqual(['0.12', '1.25', '12.3', '123', '12,346', '0.00', '-5.00']);
});

it('what an arm adds is told from what the page costs', () => {
  const of = (script: number): Load => ({ script, main: 50, layout: 5, paint: 40, heap: 600, drawn: 0 });
  const added = addedTo({ none: [of(10), of(90), of(30)], ours: [of(12), of(92), of(32)] }, seededRandom(1));
  expect(added.ours?.script).toEqual({ median: 2, low: 2, high: 2 });
  expect(added.none).toBeUndefined();
});

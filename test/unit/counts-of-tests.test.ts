import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BadOption } from '../../tools/command-line/read-options';
import { oneCheck, type Part } from '../../tools/test/part';
import { chooseFiles } from '../../tools/test/rough-files';
import { runLanes } from '../../tools/test/run-lanes';
import { readCounts } from '../../tools/test/vitest-counts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function countsOf(report: object) {
  const path = join(folder, 'report.json');
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  writeFileSync(path, JSON.stringify({ ...none, ...report }));
  return readCounts(path);
}

describe('counts of a vitest run', () => {
  it('are those of its report', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }];
    expect(countsOf({ numPassedTests: 7, numFailedTests: 1, testResults })).toEqual({ passed: 7, failed: 1 });
  });

  it('take a file that could not be run for a failure', () => {
    expect(countsOf({ numPassedTests: 7, testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({ passed: 7, failed: 1 });
  });

  it('take what was skipped for a failure', () => {
    expect(countsOf({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 7, failed: 3 });
  });

  it('are not made up where the report is missing or is none', () => {
    expect(() => readCounts(join(folder, 'nothing.json'))).toThrow('ENOENT');
    expect(() => countsOf({ numPassedTests: 'many' })).toThrow('is no report of vitest');
  });
});

describe('lanes', () => {
  const part = (title: string, run: Part['run']): Part => ({ title, run });
  const good = (title: string) => part(title, async () => oneCheck(true, `words of ${title}`));
  const bad = (title: string) => part(title, async () => oneCheck(false, `words of ${title}`));

  it('print each part with its heading and add up the counts', async () => {
    const lines: string[] = [];
    expect(await runLanes([[good('a'), good('b')], [good('c')]], (line) => lines.push(line))).toEqual({ passed: 3, failed: 0 });
    expect(lines.filter((line) => line.startsWith('\n== ')).sort()).toEqual(['\n== a', '\n== b', '\n== c']);
    expect(lines.join('\n')).toMatch(/== a\nwords of a\n-- a: good, \d+\.\d s/);
  });

  it('stop at the first failure: what comes after is not run, what runs beside is broken off and not counted', async () => {
    const ran: string[] = [];
    const slow = part('slow', (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(oneCheck(true, '')))));
    const never = part('never', async () => {
      ran.push('never');
      return oneCheck(true, '');
    });
    expect(
      await runLanes(
        [
          [good('a'), bad('b'), never],
          [slow, never],
        ],
        () => undefined,
      ),
    ).toEqual({ passed: 1, failed: 1 });
    expect(ran).toEqual([]);
  });

  it('take a part that throws for a failure and tell why', async () => {
    const lines: string[] = [];
    const broken = part('broken', () => Promise.reject(new Error('no such command')));
    expect(await runLanes([[{ ...broken, isLive: true }]], (line) => lines.push(line))).toEqual({ passed: 0, failed: 1 });
    expect(lines).toContain('no such command');
  });
});

describe('the files that npm run test:rough runs', () => {
  mkdirSync(join(folder, 'test/rough'), { recursive: true });
  for (const name of ['14-document-open.test.ts', '05-racing-tabs.test.ts', '05-racing-tabs.guards.yaml', 'pages.ts'])
    writeFileSync(join(folder, 'test/rough', name), '');
  const all = ['test/rough/05-racing-tabs.test.ts', 'test/rough/14-document-open.test.ts'];

  it('are all where nothing is said, else those of a number or a word', () => {
    expect(chooseFiles(folder, [])).toEqual(all);
    expect(chooseFiles(folder, ['5'])).toEqual(all.slice(0, 1));
    expect(chooseFiles(folder, ['open', '05'])).toEqual(all);
  });
  it('are asked for by what there is', () => {
    expect(() => chooseFiles(folder, ['5', '6'])).toThrow(
      new BadOption('no test is meant by 6; expected numbers or words of 05-racing-tabs, 14-document-open'),
    );
  });
});

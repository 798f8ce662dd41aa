import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/guards/choose';
import { listNames, readList, withoutGuard } from '../../tools/guards/list';
import { verdictOf } from '../../tools/guards/verdict';
import { ROOT } from '../support/page';

const folder = mkdtempSync(join(tmpdir(), 'guard-lists-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const entry = (change: Record<string, string> = {}) =>
  Object.entries({
    guard: 'a new root is noticed',
    file: 'platform/watch.ts',
    is: 'if (isNew) listen();',
    without: "''",
    fails: 'opened anew',
    browsers: '[chromium]',
    ...change,
  })
    .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');

describe('the lists of guards in the tree', () => {
  it('are there', () => expect(listNames(ROOT)).not.toEqual([]));
  it.each(listNames(ROOT))('%s fits its test and the sources as they are', (name) => {
    expect(readList(ROOT, name).guards.length).toBeGreaterThan(0);
  });
});

describe('a list of guards', () => {
  const read = (text: string) => {
    write('test/rough/14-document-open.guards.yaml', text);
    return readList(folder, '14-document-open');
  };
  write('platform/watch.ts', 'if (isNew) listen();\nlook();\nlook();\n');
  write('test/rough/14-document-open.test.ts', '');

  it('is read, and found by its name', () => {
    expect(read(entry())).toMatchObject({ name: '14-document-open', test: 'test/rough/14-document-open.test.ts', guards: [{ browsers: ['chromium'] }] });
    expect(listNames(folder)).toEqual(['14-document-open']);
  });

  it.each([
    ['a guard that has moved', { is: 'listenAgain();' }, ':3: 0.is: expected text that stands exactly once in platform/watch.ts; it stands there 0 times'],
    ['one that could be two', { is: 'look();' }, ':3: 0.is: expected text that stands exactly once in platform/watch.ts; it stands there 2 times'],
    ['a file that is gone', { file: 'platform/look.ts' }, ':2: 0.file: expected a file that is there, not platform/look.ts'],
    ['a change of the test itself', { file: 'test/rough/14-document-open.test.ts' }, ':2: 0.file: expected a file of what is shipped'],
    ['a change that is none', { without: 'if (isNew) listen();' }, ':4: 0.without: expected something else than the guard itself'],
    ['no pattern', { fails: '"("' }, ':5: 0.fails: expected a regular expression'],
    ['a browser that is none', { browsers: '[opera]' }, ':6: 0.browsers.0: '],
    ['a browser twice', { browsers: '[firefox, firefox]' }, ':6: 0.browsers: names a browser twice'],
    ['a word too many', { note: 'x' }, ':1: 0: Unrecognized key: "note"'],
  ])('%s is told with its line', (_, change, message) => {
    expect(() => read(entry(change))).toThrow(`14-document-open.guards.yaml${message}`);
  });

  it('every fault is told at once', () => {
    expect(() => read(entry({ is: 'gone' }) + entry({ file: 'gone.ts' }))).toThrow(/:3: 0\.is: [\s\S]*:8: 1\.file: /);
  });

  it('without its test is told', () => {
    write('test/rough/15-frames.guards.yaml', entry());
    expect(() => readList(folder, '15-frames')).toThrow('15-frames.guards.yaml:1: expected a test beside it, test/rough/15-frames.test.ts');
    rmSync(join(folder, 'test/rough/15-frames.guards.yaml'));
  });

  it('takes out the text as it is written, dollars too', () => {
    const [guard] = read(entry({ without: '"$& $1"' })).guards;
    expect(guard && withoutGuard('a; if (isNew) listen(); b', guard)).toBe('a; $& $1 b');
  });

  it('is chosen by number, name, or what a guard says', () => {
    const [guard] = read(entry()).guards;
    if (guard === undefined) throw new Error('no guard');
    const lists = [
      { name: '05-tabs', test: '', guards: [guard, { ...guard, guard: 'one writer' }] },
      { name: '15-frames', test: '', guards: [guard] },
    ];
    const chosen = (...words: string[]) => choose(lists, words).map(({ name, guards }) => [name, guards.length]);
    expect(chosen()).toEqual([
      ['05-tabs', 2],
      ['15-frames', 1],
    ]);
    expect(chosen('5')).toEqual([['05-tabs', 2]]);
    expect(chosen('frames')).toEqual([['15-frames', 1]]);
    expect(chosen('one writer')).toEqual([['05-tabs', 1]]);
    expect(() => chosen('5', '16')).toThrow('no guard is meant by 16; expected a number or words of one of 05-tabs, 15-frames');
  });
});

describe('what the tests say', () => {
  const test = (browser: string | null, title: string, status: string, message?: string) => ({
    ancestorTitles: browser === null ? [] : [`in ${browser}`],
    fullName: browser === null ? title : `in ${browser} ${title}`,
    status,
    failureMessages: message === undefined ? [] : [message],
  });
  const said = (tests: object[], browsers: ('chromium' | 'firefox')[] = ['chromium', 'firefox'], message = '') => {
    write('report.json', JSON.stringify({ testResults: [{ message, assertionResults: tests }] }));
    return verdictOf(join(folder, 'report.json'), { fails: 'is held', browsers });
  };
  const FOUND = 'AssertionError: expected 1 to be 0';
  const others = [test('chromium', 'something else', 'passed'), test('chromium', 'not meant', 'skipped')];

  it('is red where every test that is meant failed in every browser, by an assertion or by what never came', () => {
    expect(said([...others, test('chromium', 'it is held', 'failed', FOUND), test('firefox', 'it is held', 'failed', 'Error: No warning comes.')])).toEqual({
      kind: 'red',
    });
  });
  it('is green where all passed, mixed where some did', () => {
    expect(said([...others, test('chromium', 'it is held', 'passed'), test('firefox', 'it is held', 'passed')])).toEqual({ kind: 'green' });
    const passed = ['in firefox it is held'];
    expect(said([test('chromium', 'it is held', 'failed', FOUND), test('firefox', 'it is held', 'passed')])).toEqual({ kind: 'mixed', passed });
  });
  it('looks at the browsers that are meant only', () => {
    expect(said([test('chromium', 'it is held', 'failed', FOUND), test('firefox', 'it is held', 'passed')], ['chromium'])).toEqual({ kind: 'red' });
    expect(said([test(null, 'it is held', 'failed', FOUND)], [])).toEqual({ kind: 'red' });
  });
  it.each([
    ['no such test', [test('chromium', 'it is held', 'failed', FOUND)], 'no test matches in firefox'],
    [
      'a test that did not run',
      [test('chromium', 'it is held', 'failed', FOUND), test('firefox', 'it is held', 'skipped')],
      'in firefox it is held did not run',
    ],
    [
      'out of time',
      [test('chromium', 'it is held', 'failed', 'Error: Test timed out in 180000ms.'), test('firefox', 'it is held', 'failed', FOUND)],
      'timed out',
    ],
    [
      'a browser that breaks down',
      [test('chromium', 'it is held', 'failed', 'TargetCloseError: Protocol error'), test('firefox', 'it is held', 'failed', FOUND)],
      'TargetCloseError',
    ],
    [
      'a browser that is not there',
      [test('chromium', 'it is held', 'failed', 'Error: chromium is not installed; npm test installs it'), test('firefox', 'it is held', 'failed', FOUND)],
      'not installed',
    ],
  ])('%s is not red', (_, tests, why) => {
    expect(said(tests)).toMatchObject({ kind: 'void', why: expect.stringContaining(why) });
  });
  it('tells why a file could not be run', () => {
    expect(said([], ['chromium'], 'Cannot find module x')).toEqual({ kind: 'void', why: 'no test matches in chromium: Cannot find module x' });
  });
});

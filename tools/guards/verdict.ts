import { readFileSync } from 'node:fs';
import type { Guard } from './list';

/** What the tests say with a guard in its place or taken out. */
export type Verdict =
  /** Every test that is meant has failed, in each browser, by what it found. */
  | { kind: 'red' }
  /** Every one has passed. */
  | { kind: 'green' }
  /** Some have passed: their names. */
  | { kind: 'mixed'; passed: string[] }
  /** Nothing can be said: no such test, one that did not run or ran out of time. */
  | { kind: 'void'; why: string };

interface Assertion {
  ancestorTitles: string[];
  fullName: string;
  status: string;
  failureMessages?: string[] | null;
}

/** Failures that say something of the browser's state or of patience, and nothing of what was tested. */
const NOT_BY_WHAT_IT_FOUND =
  /^(\w*Error: )?((Test|Hook) timed out in|.* is not installed)|^(TimeoutError|ProtocolError|TargetCloseError|ConnectionClosedError)\b/;

/**
 * Judges a run by vitest's JSON report.
 *
 * @param path where the report is
 * @param meant which tests of which browsers; none named means tests that need no browser
 */
export function verdictOf(path: string, { fails, browsers }: Pick<Guard, 'fails' | 'browsers'>): Verdict {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as { testResults: { message?: string; assertionResults: Assertion[] }[] };
  const pattern = new RegExp(fails);
  const matching = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ fullName }) => pattern.test(fullName));
  const meant = browsers.length === 0 ? [matching] : browsers.map((browser) => matching.filter((test) => runsIn(test, browser)));
  const without = meant.findIndex((tests) => tests.length === 0);
  if (without >= 0) return { kind: 'void', why: `no test matches${browsers.length === 0 ? '' : ` in ${browsers[without]}`}${reasonOf(testResults)}` };
  const tests = meant.flat();
  for (const test of tests) {
    if (test.status !== 'passed' && test.status !== 'failed') return { kind: 'void', why: `${test.fullName} did not run${reasonOf(testResults)}` };
    const [message = ''] = test.failureMessages ?? [];
    if (test.status === 'failed' && NOT_BY_WHAT_IT_FOUND.test(message)) return { kind: 'void', why: `${test.fullName}: ${message.split('\n')[0]}` };
  }
  const passed = tests.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
  if (passed.length === 0) return { kind: 'red' };
  return passed.length === tests.length ? { kind: 'green' } : { kind: 'mixed', passed };
}

/** Tests name their browser as `describe.each(BROWSERS)('in %s …')`. */
function runsIn({ ancestorTitles }: Assertion, browser: string): boolean {
  return ancestorTitles.some((title) => title === `in ${browser}` || title.startsWith(`in ${browser} `));
}

function reasonOf(results: readonly { message?: string }[]): string {
  const message = results.map((result) => result.message ?? '').find((text) => text !== '');
  return message === undefined ? '' : `: ${message.split('\n')[0]}`;
}

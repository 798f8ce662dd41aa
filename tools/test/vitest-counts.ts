import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

/**
 * Reads the counts of a vitest run from its JSON report.
 *
 * A file that could not be run at all holds no test that failed: it counts as one. So does every test that was skipped, or
 * left out by an `only`: the suite is whole or it has failed.
 *
 * @throws Error when the report is missing or is none
 */
export function readCounts(path: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  if (![numPassedTests, numFailedTests, numPendingTests, numTodoTests].every(Number.isInteger)) throw new Error(`${path} is no report of vitest`);
  const unrun = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests + unrun.length };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

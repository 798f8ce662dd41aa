import type { Screen } from '../support/report/format';

/** Edge says that it is Chrome, too, so it is asked for first. */
const BROWSERS = [
  ['Edge', /\bEdg\/(\d{1,4})/],
  ['Firefox', /\bFirefox\/(\d{1,4})/],
  ['Chrome', /\b(?:Headless)?Chrom(?:e|ium)\/(\d{1,4})/],
] as const;

/** The browser's name and the first number of its version, 0 where it does not tell. */
export function browserIn(userAgent: string): Pick<Screen, 'browser' | 'browserVersion'> {
  for (const [browser, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { browser, browserVersion: Number(version) };
  }
  return { browser: 'other', browserVersion: 0 };
}

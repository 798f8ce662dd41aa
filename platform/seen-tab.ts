import browser from 'webextension-polyfill';
import type { Language } from '../content-rules/schema';
import type { Screen, SupportReport, Versions } from '../support/report/format';
import { makeReport } from '../support/report/make-report';
import { inTime } from './in-time';
import { askKeeper, type SeenTab } from './messages';

/** The guide's word on a tab, while it has much to read. Milliseconds. */
const GUIDE_ANSWERS_WITHIN = 5000;

/**
 * Makes the support report of a tab, in memory.
 * @throws where the tab is gone, or no guide answers in it
 */
export async function reportOfTab(tab: number, rules: Versions['rules'], language: Language): Promise<SupportReport> {
  const seen = await inTime(askKeeper<SeenTab>({ ask: 'seen', tab }), GUIDE_ANSWERS_WITHIN);
  if (seen === null || seen.documents.length === 0) throw new Error('No guide answers in the tab.');
  return makeReport({
    versions: { extension: browser.runtime.getManifest().version, rules },
    screen: await screenOf(tab, language),
    ...seen,
  });
}

async function screenOf(tab: number, language: Language): Promise<Screen> {
  const [{ width = 0 }, zoom] = await Promise.all([browser.tabs.get(tab), browser.tabs.getZoom(tab).catch(() => 1)]);
  return { ...browserIn(navigator.userAgent), zoom: Math.round(zoom * 100), width, language };
}

/** The browser's name and the first number of its version; Edge says that it is Chrome, too. */
export function browserIn(userAgent: string): Pick<Screen, 'browser' | 'browserVersion'> {
  const found = [
    ['Edge', /\bEdg\/(\d{1,4})/],
    ['Firefox', /\bFirefox\/(\d{1,4})/],
    ['Chrome', /\b(?:Headless)?Chrom(?:e|ium)\/(\d{1,4})/],
  ] as const;
  for (const [browser, pattern] of found) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { browser, browserVersion: Number(version) };
  }
  return { browser: 'other', browserVersion: 0 };
}

import browser from 'webextension-polyfill';
import type { Language } from '../content-rules/schema';
import type { Screen, SupportReport, Versions } from '../support/report/format';
import { makeReport } from '../support/report/make-report';
import { browserIn } from './browser-name';
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

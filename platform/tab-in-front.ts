import browser from 'webextension-polyfill';
import { siteOf, type TabInFront } from '../components/popup-model';
import type { Journey } from '../content-rules/schema';
import { inTime } from './in-time';
import { askKeeper, type Explanation } from './messages';
import { tellFrame } from './tab-frames';

/** A guide that has not answered by then counts as not being there. Milliseconds. */
const ANSWER_TAKES_AT_MOST = 2000;

/** The address patterns of the guided sites, as in the manifest. */
export function originsOf(journey: Journey): string[] {
  return Object.values(journey.sites).map(({ host }) => `https://${host}/*`);
}

/** Looks at the tab that the person has in front of them. Never throws; addresses of other sites are not even readable. */
export async function lookAtTab(journey: Journey): Promise<TabInFront> {
  try {
    const origins = originsOf(journey);
    if (!(await browser.permissions.contains({ origins }))) return { kind: 'no-access' };
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const site = siteOf(tab?.url, journey);
    if (site === null || tab?.id === undefined) {
      const open = await browser.tabs.query({ url: origins });
      return { kind: 'elsewhere', isSiteOpen: open.length > 0 };
    }
    return { kind: 'guided', tab: tab.id, site, frames: await explanationsOf(tab.id) };
  } catch {
    return { kind: 'elsewhere', isSiteOpen: true };
  }
}

/** What the tab's documents say; of the page alone where the keeper is gone. */
async function explanationsOf(tab: number): Promise<Explanation[]> {
  const told = await inTime(askKeeper<Explanation[]>({ ask: 'explain', tab }), ANSWER_TAKES_AT_MOST).catch(() => null);
  if (Array.isArray(told) && told.length > 0) return told;
  const page = await inTime(tellFrame<Omit<Explanation, 'frame' | 'speaks'>>(tab, 0, { tell: 'explain' }), ANSWER_TAKES_AT_MOST).catch(() => null);
  return page === null ? [] : [{ ...page, frame: 0, speaks: true }];
}

import browser from 'webextension-polyfill';
import { siteOf, type TabInFront } from '../components/popup-model';
import type { Journey, OfficialHosts } from '../content-rules/schema';
import { judgeAddress } from '../engine/address/judge';
import { inTime } from './in-time';
import { askKeeper, type Explanation } from './messages';
import { tellFrame } from './tell-frame';

/** A guide that has not answered by then counts as not being there. Milliseconds. */
const ANSWER_TAKES_AT_MOST = 2000;

/** The address patterns of the guided sites, as in the manifest. */
export function originsOf(journey: Journey): string[] {
  return Object.values(journey.sites).map(({ host }) => `https://${host}/*`);
}

/**
 * Looks at the tab that the person has in front of them. Never throws. The browser tells the address of another site only where the person
 * has called us up over it (`activeTab`), and what is kept of it is the verdict.
 */
export async function lookAtTab(journey: Journey, officialHosts: OfficialHosts): Promise<TabInFront> {
  try {
    const origins = originsOf(journey);
    const isAllowed = await browser.permissions.contains({ origins });
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const address = tab?.url === undefined || isOwnPage(tab.url) ? null : judgeAddress(tab.url, officialHosts);
    if (!isAllowed) return { kind: 'no-access', address };
    const site = siteOf(address, officialHosts);
    if (site === null || tab?.id === undefined) {
      const open = await browser.tabs.query({ url: origins });
      return { kind: 'elsewhere', isSiteOpen: open.length > 0, address };
    }
    return { kind: 'guided', tab: tab.id, site, frames: await explanationsOf(tab.id) };
  } catch {
    return { kind: 'elsewhere', isSiteOpen: true, address: null };
  }
}

/** The popup open as a tab, or one of our other pages: nothing to judge. */
function isOwnPage(address: string): boolean {
  return address.startsWith(browser.runtime.getURL(''));
}

/** Opens an official site: in place of an imitation in front, or beside what the person looks at. */
export async function openOfficial(host: string, from: 'tab' | 'pasted'): Promise<void> {
  const url = `https://${host}/`;
  await (from === 'tab' ? browser.tabs.update({ url }) : browser.tabs.create({ url }));
}

/** What the tab's documents say; of the page alone where the keeper is gone. */
export async function explanationsOf(tab: number): Promise<Explanation[]> {
  const told = await inTime(askKeeper<Explanation[]>({ ask: 'explain', tab }), ANSWER_TAKES_AT_MOST).catch(() => null);
  if (Array.isArray(told) && told.length > 0) return told;
  const page = await inTime(tellFrame<Omit<Explanation, 'frame' | 'speaks'>>(tab, 0, { tell: 'explain' }), ANSWER_TAKES_AT_MOST).catch(() => null);
  return page === null ? [] : [{ ...page, frame: 0, speaks: true }];
}

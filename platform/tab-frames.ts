import browser from 'webextension-polyfill';
import { type Claim, frameThatSpeaks } from '../engine/settle';
import type { ToPage } from './messages';

/** What is known of one tab while it is open: which frame says what, and which held choices were let through. */
export interface TabState {
  claims: Record<number, Claim>;
  armed: string[];
}

const key = (tab: number) => `tab:${tab}`;

/** Kept in session storage, because the background may be stopped between two messages. */
export async function readTab(tab: number): Promise<TabState> {
  try {
    const stored = (await browser.storage.session.get(key(tab)))[key(tab)] as TabState | undefined;
    return stored ?? { claims: {}, armed: [] };
  } catch {
    return { claims: {}, armed: [] };
  }
}

export async function writeTab(tab: number, state: TabState): Promise<void> {
  await browser.storage.session.set({ [key(tab)]: state });
}

export async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove(key(tab));
}

export function speakerOf(state: TabState): number | null {
  return frameThatSpeaks(new Map(Object.entries(state.claims).map(([frame, claim]) => [Number(frame), claim])));
}

/** Says something to one document. False where nobody is there. */
export async function tellFrame<T>(tab: number, frame: number, message: ToPage): Promise<T | null> {
  try {
    return (await browser.tabs.sendMessage(tab, message, { frameId: frame })) as T;
  } catch {
    return null;
  }
}

/** Says something to every document of ordinary or of private windows. Most tabs have no guide to hear it. */
export async function tellTabs(message: ToPage, inPrivate: boolean): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const there = tabs.filter(({ incognito }) => incognito === inPrivate);
  await Promise.allSettled(there.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)));
}

/** Drops the claims of frames that are no longer there (a closed dialog says nothing when it goes). */
export async function withoutGoneFrames(tab: number, state: TabState): Promise<TabState> {
  const claims: Record<number, Claim> = {};
  for (const [frame, claim] of Object.entries(state.claims)) {
    const isThere = frame === '0' || (await tellFrame<boolean>(tab, Number(frame), { tell: 'are-you-there' })) === true;
    if (isThere) claims[Number(frame)] = claim;
  }
  return { ...state, claims };
}

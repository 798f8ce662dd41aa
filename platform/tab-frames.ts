import browser from 'webextension-polyfill';
import type { ToPage } from './messages';
import type { GuidedTab } from './page-answers';
import { NO_TAB_STATE, type TabState } from './tab-state';
import { tellFrame } from './tell-frame';

const TABS = 'tab:';
const key = (tab: number) => `${TABS}${tab}`;

/** A tab of the browser. What is known of it is kept in session storage, because the background may be stopped between two messages. */
export class BrowserTab implements GuidedTab {
  constructor(readonly id: number) {}

  async read(): Promise<TabState> {
    try {
      const stored = (await browser.storage.session.get(key(this.id)))[key(this.id)] as TabState | undefined;
      return stored ?? NO_TAB_STATE;
    } catch {
      return NO_TAB_STATE;
    }
  }

  async write(state: TabState): Promise<void> {
    await browser.storage.session.set({ [key(this.id)]: state });
  }

  tell<T>(frame: number, message: ToPage): Promise<T | null> {
    return tellFrame<T>(this.id, frame, message);
  }

  async open(url: string): Promise<void> {
    await browser.tabs.update(this.id, { url, active: true });
  }

  async badge(step: number | null, kind: string): Promise<void> {
    const text = kind === 'degraded' || kind === 'ambiguous' ? '?' : step === null || step === 0 ? '' : String(step);
    await browser.action.setBadgeText({ tabId: this.id, text });
    await browser.action.setBadgeBackgroundColor({ tabId: this.id, color: text === '?' ? '#8a4b00' : '#1d4f91' });
  }

  /** It was closed. */
  async forget(): Promise<void> {
    await browser.storage.session.remove(key(this.id));
  }
}

/** Forgets of all open tabs what the guide has said in them. */
export async function forgetChanges(): Promise<void> {
  const stored = await browser.storage.session.get(null).catch(() => ({}));
  const tabs = Object.entries(stored).flatMap(([name, state]) => (name.startsWith(TABS) ? [[name, { ...(state as TabState), changes: [] }]] : []));
  if (tabs.length > 0) await browser.storage.session.set(Object.fromEntries(tabs)).catch(() => undefined);
}

/** Says something to every document of ordinary or of private windows. Most tabs have no guide to hear it. */
export async function tellTabs(message: ToPage, inPrivate: boolean): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const there = tabs.filter(({ incognito }) => incognito === inPrivate);
  await Promise.allSettled(there.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)));
}

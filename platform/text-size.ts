import browser from 'webextension-polyfill';
import { SETTINGS_KEY } from './journal';
import { parseSettings } from './settings';

/** In local storage, beside the journal and never touched with it: the class kit. */
export const CLASS_KEY = 'class';

/** What a policy has set. Firefox refuses to answer where nobody has set anything. */
export async function readManaged(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get(null).catch(() => ({}));
}

/** Shows one of our own pages in the text size that is set. */
export function followTextSize(): void {
  const show = async () => {
    const stored: Record<string, unknown> = await browser.storage.local.get(SETTINGS_KEY).catch(() => ({}));
    document.documentElement.dataset.textSize = parseSettings(stored[SETTINGS_KEY])?.textSize ?? 'normal';
  };
  browser.storage.onChanged.addListener((changes) => void (SETTINGS_KEY in changes && show()));
  void show();
}

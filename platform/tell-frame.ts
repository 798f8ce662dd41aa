import browser from 'webextension-polyfill';
import type { ToPage } from './messages';

/** Says something to one document. Null where nobody is there. */
export async function tellFrame<T>(tab: number, frame: number, message: ToPage): Promise<T | null> {
  try {
    return (await browser.tabs.sendMessage(tab, message, { frameId: frame })) as T;
  } catch {
    return null;
  }
}

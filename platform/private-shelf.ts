import browser from 'webextension-polyfill';
import { SETTINGS_KEY } from './journal';
import { PRIVATE_KEY, type Shelf, type Stored } from './shelf';
import { tellTabs } from './tab-frames';
import { parseView, VIEW_KEY } from './view';

/** The journal of private windows: never on the disk, and gone with the last of them. Settings begin as they are elsewhere. */
export class PrivateShelf implements Shelf {
  async read(): Promise<Stored> {
    try {
      const known = (await browser.storage.session.get(PRIVATE_KEY))[PRIVATE_KEY] as Stored | undefined;
      return known ?? (await browser.storage.local.get(SETTINGS_KEY));
    } catch {
      return {};
    }
  }

  async write(values: Stored): Promise<void> {
    await browser.storage.session.set({ [PRIVATE_KEY]: { ...(await this.read()), ...values } });
    const view = values[VIEW_KEY];
    if (view !== undefined) await tellTabs({ tell: 'view', view: parseView(view) }, true);
  }

  async remove(keys: string[]): Promise<void> {
    const kept = Object.entries(await this.read()).filter(([key]) => !keys.includes(key));
    await browser.storage.session.set({ [PRIVATE_KEY]: Object.fromEntries(kept) });
  }
}

/** Forgets the journal of private windows once no private tab is left. */
export async function forgetPrivateOnceClosed(): Promise<void> {
  const tabs = await browser.tabs.query({});
  if (!tabs.some(({ incognito }) => incognito)) await browser.storage.session.remove(PRIVATE_KEY);
}

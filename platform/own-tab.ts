import browser from 'webextension-polyfill';

/** Brings the tab of the page of ours that asks to the front. */
export async function comeToFront(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await browser.tabs.update(own.id, { active: true });
}

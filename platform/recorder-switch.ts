import browser from 'webextension-polyfill';

/**
 * The switch 「記錄這一頁」 is the permission itself: the browser keeps it, nothing is stored by us, and while it is off the extension
 * could not record if it wanted to.
 */
const PERMISSION = { permissions: ['scripting' as const] };

export async function isRecorderOn(): Promise<boolean> {
  try {
    return await browser.permissions.contains(PERMISSION);
  } catch {
    return false;
  }
}

/** To be called in the person's own press, without anything awaited before it. @returns whether it is on now */
export async function switchRecorder(on: boolean): Promise<boolean> {
  await (on ? browser.permissions.request(PERMISSION) : browser.permissions.remove(PERMISSION));
  return isRecorderOn();
}

/** Tells of each change, also of one made in the browser's own list of extensions. @returns how to end that */
export function onRecorderSwitched(tell: (isOn: boolean) => void): () => void {
  const look = () => void isRecorderOn().then(tell);
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  return () => {
    browser.permissions.onAdded.removeListener(look);
    browser.permissions.onRemoved.removeListener(look);
  };
}

/** Opens the page that records a tab and shows what it found. It stays behind until it has: a page is recorded as the person sees it. */
export async function openRecordPage(tab: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`record.html?tab=${tab}`), active: false });
}

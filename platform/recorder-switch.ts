import browser from 'webextension-polyfill';
import { beginUse, endUse, isInUse, onUseChanged } from './scripting-uses';

/** The switch 「記錄這一頁」. While nothing is switched on that needs the permission, the extension could not record if it wanted to. */
export function isRecorderOn(): Promise<boolean> {
  return isInUse('recorder');
}

/** To be called in the person's own press, without anything awaited before it. @returns whether it is on now */
export async function switchRecorder(on: boolean): Promise<boolean> {
  await (on ? beginUse('recorder') : endUse('recorder'));
  return isRecorderOn();
}

/** Tells of each change, also of one made in the browser's own list of extensions. @returns how to end that */
export function onRecorderSwitched(tell: (isOn: boolean) => void): () => void {
  return onUseChanged('recorder', tell);
}

/** Opens the page that records a tab and shows what it found. It stays behind until it has: a page is recorded as the person sees it. */
export async function openRecordPage(tab: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`record.html?tab=${tab}`), active: false });
}

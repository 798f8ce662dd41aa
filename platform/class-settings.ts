import browser from 'webextension-polyfill';
import { type SetClass, setClass } from '../classroom/class-settings';
import { type ClassSettings, classKit, KIT_KIND, KIT_VERSION } from '../classroom/kit';
import { CLASS_KEY, readManaged } from './text-size';

/** What the class is set to now. Never throws: storage that does not answer has set nothing. */
export async function readClass(): Promise<SetClass> {
  const [kept, managed] = await Promise.all([browser.storage.local.get(CLASS_KEY).catch(() => ({})), readManaged()]);
  return setClass((kept as Record<string, unknown>)[CLASS_KEY], managed);
}

/** @throws where storage takes nothing */
export async function keepClass(settings: ClassSettings): Promise<void> {
  await browser.storage.local.set({ [CLASS_KEY]: classKit.parse({ kind: KIT_KIND, version: KIT_VERSION, ...settings }) });
}

/** Tells what the class is set to, now and after each change. @returns how to end that */
export function followClass(tell: (set: SetClass) => void): () => void {
  const read = () => void readClass().then(tell);
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || (area === 'local' && CLASS_KEY in changes)) read();
  };
  browser.storage.onChanged.addListener(changed);
  read();
  return () => browser.storage.onChanged.removeListener(changed);
}

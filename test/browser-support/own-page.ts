import type { JourneyEvent } from '../../engine/progress';
import { type Journal, parseJournal } from '../../platform/journal';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';

type Stored = Record<string, unknown>;
type AreaName = 'local' | 'session' | 'sync';

/** Asks the keeper as the popup does, and gives its answer. */
export function ask(page: ExtensionPage, message: object): Promise<unknown> {
  return page.evaluate((sent: object) => (globalThis as unknown as WithApi).chrome.runtime.sendMessage(sent), message);
}

/** A place that can be told from a thousand others in the journal. */
export function place(word: string, number: number): JourneyEvent {
  return { type: 'went', place: `${word}-${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}` };
}

export function areaOf(page: ExtensionPage, area: AreaName): Promise<Stored> {
  return page.evaluate((name: AreaName) => (globalThis as unknown as WithApi).chrome.storage[name].get(null), area) as Promise<Stored>;
}

export function setIn(page: ExtensionPage, area: AreaName, values: Stored): Promise<void> {
  return page.evaluate((name: AreaName, set: Stored) => (globalThis as unknown as WithApi).chrome.storage[name].set(set), area, values) as Promise<void>;
}

export function clearArea(page: ExtensionPage, area: AreaName): Promise<void> {
  return page.evaluate((name: AreaName) => (globalThis as unknown as WithApi).chrome.storage[name].clear(), area) as Promise<void>;
}

/** The journal as storage has it. */
export async function journalOf(page: ExtensionPage): Promise<Journal> {
  return parseJournal(await areaOf(page, 'local'));
}

/** The second copy as it lies in the extension's IndexedDB. */
export function secondCopyOf(page: ExtensionPage): Promise<Stored> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('second-copy');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const store = database.transaction('records').objectStore('records');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            database.close();
            resolve(Object.fromEntries(keys.result.map((key, index) => [key, values.result[index]])));
          };
        };
      }),
  ) as Promise<Stored>;
}

/** Waits until a piece of the popup's own text is as wanted, and gives it. */
export async function popupShows(page: ExtensionPage, part: string, isWanted: (text: string) => boolean): Promise<string> {
  let last = '';
  return pollUntil(
    async () => {
      last = await page.evaluate((name: string) => document.querySelector(`[data-part="${name}"]`)?.textContent ?? '', part);
      return isWanted(last) ? last : null;
    },
    15_000,
    () => `The popup's ${part} says: ${last}`,
  );
}

/** Presses one of the popup's own buttons, in front or not. */
export function pressInPopup(page: ExtensionPage, selector: string): Promise<void> {
  return page.evaluate((wanted: string) => {
    const button = document.querySelector<HTMLButtonElement>(wanted);
    if (button === null) throw new Error(`The popup has no ${wanted}: ${document.body.innerText}`);
    button.click();
  }, selector) as Promise<void>;
}

/** The extension API inside its own page; `chrome` gives promises in both browsers' manifest 3. */
interface WithApi {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    storage: Record<AreaName, { get(keys: null): Promise<Stored>; set(values: Stored): Promise<void>; clear(): Promise<void> }>;
  };
}

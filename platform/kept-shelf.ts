import browser from 'webextension-polyfill';
import { inTime } from './in-time';
import { outdatedKeys, parseJournal, SET_ASIDE } from './journal';
import { changeSecondCopy, readSecondCopy } from './second-copy';
import { type Shelf, type Stored, UNKEPT_KEY } from './shelf';
import { tellTabs } from './tab-frames';
import { parseView, VIEW_KEY } from './view';

/** Storage that has not answered by then counts as failing. Milliseconds. */
const ANSWER_TAKES_AT_MOST = 3000;

/**
 * The journal of ordinary windows: in the browser's storage, with a second copy in IndexedDB. What one of the two has lost comes
 * back from the other; while the first fails the guide goes on with the second, and with session storage where both do.
 */
export class KeptShelf implements Shelf {
  /** Whether the first copy gave and took what it should at the beginning of this piece of work. */
  #isFirstSound = true;
  /** The records that both copies had at the end of the last piece of work. To know them saves a look into the second copy, no more. */
  #known: Set<string> | null = null;

  async read(isThorough = false): Promise<Stored> {
    const [first, unkept] = await Promise.all([readFirst(), readUnkept()]);
    const hasUnkept = Object.keys(unkept).length > 0;
    if (!isThorough && !hasUnkept && first !== null && this.#isAsKnown(first)) return first;
    const copy = await readSecondCopy();
    const sound = mend({ ...first, ...unkept }, copy ?? {});
    this.#isFirstSound = first !== null && (await mendFirst(sound, first, hasUnkept));
    const isCopySound = copy !== null && (await mendCopy(sound, copy));
    this.#known = this.#isFirstSound && isCopySound ? new Set(recordsOf(sound)) : null;
    return sound;
  }

  #isAsKnown(first: Stored): boolean {
    const records = recordsOf(first);
    return records.length === this.#known?.size && records.every((key) => this.#known?.has(key)) && parseJournal(first).unreadable.length === 0;
  }

  async write(values: Stored): Promise<void> {
    const isKept = (await mayFail(() => browser.storage.local.set(values))) && this.#isFirstSound;
    const { [VIEW_KEY]: view, ...records } = values;
    const isCopied = await changeSecondCopy(records);
    if (isKept && isCopied) for (const key of Object.keys(records)) this.#known?.add(key);
    else this.#known = null;
    if (isKept) return;
    const isHeld = await mayFail(async () => browser.storage.session.set({ [UNKEPT_KEY]: { ...(await readUnkept()), ...values } }));
    if (!isHeld && !isCopied) throw new Error('Neither of the two copies could be written.');
    // The pages hear of what is written to storage, and nothing was.
    if (view !== undefined) await tellTabs({ tell: 'view', view: parseView(view) }, false);
  }

  async remove(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    await mayFail(() => browser.storage.local.remove(keys));
    await changeSecondCopy({}, keys);
    // Whether it could be done is seen at the next look.
    for (const key of keys) this.#known?.delete(key);
  }
}

/** The keys of what is to be kept. The view follows from it, and whatever else may be there is not the journal's. */
function recordsOf(stored: Stored): string[] {
  return Object.keys(stored).filter((key) => /^(p:|set-aside:|settings$)/.test(key));
}

async function readFirst(): Promise<Stored | null> {
  try {
    return await inTime(browser.storage.local.get(null), ANSWER_TAKES_AT_MOST);
  } catch {
    return null;
  }
}

/** What waits in session storage for a storage that takes it; nothing, in all but the worst case. */
export async function readUnkept(): Promise<Stored> {
  try {
    return ((await browser.storage.session.get(UNKEPT_KEY))[UNKEPT_KEY] as Stored | undefined) ?? {};
  } catch {
    return {};
  }
}

async function mayFail(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await inTime(work(), ANSWER_TAKES_AT_MOST);
    return true;
  } catch {
    return false;
  }
}

/** Both copies in one: each record once, readable where either has it so; what is not is put aside as it was. */
function mend(here: Stored, copy: Stored): Stored {
  const damaged = pick(here, parseJournal(here).unreadable);
  const all: Stored = { ...copy, ...here, ...pick(copy, Object.keys(damaged)) };
  for (const key of parseJournal(all).unreadable) {
    damaged[key] ??= all[key];
    delete all[key];
  }
  for (const key of outdatedKeys(all, parseJournal(all).base)) delete all[key];
  for (const [key, value] of Object.entries(damaged)) all[placeAside(key, value, all)] = value;
  return all;
}

function pick(values: Stored, keys: readonly string[]): Stored {
  return Object.fromEntries(keys.flatMap((key) => (key in values ? [[key, values[key]]] : [])));
}

/** What was put aside earlier under the same name is not overwritten, unless it is the same. */
function placeAside(key: string, value: unknown, stored: Stored): string {
  const name = (number: number) => `${SET_ASIDE}${key}${number === 1 ? '' : `:${number}`}`;
  let number = 1;
  while (name(number) in stored && !isSame(stored[name(number)], value)) number += 1;
  return name(number);
}

/** @returns whether the first copy now has everything. Read back: one with damaged files may take a value and not have it. */
async function mendFirst(sound: Stored, first: Stored, hasUnkept: boolean): Promise<boolean> {
  const missing = differing(sound, first);
  const gone = recordsOf(first).filter((key) => !(key in sound));
  if (Object.keys(missing).length > 0) {
    const isTaken = await mayFail(() => browser.storage.local.set(missing));
    if (!isTaken || Object.keys(differing(missing, (await readFirst()) ?? {})).length > 0) return false;
  }
  if (gone.length > 0) await mayFail(() => browser.storage.local.remove(gone));
  if (hasUnkept) await mayFail(() => browser.storage.session.remove(UNKEPT_KEY));
  return true;
}

/** Those of the values that are missing elsewhere, or say something else there. */
function differing(values: Stored, elsewhere: Stored): Stored {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !isSame(elsewhere[key], value)));
}

/** Whether two stored values say the same. Chromium gives the keys of a table back in alphabetical order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key as never], other[key as never]));
}

/** @returns whether the second copy now has everything */
async function mendCopy(sound: Stored, copy: Stored): Promise<boolean> {
  const records = pick(sound, recordsOf(sound));
  const missing = differing(records, copy);
  const outdated = Object.keys(copy).filter((key) => !(key in records));
  return Object.keys(missing).length + outdated.length === 0 || (await changeSecondCopy(missing, outdated));
}

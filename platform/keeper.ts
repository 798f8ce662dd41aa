import browser from 'webextension-polyfill';
import type { Journey } from '../content-rules/schema';
import { foldProgress, isArrival, type JourneyEvent, type Progress } from '../engine/progress';
import { EVENT_KEY, eventKey, type Journal, parseJournal, SET_ASIDE, SETTINGS_KEY } from './journal';
import { readSecondCopy, writeSecondCopy } from './second-copy';
import type { Settings } from './settings';
import { VIEW_KEY, type View } from './view';

type Stored = Record<string, unknown>;

/**
 * The only writer of the journal. It lives in the background, which may be stopped at any moment: nothing is remembered here
 * between two pieces of work, and a write is finished before its asker hears of it.
 */
export class Keeper {
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly journey: Journey) {}

  /** One piece of work after the other, on a sound journal: two tabs at once never take the same number. */
  #inTurn<T>(work: (stored: Stored) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => this.#sound()).then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Adds an event unless it says nothing new (an arrival at the page where the person already is). */
  add(event: JourneyEvent): Promise<Progress> {
    return this.#inTurn(async (stored) => {
      const { events, lastNumber } = parseJournal(stored);
      const progress = foldProgress(events, this.journey.tells);
      if (event.type === 'arrived' && !isArrival(progress, event.page)) return progress;
      const view = await this.#write(stored, { [eventKey(lastNumber + 1, event)]: event });
      return view.progress;
    });
  }

  /** @param change what is set, worked out from the settings of that moment: two askers at once take nothing from each other */
  change(change: (settings: Settings) => Partial<Settings>): Promise<void> {
    return this.#inTurn(async (stored) => {
      const { settings } = parseJournal(stored);
      await this.#write(stored, { [SETTINGS_KEY]: { ...settings, ...change(settings) } });
    });
  }

  /** Progress and answers go; settings stay. What was put aside stays, too. */
  startOver(): Promise<void> {
    return this.#inTurn(async (stored) => {
      const event: JourneyEvent = { type: 'restarted' };
      const key = eventKey(parseJournal(stored).lastNumber + 1, event);
      await this.#write(stored, { [key]: event });
      const old = Object.keys(stored).filter((each) => EVENT_KEY.test(each));
      await browser.storage.local.remove(old);
      await writeSecondCopy(await browser.storage.local.get(null));
    });
  }

  /** The person has read the note about records put aside. The records stay where they are. */
  noteSetAsideSeen(): Promise<void> {
    return this.#inTurn(async (stored) => {
      const asideSeen = Object.keys(stored).filter((key) => key.startsWith(SET_ASIDE)).length;
      await this.#write(stored, { [SETTINGS_KEY]: { ...parseJournal(stored).settings, asideSeen } });
    });
  }

  /** Brings back what the second copy has more of, puts aside what cannot be read, and sees to it that the pages' view is right. */
  repair(): Promise<void> {
    return this.#inTurn(async () => undefined);
  }

  async #write(stored: Stored, values: Stored): Promise<View> {
    const view = this.#viewOf(parseJournal({ ...stored, ...values }));
    await browser.storage.local.set({ ...values, [VIEW_KEY]: view });
    await writeSecondCopy({ ...stored, ...values, [VIEW_KEY]: view });
    return view;
  }

  #viewOf({ events, settings }: Journal): View {
    return { progress: foldProgress(events, this.journey.tells), settings };
  }

  /** Everything stored, once it is sound. */
  async #sound(): Promise<Stored> {
    const stored = await browser.storage.local.get(null);
    const copy = await readSecondCopy();
    const here = parseJournal(stored);
    const lost = lostFrom(stored, copy, parseJournal(copy).lastNumber > here.lastNumber);
    const aside = setAside(stored, here);
    const isWhole = Object.keys(lost).length === 0 && Object.keys(aside).length === 0;
    const view = this.#viewOf(isWhole ? here : parseJournal({ ...stored, ...lost }));
    if (isWhole && isSame(stored[VIEW_KEY], view)) return stored;
    await browser.storage.local.set({ ...lost, ...aside, [VIEW_KEY]: view });
    await browser.storage.local.remove(here.unreadable);
    const sound = await browser.storage.local.get(null);
    await writeSecondCopy(sound);
    return sound;
  }
}

/** What only the copy has: everything where it is newer, and always the settings, which nobody ever takes away. */
function lostFrom(stored: Record<string, unknown>, copy: Record<string, unknown>, isNewer: boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(copy).filter(([key]) => !(key in stored) && (isNewer || key === SETTINGS_KEY)));
}

/** Whether two stored values say the same. Chromium gives the keys of a table back in alphabetical order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key as never], other[key as never]));
}

function setAside(stored: Record<string, unknown>, journal: Journal): Record<string, unknown> {
  return Object.fromEntries(journal.unreadable.map((key) => [freeKey(`${SET_ASIDE}${key}`, stored), stored[key]]));
}

/** What was put aside earlier under the same name is not overwritten. */
function freeKey(key: string, stored: Record<string, unknown>): string {
  let number = 1;
  while ((number === 1 ? key : `${key}:${number}`) in stored) number += 1;
  return number === 1 ? key : `${key}:${number}`;
}

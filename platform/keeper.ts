import type { Journey } from '../content-rules/schema';
import { foldProgress, isArrival, type JourneyEvent, type Progress, sumEvents } from '../engine/progress';
import { EVENT_KEY, eventKey, type Journal, parseJournal, SET_ASIDE, SETTINGS_KEY } from './journal';
import { isSame, KeptShelf } from './kept-shelf';
import type { Settings } from './settings';
import type { Shelf, Stored } from './shelf';
import { VIEW_KEY, type View } from './view';

/** A journal with more events than these is added up: some 100 KB, ten times the longest journey. */
const MOST_EVENTS = 1000;

/** The view, and what only the popup shows. */
export interface WholeView extends View {
  hasSetAside: boolean;
}

/**
 * The only writer of the journal. It lives in the background, which may be stopped at any moment: nothing that matters is remembered
 * between two pieces of work, and a write is finished before its asker hears of it.
 */
export class Keeper {
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly journey: Journey,
    readonly shelf: Shelf = new KeptShelf(),
  ) {}

  /** One piece of work after the other, on a sound journal: two tabs at once never take the same number. */
  #inTurn<T>(work: (journal: Journal, stored: Stored) => Promise<T>, isThorough = false): Promise<T> {
    const turn = this.#queue.then(() => this.#ready(isThorough)).then((stored) => work(parseJournal(stored), stored));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Adds an event unless it says nothing new (an arrival at the page where the person already is).
   *
   * @param mark of what may be asked for again but is to be done once: the asker may not have heard that it was
   */
  add(event: JourneyEvent, mark?: string): Promise<Progress> {
    return this.#inTurn(async ({ events, lastNumber, marks }, stored) => {
      const progress = foldProgress(events, this.journey.tells);
      if (event.type === 'arrived' && !isArrival(progress, event.page)) return progress;
      if (mark !== undefined && marks.has(mark)) return progress;
      const record = mark === undefined ? event : { ...event, mark };
      const view = await this.#write(stored, { [eventKey(lastNumber + 1, event)]: record });
      return view.progress;
    });
  }

  /** @param change what is set, worked out from the settings of that moment: two askers at once take nothing from each other */
  change(change: (settings: Settings) => Partial<Settings>): Promise<void> {
    return this.#inTurn(async ({ settings }, stored) => {
      await this.#write(stored, { [SETTINGS_KEY]: { ...settings, ...change(settings) } });
    });
  }

  /** Progress and answers go; settings stay. What was put aside stays, too. */
  startOver(): Promise<void> {
    return this.#inTurn(({ lastNumber }, stored) => this.#replace(stored, lastNumber, { type: 'restarted' }));
  }

  /** The person has read the note about records put aside. The records stay where they are. */
  noteSetAsideSeen(): Promise<void> {
    return this.#inTurn(async ({ settings }, stored) => {
      const asideSeen = Object.keys(stored).filter((key) => key.startsWith(SET_ASIDE)).length;
      await this.#write(stored, { [SETTINGS_KEY]: { ...settings, asideSeen } });
    });
  }

  /** Brings back what one copy has lost, puts aside what cannot be read, and sees to it that the pages' view is right. */
  repair(): Promise<void> {
    return this.#inTurn(async () => undefined, true);
  }

  view(): Promise<View> {
    return this.#inTurn(async (journal) => this.#viewOf(journal));
  }

  async #write(stored: Stored, values: Stored): Promise<View> {
    const view = this.#viewOf(parseJournal({ ...stored, ...values }));
    await this.shelf.write({ ...values, [VIEW_KEY]: view });
    return view;
  }

  /** Puts one event in the place of all before it. Stopped between the two steps, the new one already counts alone. */
  async #replace(stored: Stored, lastNumber: number, event: JourneyEvent): Promise<void> {
    await this.#write(stored, { [eventKey(lastNumber + 1, event)]: event });
    await this.shelf.remove(Object.keys(stored).filter((key) => EVENT_KEY.test(key)));
  }

  #viewOf({ events, settings, hasSetAside }: Journal): WholeView {
    return { progress: foldProgress(events, this.journey.tells), settings, hasSetAside };
  }

  /** Everything stored, sound and not too long, with the view that follows from it. */
  async #ready(isThorough: boolean): Promise<Stored> {
    const stored = await this.shelf.read(isThorough);
    const journal = parseJournal(stored);
    if (journal.events.length > MOST_EVENTS) {
      await this.#replace(stored, journal.lastNumber, { type: 'summed', progress: sumEvents(journal.events, this.journey.tells) });
      return this.shelf.read();
    }
    const view = this.#viewOf(journal);
    if (!isSame(stored[VIEW_KEY], view)) await this.shelf.write({ [VIEW_KEY]: view });
    return stored;
  }
}

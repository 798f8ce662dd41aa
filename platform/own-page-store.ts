import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Journey } from '../content-rules/schema';
import { foldProgress, isProgress, NO_PROGRESS, type Progress } from '../engine/progress';
import { inTime } from './in-time';
import { parseJournal } from './journal';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { PRIVATE_KEY, type Stored, UNKEPT_KEY } from './shelf';
import { parseView, VIEW_KEY } from './view';

/** What the extension's own pages show of the journey. Only the keeper writes it. */
export interface OwnPageState {
  /**
   * `unkept`: storage takes nothing, and the keeper goes on without it. `unreadable`: it does not answer or throws, and neither
   * does the keeper; what is shown then is a fresh start.
   */
  memory: 'reading' | 'read' | 'unkept' | 'unreadable';
  progress: Progress;
  settings: Settings;
  /** Some records could not be read, and the person has not yet said that they know. */
  hasSetAside: boolean;
}

export type OwnPageStore = StoreApi<OwnPageState>;

/** Storage that has not answered by then is shown as unreadable; a later answer still counts. Milliseconds. */
const READING_TAKES_AT_MOST = 1000;

/**
 * Reads what the keeper has added up, one key however long the journal, and keeps it in step with storage as long as the page lives.
 *
 * @param inPrivate whether the page is about the journey of private windows
 */
export function openOwnPageStore(tells: Journey['tells'], inPrivate: Promise<boolean> = Promise.resolve(false)): OwnPageStore {
  const store = createStore<OwnPageState>(() => ({ memory: 'reading', progress: NO_PROGRESS, settings: DEFAULT_SETTINGS, hasSetAside: false }));
  let latest = 0;
  const read = async () => {
    latest += 1;
    const reading = latest;
    const state = await readState(tells, await inPrivate).catch((): Partial<OwnPageState> => ({ memory: 'unreadable' }));
    // One that began later has seen more.
    if (reading === latest) store.setState(state);
  };
  browser.storage.local.onChanged.addListener(() => void read());
  browser.storage.session.onChanged.addListener((changes) => (UNKEPT_KEY in changes || PRIVATE_KEY in changes) && void read());
  setTimeout(() => store.getState().memory === 'reading' && store.setState({ memory: 'unreadable' }), 2 * READING_TAKES_AT_MOST);
  void read();
  return store;
}

async function readState(tells: Journey['tells'], inPrivate: boolean): Promise<OwnPageState> {
  const [session, local] = await Promise.allSettled([
    browser.storage.session.get([UNKEPT_KEY, PRIVATE_KEY]),
    inTime(browser.storage.local.get(VIEW_KEY), READING_TAKES_AT_MOST),
  ]);
  const { unkept, private: inMemory } = (session.status === 'fulfilled' ? session.value : {}) as Record<string, Stored | undefined>;
  const inUse = inPrivate ? inMemory : unkept;
  const view = (inUse ?? (local.status === 'fulfilled' ? local.value : {}))[VIEW_KEY];
  if (isWhole(view)) {
    const shown = inPrivate && inMemory === undefined ? { ...parseView(view), progress: NO_PROGRESS } : parseView(view);
    return { ...shown, hasSetAside: view.hasSetAside === true, memory: inUse === unkept && unkept !== undefined ? 'unkept' : 'read' };
  }
  const { events, settings, hasSetAside, unreadable } = parseJournal(inUse ?? (await browser.storage.local.get(null)));
  return {
    memory: 'read',
    progress: inPrivate && inMemory === undefined ? NO_PROGRESS : foldProgress(events, tells),
    settings,
    hasSetAside: hasSetAside || unreadable.length > 0,
  };
}

function isWhole(view: unknown): view is Record<string, unknown> {
  return typeof view === 'object' && view !== null && isProgress((view as Stored).progress);
}

/** The store's state in a component. */
export function useStore<T>(store: StoreApi<T>): T {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    setState(store.getState());
    return store.subscribe(setState);
  }, [store]);
  return state;
}

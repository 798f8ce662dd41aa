import { useEffect, useState } from 'preact/hooks';
import browser, { type Storage } from 'webextension-polyfill';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Journey } from '../content-rules/schema';
import { foldProgress, NO_PROGRESS, type Progress } from '../engine/progress';
import { parseJournal } from './journal';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** What the extension's own pages show of the journey. Only the keeper writes it. */
export interface OwnPageState {
  /** `unreadable`: storage does not answer or throws; what is shown then is a fresh start. */
  memory: 'reading' | 'read' | 'unreadable';
  progress: Progress;
  settings: Settings;
  /** Some records could not be read, and the person has not yet said that they know. */
  hasSetAside: boolean;
}

export type OwnPageStore = StoreApi<OwnPageState>;

/** Storage that has not answered by then is shown as unreadable; a later answer still counts. Milliseconds. */
const READING_TAKES_AT_MOST = 1500;

/** Reads the journal into a store and keeps it in step with storage as long as the page lives. */
export function openOwnPageStore(tells: Journey['tells']): OwnPageStore {
  const store = createStore<OwnPageState>(() => ({ memory: 'reading', progress: NO_PROGRESS, settings: DEFAULT_SETTINGS, hasSetAside: false }));
  const show = (stored: Record<string, unknown>) => {
    const { events, settings, hasSetAside, unreadable } = parseJournal(stored);
    store.setState({ memory: 'read', progress: foldProgress(events, tells), settings, hasSetAside: hasSetAside || unreadable.length > 0 });
  };
  let stored: Record<string, unknown> | null = null;
  let early: Record<string, Storage.StorageChange>[] = [];
  const read = async () => {
    try {
      const all = await browser.storage.local.get(null);
      stored = early.reduce(withChanges, all);
      show(stored);
    } catch {
      store.setState({ memory: 'unreadable' });
    }
    early = [];
  };
  browser.storage.local.onChanged.addListener((changes) => {
    if (stored !== null) {
      stored = withChanges(stored, changes);
      show(stored);
    } else if (store.getState().memory === 'unreadable') void read();
    else early.push(changes);
  });
  setTimeout(() => store.getState().memory === 'reading' && store.setState({ memory: 'unreadable' }), READING_TAKES_AT_MOST);
  void read();
  return store;
}

/** What is stored after some changes, without reading all of it once more. */
export function withChanges(stored: Record<string, unknown>, changes: Record<string, Storage.StorageChange>): Record<string, unknown> {
  const after = { ...stored };
  for (const [key, change] of Object.entries(changes)) {
    if (change.newValue === undefined) delete after[key];
    else after[key] = change.newValue;
  }
  return after;
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

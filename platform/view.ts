import browser from 'webextension-polyfill';
import { NO_PROGRESS, type Progress } from '../engine/progress';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';

/** What a page of the sites needs to know of the journey: the journal, folded by the keeper after each write. */
export interface View {
  progress: Progress;
  settings: Settings;
}

export const VIEW_KEY = 'view';

/**
 * Reads the view: one key, however long the journal. One that is missing or cannot be read counts as a fresh start until the
 * keeper, woken by the page's first report, has written it anew from the journal.
 */
export async function readView(): Promise<View> {
  try {
    return parseView((await browser.storage.local.get(VIEW_KEY))[VIEW_KEY]);
  } catch {
    return parseView(undefined);
  }
}

export function parseView(value: unknown): View {
  const { progress, settings } = (value ?? {}) as Record<string, unknown>;
  return { progress: isProgress(progress) ? progress : NO_PROGRESS, settings: parseSettings(settings) ?? DEFAULT_SETTINGS };
}

function isProgress(value: unknown): value is Progress {
  const { answers, asked, here, reached, seen, lastPage, arrivals } = (value ?? {}) as Record<string, unknown>;
  const isTable = (table: unknown) => typeof table === 'object' && table !== null;
  return (
    isTable(answers) &&
    isTable(arrivals) &&
    Array.isArray(asked) &&
    Array.isArray(seen) &&
    Number.isInteger(here) &&
    Number.isInteger(reached) &&
    (lastPage === null || typeof lastPage === 'string')
  );
}

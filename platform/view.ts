import browser from 'webextension-polyfill';
import { isProgress, NO_PROGRESS, type Progress } from '../engine/progress';
import { inTime } from './in-time';
import { askKeeper } from './messages';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';

/** What a page of the sites needs to know of the journey: the journal, folded by the keeper after each write. */
export interface View {
  progress: Progress;
  settings: Settings;
}

export const VIEW_KEY = 'view';

/** Milliseconds. */
const READING_TAKES_AT_MOST = 2000;

/**
 * Reads the view: one key, however long the journal. One that is missing or cannot be read counts as a fresh start until the
 * keeper, woken by the page's first report, has written it anew from the journal. In a private window only the keeper has it.
 *
 * @returns null where storage throws or does not answer
 */
export async function readView(): Promise<View | null> {
  try {
    if (browser.extension.inIncognitoContext) return parseView(await askKeeper({ ask: 'view' }));
    return parseView((await inTime(browser.storage.local.get(VIEW_KEY), READING_TAKES_AT_MOST))[VIEW_KEY]);
  } catch {
    return null;
  }
}

export function parseView(value: unknown): View {
  const { progress, settings } = (value ?? {}) as Record<string, unknown>;
  return { progress: { ...NO_PROGRESS, ...(isProgress(progress) && progress) }, settings: parseSettings(settings) ?? DEFAULT_SETTINGS };
}

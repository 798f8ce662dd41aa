import browser from 'webextension-polyfill';
import type { JourneyEvent } from '../engine/progress';
import type { Claim } from '../engine/settle';
import type { Settings } from './settings';

/**
 * Everything that is ever said between the parts of the extension. Ids, enums and counts only; no text of a page, no address
 * with a query.
 */

/** What a document of the two sites may ask of the keeper: it can tell what it shows and add to the journey, no more. */
export type FromPage =
  | { ask: 'report'; claim: Claim; page: string | null; step: number | null }
  | { ask: 'gone' }
  | { ask: 'add'; event: JourneyEvent }
  | { ask: 'open'; place: string }
  | { ask: 'arm'; caution: string }
  | { ask: 'mute'; caution: string }
  | { ask: 'put-away'; site: string };

/** What only the extension's own pages may ask. All but `explain` are answered by true once it is done. */
export type FromOwnPage =
  | { ask: 'add'; event: JourneyEvent }
  | { ask: 'open'; place: string; tab: number | null }
  | { ask: 'change'; settings: Partial<Settings> }
  | { ask: 'explain'; tab: number }
  | { ask: 'start-over' }
  | { ask: 'set-aside-seen' }
  | { ask: 'repair' };

/** The keeper's answer to a report. */
export interface ReportAnswer {
  speaks: boolean;
  /** Cautions that were let through in this tab. */
  armed: string[];
}

/** What the keeper says to a document. */
export type ToPage = { tell: 'speak'; speaks: boolean } | { tell: 'explain' } | { tell: 'are-you-there' };

/** One document's whole explanation, for the extension's own pages: popup, laboratory. */
export interface Explanation {
  frame: number;
  /** Host and path. */
  address: string;
  verdict: string;
  page: string | null;
  step: number | null;
  target: { role: string; name: string; tag: string } | null;
  cautions: { id: string; target: { role: string; name: string; tag: string } | null }[];
  card: { title: string; text: string } | null;
  why: { page: string; condition: string; passed: boolean }[];
  speaks: boolean;
}

/** Sends to the keeper. A keeper that is gone (the extension was updated) or asleep too long answers null. */
export async function askKeeper<T>(message: FromPage | FromOwnPage): Promise<T | null> {
  try {
    return (await browser.runtime.sendMessage(message)) as T;
  } catch {
    return null;
  }
}

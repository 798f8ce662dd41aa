import browser from 'webextension-polyfill';
import type { JourneyEvent } from '../engine/progress';
import type { Claim } from '../engine/settle';
import type { SayWhich } from '../engine/verdict';
import type { SeenDocument } from '../support/report/make-report';
import type { VerdictChange } from '../support/report/verdict-format';
import type { Described } from './explain';
import { inTime } from './in-time';
import type { Settings } from './settings';
import type { View } from './view';

/**
 * Everything that is ever said between the parts of the extension. Ids, enums and counts only; no text of a page, no address
 * with a query.
 */

/** What a document of the two sites may ask of the keeper: it can tell what it shows and add to the journey, no more. */
export type FromPage =
  | { ask: 'report'; claim: Claim; page: string | null; step: number | null }
  | { ask: 'gone' }
  | { ask: 'view' }
  | { ask: 'add'; event: JourneyEvent; mark?: string }
  | { ask: 'open'; place: string; mark?: string }
  | { ask: 'arm'; caution: string }
  | { ask: 'mute'; caution: string }
  | { ask: 'put-away'; site: string }
  | Help;

/** What the presenter view asks: that the text in protected fields of its document lose its colour. */
export type FromPresenter = { ask: 'hide-text' };

/**
 * Both pages and the popup may ask these. `stuck` is answered by what 「我卡住了」 shows, `recovery` by a way back, `begin` begins one.
 * The popup says which tab is in front, so that the keeper can ask it for what goes into the spoken code; a page is asked itself.
 */
export type Help =
  | { ask: 'stuck'; page: string | null; step: number | null; tab?: number | null }
  | { ask: 'recovery'; recovery: string }
  | { ask: 'begin'; recovery: string };

/**
 * What only the extension's own pages may ask. All but `explain` and `seen` are answered by true once it is done. `inPrivate` says that it
 * is about the journey of private windows: the popup belongs to no tab from which the keeper could tell.
 */
export type FromOwnPage = { inPrivate?: boolean } & (
  | { ask: 'add'; event: JourneyEvent; mark?: string }
  | { ask: 'open'; place: string; tab: number | null; mark?: string }
  | { ask: 'change'; settings: Partial<Settings> }
  | { ask: 'explain'; tab: number }
  | { ask: 'seen'; tab: number }
  | { ask: 'start-over' }
  | { ask: 'set-aside-seen' }
  | { ask: 'repair' }
  | Help
);

/** The keeper's answer to a report. */
export interface ReportAnswer {
  speaks: boolean;
  /** Cautions that were let through in this tab. */
  armed: string[];
  /** Only where the page cannot read it from storage: in a private window, and where storage takes nothing. */
  view?: View;
}

/** What the keeper says to a document. */
export type ToPage = { tell: 'speak'; speaks: boolean } | { tell: 'view'; view: View } | { tell: 'explain' } | { tell: 'seen' } | { tell: 'are-you-there' };

/** What goes into a support report of a tab: what its documents see, the page itself first, and what the guide has said in it. */
export interface SeenTab {
  documents: SeenDocument[];
  changes: readonly VerdictChange[];
}

/** One document's whole explanation, for the extension's own pages: popup, laboratory. */
export interface Explanation {
  frame: number;
  /** Host and path. */
  address: string;
  verdict: string;
  page: string | null;
  step: number | null;
  target: Described | null;
  cautions: { id: string; target: Described | null }[];
  card: { title: string; text: string } | null;
  why: { page: string; condition: string; passed: boolean }[];
  /** Which of the rule's sentences the card has; null where no page is told. */
  say: SayWhich | null;
  /** Why the verdict is degraded, quiet or ambiguous, where it says so. */
  because: string | null;
  speaks: boolean;
}

/**
 * Sends to the keeper, which may be stopped at any moment, and again where it was before it had answered. What may not be done
 * twice bears a mark by which the keeper knows it again. A keeper that is gone (the extension was updated) answers null.
 */
export async function askKeeper<T>(message: FromPage | FromOwnPage | FromPresenter): Promise<T | null> {
  const sent = /add|open/.test(message.ask) ? { ...message, mark: Math.random().toString(36).slice(2) } : message;
  // Numbers, and no names for them: each byte of the pages' scripts counts.
  for (let tries = 1; tries <= 3 && !isOrphan(); tries += 1) {
    try {
      // A message that reaches a worker which is just being stopped may never be answered: 1.5 s.
      const answer = await inTime(browser.runtime.sendMessage(sent) as Promise<T | undefined>, 1500);
      // Chromium gives this, and no error, where the keeper was stopped just when it heard the message.
      if (answer !== undefined) return answer;
    } catch {
      // Firefox refuses messages for the moment in which it puts the background to sleep, Chromium while it stops the worker.
    }
    await new Promise((resolve) => setTimeout(resolve, 150 * tries));
  }
  return null;
}

/** Whether this script's extension was updated or removed: Chrome leaves the script in open pages, without its API. */
export function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}

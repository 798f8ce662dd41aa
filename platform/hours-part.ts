import type { HoursSentences } from '../components/models';
import type { Language } from '../content-rules/schema';
import type { Reading } from '../engine/facts/read';
import type { HoursFinding } from '../engine/hours/finding';
import type { Described } from './explain';

/** What a page says of hours, ready for its card. */
export interface HoursToSay {
  /** The line to be ringed, since it cannot be told what it says; all that may be told of it elsewhere is where it is and its label. */
  line: { element: Element; described: Described } | null;
  say(language: Language): HoursSentences;
}

/**
 * What the script of the course pages gives the guide of the same document: reads once for each reading of the page.
 * @param asks what the rule of the page asks for; false or undefined: nothing
 */
export type HoursPart = (document: Document, reading: Reading, asks: HoursFinding['of'] | false | undefined) => HoursToSay | null;

/** Both scripts run in the extension's own world of the document; undefined where the page's address is none of those that have it (wxt.config.ts). */
export function hoursPart(): HoursPart | undefined {
  return (globalThis as { hoursPart?: HoursPart }).hoursPart;
}

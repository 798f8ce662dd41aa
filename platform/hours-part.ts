import type { HoursSentences } from '../components/models';
import type { Language } from '../content-rules/schema';
import type { HoursFinding } from '../engine/hours/finding';
import type { ReadHours } from '../engine/hours/read';

/** What the script of the course pages gives the guide of the same document. */
export interface HoursPart {
  read: ReadHours;
  sentences(finding: HoursFinding, language: Language): HoursSentences;
}

/** Both scripts run in the extension's own world of the document; undefined where the page's address is none of those that have it (wxt.config.ts). */
export function hoursPart(): HoursPart | undefined {
  return (globalThis as { hoursPart?: HoursPart }).hoursPart;
}

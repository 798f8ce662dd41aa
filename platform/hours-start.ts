import { hoursSentences } from '../components/hours-sentences';
import type { HoursWords } from '../content-rules/schema';
import { hoursReader } from '../engine/hours/read';
import type { HoursPart } from './hours-part';

/** Puts the reader of hours where the guide of the document looks for it. */
export function startHours(words: HoursWords) {
  const part: HoursPart = { read: hoursReader(words), sentences: hoursSentences };
  (globalThis as { hoursPart?: HoursPart }).hoursPart = part;
}

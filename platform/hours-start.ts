import { hoursSentences } from '../components/hours-sentences';
import type { HoursWords } from '../content-rules/schema';
import { hoursReader } from '../engine/hours/read';
import { placeOf } from './explain';
import type { HoursPart, HoursToSay } from './hours-part';
import { isDrawn, isVisible } from './sight';

/** Puts the reader of hours where the guide of the document looks for it. */
export function startHours(words: HoursWords) {
  const read = hoursReader(words);
  const [name = ''] = [words.label].flat();
  // It was not found by its whole text, so there may be anything in it.
  const described = (element: Element) => ({ role: 'text', name, ...placeOf(element) });
  let known: { reading: object; asks: unknown; hours: HoursToSay | null } | null = null;
  const part: HoursPart = (document, reading, asks) => {
    if (known?.reading === reading && known.asks === asks) return known.hours;
    const finding = asks ? read(document, asks, { isVisible, isShown: isDrawn, path: reading.facts.path }) : null;
    const line = finding?.of === 'course' ? finding.line : null;
    const hours =
      finding === null ? null : { line: line === null ? null : { element: line, described: described(line) }, say: hoursSentences.bind(null, finding) };
    known = { reading, asks, hours };
    return hours;
  };
  (globalThis as { hoursPart?: HoursPart }).hoursPart = part;
}

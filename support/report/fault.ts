/**
 * What can be wrong with a file that is to be read as a report. Each has a sentence of its own (locales/support-report.*.json).
 * - `empty`, `too-large`, `cut-off`, `not-json`: it could not be read at all
 * - `field-report`, `class-kit`, `other-kind`: it is something else
 * - `newer`: a newer extension has made it
 * - `too-deep`, `bad-key`, `markup`, `personal`, `not-as-expected`, `unknown-word`: what stands at `place` is refused
 */
export const FAULTS = [
  'empty',
  'too-large',
  'cut-off',
  'not-json',
  'field-report',
  'class-kit',
  'other-kind',
  'newer',
  'too-deep',
  'bad-key',
  'markup',
  'personal',
  'not-as-expected',
  'unknown-word',
] as const;

export interface Fault {
  what: (typeof FAULTS)[number];
  /** Where: keys and numbers joined by dots, such as `page.0.facts.controls.3.name`; '' where it is the file as a whole. Never what stands there. */
  place: string;
  /** What was expected there, in English; '' where the kind of fault says it all. */
  expected: string;
}

export function fault(what: Fault['what'], place: readonly PropertyKey[] = [], expected = ''): Fault {
  return { what, place: place.map(nameOfKey).join('.'), expected };
}

/** A key may have been made up to hold anything: only what looks like one of ours is repeated. */
function nameOfKey(key: PropertyKey): string {
  return /^(?:\d{1,6}|[A-Za-z]{1,20})$/.test(String(key)) ? String(key) : '□';
}

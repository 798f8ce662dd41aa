import { personalSpans } from '../../record/personal';
import { type Fault, fault } from './fault';

/** Deeper than any part of the format. */
const DEEPEST = 12;
const BAD_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MARKUP = /[<>\p{Cc}]|&(?:#|\w+;)|javascript:|data:text/iu;
/** The longest text of the format. */
const LONGEST = 600;
/** The one part that is a date by itself. */
const DATE = 'versions.rules.date';

/**
 * Looks through what was parsed, before anything else is made of it, for what no report of ours can hold: keys that change how objects
 * work, markup, and what may belong to a person.
 * @param isKnown whether a string is a word of the rules
 */
export function unsafeIn(value: unknown, isKnown: (text: string) => boolean): Fault | null {
  const open: { value: unknown; place: PropertyKey[] }[] = [{ value, place: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: here, place } = next;
    if (place.length > DEEPEST) return fault('too-deep', place.slice(0, 4));
    if (typeof here === 'string') {
      const found = inText(here, place, isKnown);
      if (found !== null) return found;
    } else if (typeof here === 'object' && here !== null) {
      const entries = Object.entries(here);
      for (const [key] of Array.isArray(here) ? [] : entries) {
        if (BAD_KEYS.has(key)) return fault('bad-key', place);
        const found = inText(key, place, isKnown);
        if (found !== null) return found;
      }
      // The last is taken first: what comes first in the file is to be told first.
      for (const [key, part] of entries.reverse()) open.push({ value: part, place: [...place, key] });
    }
  }
  return null;
}

function inText(text: string, place: PropertyKey[], isKnown: (text: string) => boolean): Fault | null {
  // What looks for personal words takes long over long texts, and somebody may have made one just for that.
  if (text.length > LONGEST) return fault('not-as-expected', place, `expected at most ${LONGEST} letters`);
  if (MARKUP.test(text)) return fault('markup', place);
  if (place.join('.') === DATE || isKnown(text)) return null;
  const isPersonal = personalSpans(text).some(({ from, to }) => /[\d@]/.test(text.slice(from, to).normalize('NFKC')));
  return isPersonal ? fault('personal', place) : null;
}

import type { Language } from '../content-rules/schema';
import type { HoursFinding, PassCondition } from '../engine/hours/finding';
import { fill } from './fill';
import { type HoursSaid, hoursWordsOf } from './hours-words';
import type { HoursSentences } from './models';

/** The honest sentences: so many hours, none, or that it cannot be told. What the page does not say is not said either. */
export function hoursSentences(finding: HoursFinding, language: Language): HoursSentences {
  const words = hoursWordsOf(language);
  if (finding.of === 'list') {
    const { all, some, unclear } = finding;
    if (all === 1) return { notes: [some === 1 ? words.only : unclear === 1 ? words.onlyUnclear : words.onlyNone] };
    return { notes: [fill(some === 1 ? words.listOne : words.list, { all, some }) + (unclear > 0 ? fill(words.listUnclear, { unclear }) : '')] };
  }
  const { hours, line, who, pass, hasMore } = finding;
  const conditions = fill(words.pass, { what: pass.map((condition) => conditionIn(condition, words)).join(words.and) });
  return {
    do:
      hours === null
        ? line === null
          ? words.unclear
          : words.unclearLine
        : hours === 0
          ? words.none
          : hours === 1
            ? words.one
            : fill(words.some, { n: hours }),
    notes: [...(who === 'some' ? [words.who] : []), ...(pass.length > 0 ? [conditions + (hasMore ? words.more : '')] : [])],
  };
}

function conditionIn({ kind, n = 0 }: PassCondition, words: HoursSaid): string {
  return fill(words[kind], { n });
}

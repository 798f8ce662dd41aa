import { fill } from '../components/fill';
import type { KnownProblem, Language } from '../content-rules/schema';
import { dayOf, isCurrent } from '../engine/known-problems';
import { supportCatalogueOf } from './catalogue';

/**
 * What is wrong with a page at a moment, the newest first.
 * @param page null where no page is told: the problems of all pages
 */
export function problemsAt(problems: readonly KnownProblem[], page: string | null, now: Date): KnownProblem[] {
  return problems
    .filter((problem) => (page === null || problem.page === page) && isCurrent(problem, dayOf(now)))
    .sort((a, b) => b.since.localeCompare(a.since));
}

/** One line: from when to when, what people are told, and whether the ring is off. */
export function problemWords({ since, until, say, ring }: KnownProblem, language: Language): string {
  const words = supportCatalogueOf(language).problem;
  const days = until === undefined ? fill(words.since, { since }) : fill(words.days, { since, until });
  return [fill(words.line, { days, say: say[language] }), ...(ring === 'off' ? [words.ringOff] : [])].join(language === 'en' ? ' ' : '');
}

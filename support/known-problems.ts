import { fill } from '../components/fill';
import type { KnownProblem, Language } from '../content-rules/schema';
import { isCurrent } from '../engine/known-problems';
import { supportCatalogueOf } from './catalogue';

/**
 * What is wrong with a page on a day, the newest first.
 * @param page null where no page is told: the problems of all pages
 * @param today as 2026-11-30 (`dayOf`)
 */
export function problemsAt(problems: readonly KnownProblem[], page: string | null, today: string): KnownProblem[] {
  return problems.filter((problem) => (page === null || problem.page === page) && isCurrent(problem, today)).sort((a, b) => b.since.localeCompare(a.since));
}

/** One line: from when to when, what people are told, and whether the ring is off. */
export function problemWords({ since, until, say, ring }: KnownProblem, language: Language): string {
  const words = supportCatalogueOf(language).problem;
  const days = until === undefined ? fill(words.since, { since }) : fill(words.days, { since, until });
  return [fill(words.line, { days, say: say[language] }), ...(ring === 'off' ? [words.ringOff] : [])].join(language === 'en' ? ' ' : '');
}

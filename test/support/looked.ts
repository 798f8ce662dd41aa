import type { Case, Journey, RulePack, Site } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import { foldProgress, type JourneyEvent, type Progress } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';
import { vocabularyOf } from '../../engine/vocabulary';
import { openReplica, sightWithoutLayout, takeWordsOff } from './page';

/** The events that bring a person to where a case says they are. */
export function eventsOf(given: Case['given']): JourneyEvent[] {
  const { after = 0, visit, ...answers } = given ?? {};
  const events: JourneyEvent[] = Object.entries(answers).map(([question, answer]) => ({ type: 'answered', question: question as 'hours', answer }));
  for (let step = 1; step <= after; step += 1) events.push({ type: 'finished', step });
  return events;
}

/** Progress of a case; `visit: again` is an earlier arrival at the page in question. */
export function progressOf(given: Case['given'], journey: Journey, page: string): Progress {
  const earlier: JourneyEvent[] =
    given?.visit === 'again'
      ? [
          { type: 'arrived', page, step: null },
          { type: 'went', place: 'egov-front' },
        ]
      : [];
  return foldProgress([...earlier, ...eventsOf(given)], journey.tells);
}

export interface Looked {
  verdict: Verdict;
  /** The replica's mark on the target and on the cautions' elements. */
  target: string | null;
  cautions: string[];
}

/** What the engine says of one document of a case (its own, or one of its frames). */
export function lookAt(pack: RulePack, file: string, url: string, entry: Case, page: string, framed: boolean): Looked {
  const opened = openReplica(file, url);
  if (entry.without !== undefined) takeWordsOff(opened.document, entry.without);
  const address = new URL(url);
  const site = siteOf(pack.journey, address.host);
  if (site === null) return { verdict: { kind: 'quiet', reason: 'not a guided site', why: [] }, target: null, cautions: [] };
  const { rules, ...words } = vocabularyOf(pack, site);
  const { facts, elements } = readFacts(
    opened.document,
    { host: address.host, path: address.pathname },
    { rules, ...words },
    sightWithoutLayout(opened.document),
  );
  const framedSteps = pack.journey.steps.filter((step) => step.framed).map(({ step }) => step);
  const verdict = look(facts, rules, { progress: progressOf(entry.given, pack.journey, page), framed, framedSteps, explain: true });
  const mark = (element: number) => opened.marks.get(elements[element] as Element) ?? `an unmarked ${(elements[element] as Element).outerHTML.slice(0, 80)}`;
  const told = verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict : null;
  return {
    verdict,
    target: told?.target ? mark(told.target.element) : null,
    cautions: [...new Set(told?.cautions.flatMap(({ about }) => about.map(({ element }) => mark(element))) ?? [])].sort(),
  };
}

export function siteOf(journey: Journey, host: string): Site | null {
  for (const [site, entry] of Object.entries(journey.sites)) if (entry.host === host) return site as Site;
  return null;
}

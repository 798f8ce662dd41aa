import type { Case, Journey, Rule, RulePack } from '../../content-rules/schema';
import { look } from '../../engine/look';
import { foldProgress, type JourneyEvent, type Progress } from '../../engine/progress';
import { claimOf, frameThatSpeaks } from '../../engine/settle';
import type { Verdict } from '../../engine/verdict';
import type { PlacedCase } from '../../tools/build/rule-pack';
import { type Read, readReplica } from './readings';

/** The events that bring a person to where a case says they are: on that page. */
export function eventsOf(given: Case['given'], page: string): JourneyEvent[] {
  const { after = 0, visit, sent, ...answers } = given ?? {};
  const events: JourneyEvent[] = Object.entries(answers).map(([question, answer]) => ({ type: 'answered', question: question as 'hours', answer }));
  for (let step = 1; step <= after; step += 1) events.push({ type: 'finished', step });
  if (sent === true) events.push({ type: 'sent', page });
  return events;
}

/** Progress of a case: see `eventsBefore`. */
export function progressOf(given: Case['given'], journey: Journey, page: string): Progress {
  return foldProgress(eventsBefore(given, page), journey.tells);
}

/** All that has happened before a case; `visit: again` is an earlier arrival at the page in question. */
export function eventsBefore(given: Case['given'], page: string): JourneyEvent[] {
  const earlier: JourneyEvent[] =
    given?.visit === 'again'
      ? [
          { type: 'arrived', page, step: null },
          { type: 'went', place: 'egov-front' },
        ]
      : [];
  return [...earlier, ...eventsOf(given, page)];
}

export interface Looked {
  verdict: Verdict;
  /** The replica's mark on the target and on the cautions' elements. */
  target: string | null;
  cautions: string[];
}

/** One document of a case, read: its own (`framed` false), or one of its frames. Null where its host is no guided site. */
export interface ReadDocument {
  read: Read | null;
  framed: boolean;
}

/** Reads every document of a case; what stands in it does not depend on what the person has answered, but on whether they have sent it. */
export function readCase(pack: RulePack, { folder, case: entry }: PlacedCase): ReadDocument[] {
  const own = { read: readReplica(pack, `${folder}/${entry.replica}`, entry.url, entry.without, entry.given?.sent === true ? folder : null), framed: false };
  const frames = Object.entries(entry.frames ?? {}).map(([url, file]) => ({ read: readReplica(pack, file, url, entry.without), framed: true }));
  return [own, ...frames];
}

/** What a tab shows for a case: the verdict of the document that speaks. */
export function lookAtCase(
  documents: readonly ReadDocument[],
  rules: readonly Rule[],
  journey: Journey,
  { folder, case: entry }: PlacedCase,
  explain = false,
): Looked {
  const looked = documents.map((document) => lookAtDocument(document, rules, journey, entry, folder, explain));
  const speaker = frameThatSpeaks(new Map(looked.map(({ verdict }, index) => [index, claimOf(verdict, index)])));
  return looked[speaker ?? 0] as Looked;
}

/** What the engine says of one document of a case (its own, or one of its frames). */
function lookAtDocument({ read, framed }: ReadDocument, rules: readonly Rule[], journey: Journey, entry: Case, page: string, explain: boolean): Looked {
  if (read === null) return { verdict: { kind: 'quiet', reason: 'not a guided site', why: [] }, target: null, cautions: [] };
  const ofSite = rules.filter(({ id }) => id.startsWith(`${read.site}/`));
  const framedSteps = journey.steps.filter((step) => step.framed).map(({ step }) => step);
  const verdict = look(read.facts, ofSite, { progress: progressOf(entry.given, journey, page), framed, framedSteps, explain });
  const mark = (element: number) => read.marks[element] as string;
  const told = verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict : null;
  return {
    verdict,
    target: told?.target ? mark(told.target.element) : null,
    cautions: [...new Set(told?.cautions.flatMap(({ about }) => about.map(({ element }) => mark(element))) ?? [])].sort(),
  };
}

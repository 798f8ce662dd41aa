import type { PageFacts } from '../../engine/facts/types';
import { look } from '../../engine/look';
import { NO_PROGRESS } from '../../engine/progress';
import { type Claim, frameThatSpeaks } from '../../engine/settle';
import type { Reason, Verdict } from '../../engine/verdict';
import type { SupportReport, ToldDocument } from './format';
import { packWith, type Rules, siteOf } from './rules';
import { progressOf, toldVerdict } from './tell';
import type { ToldVerdict } from './verdict-format';

/** A part of a verdict that is another by the rules of today. */
export interface Difference {
  /** Number of the document in the report. */
  document: number;
  part: keyof ToldVerdict;
  was: unknown;
  is: unknown;
}

export interface Replay {
  /** The rules are the very ones that the report was made by: then nothing may differ. */
  isSameRules: boolean;
  /** Where the person is was left out, so that the guide could not know it. Then a difference need not come from the rules. */
  isWithoutJourney: boolean;
  /** Number of the document whose card the tab showed, and shows by these rules; null where all were silent. */
  spoke: number | null;
  speaks: number | null;
  documents: { was: ToldVerdict; verdict: Verdict; why: readonly Reason[] }[];
  differences: Difference[];
}

/**
 * Works the verdict out again from the facts of a report.
 * @param report as `readReport` gives it
 * @returns null where the person has left out what stood on the page
 */
export function replay(report: SupportReport, rules: Rules): Replay | null {
  if (report.page === undefined) return null;
  const progress = report.journey === undefined ? NO_PROGRESS : progressOf(report.journey);
  const { recovery } = progress;
  const pack = packWith(rules, (id) => id === recovery?.id);
  const isFramed = recovery !== null && rules.help.recoveries.some(({ id, framed }) => id === recovery.id && framed === true);
  const framedSteps = [...rules.pack.journey.steps.filter(({ framed }) => framed).map(({ step }) => step), ...(isFramed ? [progress.here] : [])];
  const documents = report.page.map(({ facts, depth, sentHere, verdict: was }) => {
    const site = siteOf(rules, facts.host);
    const ofSite = pack.rules.filter(({ id }) => id.startsWith(`${site}/`));
    const verdict = look(facts as PageFacts, ofSite, { progress, framed: depth > 0, framedSteps, sentHere, explain: true });
    return { was, verdict, why: verdict.why };
  });
  const claims = (verdicts: readonly ToldVerdict[]) => new Map(verdicts.map((verdict, index) => [index, claim(verdict, report.page?.[index])] as const));
  return {
    isSameRules: report.versions.rules.mark === rules.versions.mark,
    isWithoutJourney: report.journey === undefined,
    spoke: frameThatSpeaks(claims(documents.map(({ was }) => was))),
    speaks: frameThatSpeaks(claims(documents.map(({ verdict }) => toldVerdict(verdict)))),
    documents,
    differences: documents.flatMap(({ was, verdict }, document) => differencesOf(was, toldVerdict(verdict), document)),
  };
}

/** As `claimOf` in the engine, of a verdict without words. */
function claim({ kind, missing }: ToldVerdict, document: ToldDocument | undefined): Claim {
  return { kind, isCovered: kind === 'degraded' && missing === 'covered', depth: document?.depth ?? 0 };
}

function differencesOf(was: ToldVerdict, is: ToldVerdict, document: number): Difference[] {
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof ToldVerdict)[];
  return parts.filter((part) => !isEqual(was[part], is[part])).map((part) => ({ document, part, was: was[part] ?? null, is: is[part] ?? null }));
}

/** Plain data; keys in any order. */
function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isEqual((one as never)[key], (other as never)[key]));
}

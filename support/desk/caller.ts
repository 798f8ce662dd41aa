import type { RulePack, VerdictKind } from '../../content-rules/schema';
import { partOf, type TargetPart } from '../../engine/parts';
import { NO_PROGRESS, type Progress } from '../../engine/progress';
import type { Missing } from '../../engine/verdict';
import { TO_POINT_AT } from '../../engine/why';
import { stepOf } from '../code-words';
import type { DecodedCode } from '../decode';
import type { Reason } from '../layout';
import { partAt } from '../page-table';
import type { SupportReport } from '../report/format';
import type { Replay } from '../report/replay';
import { progressOf } from '../report/tell';
import type { ToldVerdict } from '../report/verdict-format';

/** What the support desk knows of somebody on the telephone, from a spoken code or from a report. */
export interface Caller {
  kind: VerdictKind;
  reason: Reason | null;
  /** The page, or where the guide was not sure the one that comes nearest. Null: none does. */
  page: string | null;
  step: number | null;
  /** What of the page's rule the card spoke of; null: its own words. */
  target: number | null;
  /** How many things of the target were done. */
  part: number;
  /** Conditions of the page that did not hold, as explanations have them. */
  failed: string[];
  progress: Progress;
}

/** @param code of any version */
export function callerOfCode(code: DecodedCode, pack: RulePack): Caller {
  const { parts, placed } = code;
  // Numbers of an earlier edition stand for other things by now.
  const at = placed?.isCurrent === true ? partAt(placed.look, parts.spot) : undefined;
  const step = stepOf(code, pack);
  const recovery = parts.recovery === null ? null : { id: parts.recovery, until: [] };
  const arrivals = parts.page === null ? {} : { [parts.page]: parts.visit === 'again' ? 2 : 1 };
  return {
    kind: parts.kind,
    reason: parts.reason,
    page: pack.rules.some(({ id }) => id === parts.page) ? parts.page : null,
    step,
    target: at?.target ?? null,
    part: at?.part ?? 0,
    failed: parts.failed.flatMap((condition) => placed?.look.conditions[condition] ?? []),
    progress: { ...NO_PROGRESS, answers: parts.answers, here: step ?? 0, reached: step ?? 0, lastPage: parts.page, arrivals, recovery },
  };
}

/** @returns null where the report does not say what stood on the page */
export function callerOfReport(report: SupportReport, replayed: Replay | null, pack: RulePack): Caller | null {
  const spoken = replayed?.documents[replayed.spoke ?? 0];
  if (spoken === undefined) return null;
  const { was, why } = spoken;
  const nearest = was.page ?? was.pages?.[0] ?? why.find(({ passed }) => passed)?.page ?? null;
  const page = pack.rules.some(({ id }) => id === nearest) ? nearest : null;
  return {
    kind: was.kind,
    reason: reasonOf(was),
    page,
    step: was.step || null,
    target: was.say?.target ?? null,
    part: was.say?.part ?? 0,
    // That what is due is not found is told by the reason.
    failed: why.filter((line) => line.page === page && !line.passed && !line.condition.startsWith(TO_POINT_AT)).map(({ condition }) => condition),
    progress: report.journey === undefined ? NO_PROGRESS : progressOf(report.journey),
  };
}

const MISSING = { 'not-found': true, 'not-enabled': true, several: true, covered: true, 'page-changed': true } satisfies Record<Missing, true>;

/** What keeps the guide from pointing; null where nothing does. */
export function missingOf({ reason }: Pick<Caller, 'reason'>): Missing | null {
  return reason !== null && Object.hasOwn(MISSING, reason) ? (reason as Missing) : null;
}

/** What the caller's card spoke of. Undefined: the page's own words. */
export function dueOf({ page, target, part }: Pick<Caller, 'page' | 'target' | 'part'>, { rules }: Pick<RulePack, 'rules'>): TargetPart | undefined {
  return target === null ? undefined : partOf(rules.find(({ id }) => id === page)?.targets[target], part);
}

const QUIET: Record<NonNullable<ToldVerdict['reason']>, Reason> = {
  'not a guided site': 'not-guided',
  'unknown page': 'unknown-page',
  'nothing to say': 'nothing-to-say',
};

function reasonOf({ missing, reason, translated, say }: ToldVerdict): Reason | null {
  if (missing !== undefined) return missing;
  if (reason !== undefined) return QUIET[reason];
  if (translated === true) return 'translated';
  if (say?.isWaiting === true) return 'waiting';
  return say?.isWrong === true ? 'complained' : null;
}

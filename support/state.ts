import type { HelpPack, RulePack, VerdictKind } from '../content-rules/schema';
import { meets, type Progress } from '../engine/progress';
import type { Missing } from '../engine/verdict';
import type { Reason } from './layout';
import { PAGE_TABLE, type PageTable, pagesAt, spotOf } from './page-table';
import type { CodeParts } from './parts';

/** What a document told of its verdict: enums, numbers and ids of rules. */
export interface ToldState {
  verdict: VerdictKind;
  page: string | null;
  step: number | null;
  /** Which of the rule's sentences is said; null where no page was told. */
  say: { target: number | null; part: number; isWrong?: boolean | undefined; isWaiting?: boolean | undefined } | null;
  /** Why it is degraded, quiet or ambiguous. */
  because: Missing | 'not a guided site' | 'unknown page' | 'nothing to say' | 'translated' | null;
  /** The conditions of every page that came near, the nearest first, each page's in the order of its rule. */
  why: { page: string; passed: boolean }[];
}

/** Somebody in front of no page of the sites, or of one that does not answer. */
const NOTHING_TOLD: ToldState = { verdict: 'quiet', page: null, step: null, say: null, because: 'not a guided site', why: [] };

const QUIET: Record<string, Reason> = { 'not a guided site': 'not-guided', 'unknown page': 'unknown-page', 'nothing to say': 'nothing-to-say' };

export interface Known {
  pack: Pick<RulePack, 'rules'>;
  help: Pick<HelpPack, 'recoveries'>;
}

/**
 * What there is to say in a code.
 * @param told null where nobody answered
 * @param step the step at hand, for where there is no page
 */
export function partsOf(told: ToldState | null, progress: Progress, step: number, known: Known, table: PageTable = PAGE_TABLE): CodeParts {
  const state = told ?? NOTHING_TOLD;
  const edition = table.editions.length;
  const isTold = state.page !== null && (state.verdict === 'recognised' || state.verdict === 'degraded');
  const wanted = isTold ? state.page : nearestPage(state, known);
  const placed = pagesAt(table, edition).find(({ id }) => id === wanted);
  const page = placed?.id ?? null;
  const own = state.why.filter((line) => line.page === page);
  const recovery = progress.recovery?.id ?? null;
  return {
    edition,
    kind: state.verdict,
    reason: reasonOf(state),
    page,
    spot: isTold && placed !== undefined && state.say !== null ? spotOf(placed.look, ownTarget(state.say.target, page, progress, known), state.say.part) : 0,
    step: state.verdict === 'lost' ? (state.step ?? 0) : page === null ? step : null,
    failed: placed?.look.conditions.flatMap((_, condition) => (own[condition]?.passed === false ? [condition] : [])) ?? [],
    answers: progress.answers,
    visit: meets({ visit: 'again' }, progress, page) ? 'again' : 'first',
    recovery: recovery !== null && table.recoveries.includes(recovery) ? recovery : null,
  };
}

function reasonOf({ verdict, because, say }: ToldState): Reason | null {
  switch (verdict) {
    case 'recognised':
      return say?.isWaiting === true ? 'waiting' : say?.isWrong === true ? 'complained' : null;
    case 'degraded':
      return (because ?? 'page-changed') as Missing;
    case 'ambiguous':
      return because === 'translated' ? 'translated' : null;
    case 'quiet':
      return QUIET[String(because)] ?? 'nothing-to-say';
    case 'lost':
      return null;
  }
}

/** The page that came nearest, if at least half of what speaks for it is there. */
function nearestPage({ why }: ToldState, { pack }: Known): string | null {
  const nearest = why[0]?.page;
  const count = pack.rules.find(({ id }) => id === nearest)?.recognise.all.length ?? 0;
  const there = why.filter(({ page }) => page === nearest).slice(0, count);
  return nearest !== undefined && there.filter(({ passed }) => passed).length * 2 >= count ? nearest : null;
}

/** The number of a target in its rule; null where it is one of the way back, which come before those of the rule. */
function ownTarget(target: number | null, page: string | null, { recovery }: Progress, { help }: Known): number | null {
  const steps = help.recoveries.find(({ id }) => id === recovery?.id)?.steps ?? [];
  const before = steps.filter((step) => step.page === page).length;
  return target === null || target < before ? null : target - before;
}

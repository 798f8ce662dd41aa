import type { HelpPack, RulePack, Scenes } from '../../content-rules/schema';
import type { Broken } from '../../drills/break-page';
import type { JourneyEvent, Question } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';
import { type Caller, dueOf, missingOf } from './caller';

/** One page of the sites, as a caller has it in front of them: for the practice to play. */
export interface Scene {
  address: string;
  /** File below content-rules/. */
  replica: string;
  /** What the caller has done and answered. */
  events: readonly JourneyEvent[];
  broken: Broken;
}

/** Stands on what lies over a page, in the sites' language. */
const COVER = '公告';

/**
 * The page of a caller, broken as theirs is.
 * @returns null where no page is told, or none is drawn
 */
export function sceneOf(caller: Caller, scenes: Scenes, pack: RulePack, { recoveries }: HelpPack): Scene | null {
  const [shown] = caller.page === null ? [] : (scenes[caller.page] ?? []);
  if (shown === undefined || caller.page === null) return null;
  return {
    ...shown,
    events: eventsOf(caller, recoveries),
    broken: { conditions: caller.failed, missing: missingOf(caller), finders: dueOf(caller, pack)?.find ?? [], cover: COVER },
  };
}

function eventsOf({ progress, step, page }: Caller, recoveries: HelpPack['recoveries']): JourneyEvent[] {
  const { answers, recovery, arrivals } = progress;
  const done = Array.from({ length: Math.max(0, (step ?? progress.here) - 1) }, (_, index): JourneyEvent => ({ type: 'finished', step: index + 1 }));
  const said = Object.entries(answers).flatMap(([question, answer]): JourneyEvent[] =>
    answer === 'unsaid' ? [] : [{ type: 'answered', question: question as Question, answer }],
  );
  const known = recoveries.find(({ id }) => id === recovery?.id);
  const way = known === undefined ? [] : [{ type: 'began', recovery: known.id, until: known.until } as const];
  const times = page === null ? 0 : (arrivals[page] ?? 0);
  // The one that is played comes besides; between two arrivals the person was elsewhere.
  const before = page === null ? [] : Array.from({ length: Math.max(0, times - 1) }, () => [{ type: 'arrived', page, step: null } as const, WENT]).flat();
  return [...done, ...said, ...way, ...before];
}

const WENT = { type: 'went', place: 'elearn-home' } as const;

/** Whether a guide that plays the page comes to what the caller's came to. */
export function isSameSight({ kind, reason, page }: Caller, seen: Verdict): boolean {
  if (seen.kind !== kind) return false;
  if (seen.kind === 'degraded' && seen.missing !== reason) return false;
  return !('page' in seen) || seen.page === page;
}

import type { Progress } from '../../engine/progress';
import type { Located, Verdict } from '../../engine/verdict';
import type { ToldJourney } from './journey-format';
import type { ToldVerdict } from './verdict-format';

/** What is left of a verdict without the words in it and without its reasons. */
export function toldVerdict(verdict: Verdict): ToldVerdict {
  const numbers = (located: readonly Located[]) => located.map(({ element }) => element);
  switch (verdict.kind) {
    case 'recognised':
    case 'degraded': {
      const { kind, page, step, target, cautions, say, drift, extra } = verdict;
      return {
        kind,
        page,
        step,
        target: target?.element ?? null,
        ...(kind === 'degraded' ? { missing: verdict.missing } : {}),
        say: { ...say },
        cautions: cautions.map(({ id, about, held, choose, noted }) => ({
          id,
          about: numbers(about),
          held: numbers(held),
          choose: choose?.element ?? null,
          noted,
        })),
        drift,
        ...(extra === undefined ? {} : { extra: { sends: numbers(extra.sends), notices: [...extra.notices] } }),
      };
    }
    case 'ambiguous':
      return { kind: verdict.kind, pages: [...verdict.pages], step: verdict.step, ...(verdict.translated === true ? { translated: true as const } : {}) };
    case 'lost':
      return { kind: verdict.kind, step: verdict.step };
    case 'quiet':
      return { kind: verdict.kind, reason: verdict.reason };
  }
}

/** Progress as a report has it. */
export function toldJourney(progress: Progress): ToldJourney {
  const { answers, asked, here, reached, seen, lastPage, hasOtherRecords, sentFrom, arrivals, recovery } = progress;
  return {
    answers: { ...answers },
    asked: [...asked],
    here,
    reached,
    seen: [...seen],
    lastPage,
    ...(hasOtherRecords === undefined ? {} : { hasOtherRecords }),
    sentFrom: sentFrom ?? null,
    arrivals: Object.entries(arrivals).map(([page, times]) => ({ page, times })),
    recovery: recovery == null ? null : { id: recovery.id, until: [...recovery.until] },
  };
}

/** Progress as the engine takes it. */
export function progressOf({ arrivals, hasOtherRecords, ...told }: ToldJourney): Progress {
  return {
    ...told,
    ...(hasOtherRecords === undefined ? {} : { hasOtherRecords }),
    arrivals: Object.fromEntries(arrivals.map(({ page, times }) => [page, times])),
  };
}

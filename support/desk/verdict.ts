import type { RulePack } from '../../content-rules/schema';
import { wordsOf } from '../../engine/parts';
import type { Verdict } from '../../engine/verdict';
import { type Caller, dueOf, missingOf } from './caller';

/** The verdict that a caller's guide came to, as far as it is told: enough for the words of its card. */
export function verdictOf({ kind, reason, page, step, target, part }: Caller, pack: RulePack): Verdict {
  const why: Verdict['why'] = [];
  if (kind === 'lost') return { kind, step: step ?? 0, why };
  if (kind === 'ambiguous') return { kind, pages: page === null ? [] : [page], step, ...(reason === 'translated' ? { translated: true as const } : {}), why };
  if (kind === 'quiet' || page === null) return { kind: 'quiet', reason: 'unknown page', why };
  const say = { page, target, part, ...(reason === 'waiting' ? { isWaiting: true } : {}), ...(reason === 'complained' ? { isWrong: true } : {}) };
  const known = { page, step, target: null, cautions: [], say, drift: 0, why };
  if (kind === 'recognised') return { kind, ...known };
  return { kind, ...known, missing: missingOf({ reason }) ?? 'page-changed', look: wordsOf(dueOf({ page, target, part }, pack)?.find ?? []) };
}

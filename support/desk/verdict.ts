import type { RulePack } from '../../content-rules/schema';
import type { Missing, Verdict } from '../../engine/verdict';
import type { Caller } from './caller';

const MISSING = new Set<unknown>(['not-found', 'not-enabled', 'several', 'covered', 'page-changed']);

/** The verdict that a caller's guide came to, as far as it is told: enough for the words of its card. */
export function verdictOf({ kind, reason, page, step, target, part }: Caller, { rules }: RulePack): Verdict {
  const why: Verdict['why'] = [];
  if (kind === 'lost') return { kind, step: step ?? 0, why };
  if (kind === 'ambiguous') return { kind, pages: page === null ? [] : [page], step, ...(reason === 'translated' ? { translated: true as const } : {}), why };
  if (kind === 'quiet' || page === null) return { kind: 'quiet', reason: 'unknown page', why };
  const say = { page, target, part, ...(reason === 'waiting' ? { isWaiting: true } : {}), ...(reason === 'complained' ? { isWrong: true } : {}) };
  const known = { page, step, target: null, cautions: [], say, drift: 0, why };
  if (kind === 'recognised') return { kind, ...known };
  const rule = rules.find(({ id }) => id === page);
  const due = part === 0 || target === null ? rule?.targets[target ?? -1] : [rule?.targets[target]?.then ?? []].flat()[part - 1];
  const name = due?.find.find((finder) => finder.name !== undefined)?.name;
  const look = ([name ?? ''].flat()[0] ?? '').replace(/…$/u, '');
  return { kind, ...known, missing: MISSING.has(reason) ? (reason as Missing) : 'page-changed', look };
}

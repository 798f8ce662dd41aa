import { z } from 'zod/mini';
import type { ToldState } from '../support/state';

const page = z.string().check(z.regex(/^[a-z0-9/-]{1,60}$/));
const count = z.int().check(z.minimum(0), z.maximum(200));
const yes = z.optional(z.literal(true));

/** Of an explanation only what goes into a spoken code. Every word in it is an enum or the id of a rule. */
const toldState = z.object({
  verdict: z.enum(['recognised', 'degraded', 'ambiguous', 'lost', 'quiet']),
  page: z.nullable(page),
  step: z.nullable(z.int().check(z.minimum(0), z.maximum(11))),
  say: z.nullable(z.object({ target: z.nullable(count), part: count, isWrong: yes, isWaiting: yes })),
  because: z.nullable(
    z.enum(['not-found', 'not-enabled', 'several', 'covered', 'page-changed', 'not a guided site', 'unknown page', 'nothing to say', 'translated']),
  ),
  why: z.array(z.object({ page, passed: z.boolean() })).check(z.maxLength(2000)),
});

/** @returns null where it is no explanation */
export function parseToldState(explanation: unknown): ToldState | null {
  return toldState.safeParse(explanation).data ?? null;
}

import * as z from 'zod/mini';

export const pageId = z.string().check(z.regex(/^(?:elearn|egov|portal)\/\d\d-[a-z][a-z0-9-]{1,60}$/, 'expected the id of a page'));
export const step = z.nullable(z.int().check(z.minimum(0), z.maximum(11)));
const element = z.int().check(z.minimum(0), z.maximum(999_999));
const elements = z.array(element).check(z.maxLength(500));
const small = z.int().check(z.minimum(0), z.maximum(999));
export const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/, 'expected a short name'));
const kind = z.enum(['recognised', 'degraded', 'ambiguous', 'lost', 'quiet']);

/** What the guide came to say after it had said something else. */
export const change = z.strictObject({ kind, page: z.nullable(pageId), step, framed: z.boolean() });
export type VerdictChange = z.infer<typeof change>;

/** A verdict without words: elements by their numbers, pages and cautions by their ids. What does not apply is left out. */
export const told = z.strictObject({
  kind,
  page: z.optional(pageId),
  pages: z.optional(z.array(pageId).check(z.maxLength(200))),
  step: z.optional(step),
  target: z.optional(z.nullable(element)),
  missing: z.optional(z.enum(['not-found', 'not-enabled', 'several', 'covered', 'page-changed'])),
  reason: z.optional(z.enum(['not a guided site', 'unknown page', 'nothing to say'])),
  translated: z.optional(z.literal(true)),
  /** Which of the rule's sentences the card said. */
  say: z.optional(
    z.strictObject({
      page: pageId,
      target: z.nullable(small),
      part: small,
      isWrong: z.optional(z.boolean()),
      isBack: z.optional(z.boolean()),
      isPrefilled: z.optional(z.boolean()),
      isWaiting: z.optional(z.boolean()),
    }),
  ),
  cautions: z.optional(
    z.array(z.strictObject({ id: slug, about: elements, held: elements, choose: z.nullable(element), noted: z.boolean() })).check(z.maxLength(40)),
  ),
  drift: z.optional(small),
  extra: z.optional(z.strictObject({ sends: elements, notices: z.array(small).check(z.maxLength(40)) })),
});
export type ToldVerdict = z.infer<typeof told>;

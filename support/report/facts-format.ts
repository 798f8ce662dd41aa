import * as z from 'zod/mini';
import type { ControlFact, PageFacts, TextFact } from '../../engine/facts/types';

const number = z.int().check(z.minimum(0), z.maximum(999_999));
/** Words of the rules and shapes; which ones is asked once the form is known to be right. */
const words = z.string().check(z.maxLength(400), z.regex(/^[\p{L}\p{N}□]*$/u, 'expected letters, digits and □ only'));
const address = z.string().check(z.maxLength(600), z.regex(/^[\w.~%,:*/□-]*$/u, 'expected host and path without query'));
const place = z.array(z.int().check(z.minimum(0), z.maximum(99_999))).check(z.maxLength(500));
const column = z.nullable(z.int().check(z.minimum(0), z.maximum(9999)));

const text = z.strictObject({ words: z.array(words).check(z.maxLength(500)), whole: z.nullable(words), place, order: number, column });

const control = z.strictObject({
  element: number,
  role: z.enum(['button', 'radio', 'checkbox', 'field']),
  name: words,
  address,
  /** The number of where it leads; equal ones lead the same way. */
  leadsTo: z.string().check(z.regex(/^\d{0,4}$/, 'expected a number of at most four digits')),
  shown: z.boolean(),
  enabled: z.boolean(),
  covered: z.boolean(),
  inView: z.boolean(),
  checked: z.nullable(z.boolean()),
  left: z.boolean(),
  focused: z.boolean(),
  readOnly: z.optional(z.boolean()),
  complained: z.optional(z.boolean()),
  inSentence: z.boolean(),
  place,
  order: number,
  column,
});

/** What the engine saw of a document, as `toldFacts` leaves it (`engine/facts/told-facts.ts`). */
export const facts = z.strictObject({
  host: z.enum(['elearn.hrd.gov.tw', 'www.cp.gov.tw', 'www.gov.tw']),
  path: address,
  translated: z.boolean(),
  texts: z.array(text).check(z.maxLength(5000)),
  controls: z.array(control).check(z.maxLength(5000)),
});

type Facts = z.infer<typeof facts>;
/** The format has every part of the engine's facts, and no other: what is new there has to be thought of here. */
type SameKeys<A, B> = [keyof A, keyof B] extends [keyof B, keyof A] ? true : never;
true satisfies SameKeys<Facts, PageFacts>;
true satisfies SameKeys<Facts['texts'][number], TextFact>;
true satisfies SameKeys<Facts['controls'][number], ControlFact>;

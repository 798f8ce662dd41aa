import * as z from 'zod/mini';
import { QUESTIONS } from '../../engine/progress';
import { pageId, slug } from './verdict-format';

const step = z.int().check(z.minimum(0), z.maximum(11));

/** Where the person is and what they have answered: ids, enums and counts, as the guide keeps them. */
export const journey = z.strictObject({
  answers: z.strictObject({
    hours: z.enum([...QUESTIONS.hours, 'unsaid']),
    civil: z.enum([...QUESTIONS.civil, 'unsaid']),
    account: z.enum([...QUESTIONS.account, 'unsaid']),
    identify: z.enum([...QUESTIONS.identify, 'unsaid']),
  }),
  asked: z.array(z.enum(['hours', 'civil', 'account', 'identify'])).check(z.maxLength(4)),
  here: step,
  reached: step,
  seen: z.array(step).check(z.maxLength(12)),
  lastPage: z.nullable(pageId),
  hasOtherRecords: z.optional(z.boolean()),
  sentFrom: z.nullable(pageId),
  /** How often each page was arrived at. */
  arrivals: z.array(z.strictObject({ page: pageId, times: z.int().check(z.minimum(1), z.maximum(9999)) })).check(z.maxLength(200)),
  recovery: z.nullable(z.strictObject({ id: slug, until: z.array(pageId).check(z.maxLength(60)) })),
});
export type ToldJourney = z.infer<typeof journey>;

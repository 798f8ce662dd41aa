import { parseArgs } from 'node:util';
import { z } from 'zod';

const count = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number')
  .transform(Number);
const options = z.object({ seed: count.default(20261124), combinations: count.default(2000), continue: z.boolean().default(false) });

/**
 * Reads the words after `npm run drills --`: `--seed N`, `--combinations N`, and `--continue` for a run that was stopped.
 * @throws an Error of one sentence that names the option
 */
export function readDrillOptions(words: string[]): z.infer<typeof options> {
  const { values } = parseArgs({ args: words, options: { seed: { type: 'string' }, combinations: { type: 'string' }, continue: { type: 'boolean' } } });
  const read = options.safeParse(values);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '));
}

import { createHash } from 'node:crypto';
import type { HelpPack, RulePack } from '../../content-rules/schema';
import { shipped } from './shipped';

const LETTERS = 'abcdef';

/**
 * Twelve letters that tell these rules from any others: what can be worked out again from a report is the same as long as they are. Letters
 * only, so that no number of anybody can be taken for one.
 */
export function rulesMark(pack: RulePack, help: HelpPack): string {
  const hash = createHash('sha256')
    .update(shipped([pack, help]))
    .digest();
  return [...hash.subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

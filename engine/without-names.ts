import type { Verdict } from './verdict';

/** A verdict as it may leave its page: the names in it may say more than the rules know. */
export function withoutNames(verdict: Verdict): Verdict {
  return JSON.parse(JSON.stringify(verdict, (key, value) => (key === 'name' ? '' : value)));
}

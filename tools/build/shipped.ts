/** Parts of a rule that only its readers need. */
const UNSHIPPED = new Set(['is', 'what', 'done', 'cases', 'sources', 'verified']);

/** Rules as JSON, as the browser gets them. */
export function shipped(rules: unknown): string {
  return JSON.stringify(rules, (key, value) => (UNSHIPPED.has(key) ? undefined : value));
}

import type { VerdictChange } from './verdict-format';

/** How many changes of what the guide said are kept of a tab, and go into a report. */
export const CHANGES_AT_MOST = 50;

/** The last changes with one more, if it is one: saying the same once more is none. */
export function withChange(changes: readonly VerdictChange[], next: VerdictChange): readonly VerdictChange[] {
  const last = changes.at(-1);
  const isSame = last !== undefined && last.kind === next.kind && last.page === next.page && last.step === next.step && last.framed === next.framed;
  return isSame ? changes : [...changes, next].slice(-CHANGES_AT_MOST);
}

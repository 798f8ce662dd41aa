import { type Claim, frameThatSpeaks } from '../engine/settle';
import type { VerdictChange } from '../support/report/verdict-format';

/**
 * What is known of one tab while it is open: which frame says what, which held choices were let through, and what the guide came to say,
 * one after the other.
 */
export interface TabState {
  claims: Record<number, Claim>;
  armed: string[];
  changes?: readonly VerdictChange[];
}

export const NO_TAB_STATE: TabState = { claims: {}, armed: [] };

export function speakerOf(state: TabState): number | null {
  return frameThatSpeaks(new Map(Object.entries(state.claims).map(([frame, claim]) => [Number(frame), claim])));
}

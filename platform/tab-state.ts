import { type Claim, frameThatSpeaks } from '../engine/settle';

/** What is known of one tab while it is open: which frame says what, and which held choices were let through. */
export interface TabState {
  claims: Record<number, Claim>;
  armed: string[];
}

export const NO_TAB_STATE: TabState = { claims: {}, armed: [] };

export function speakerOf(state: TabState): number | null {
  return frameThatSpeaks(new Map(Object.entries(state.claims).map(([frame, claim]) => [Number(frame), claim])));
}

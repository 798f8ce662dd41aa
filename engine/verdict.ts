import type { CautionRule, ControlRole } from '../content-rules/schema';

/** One line of the explanation: a condition that was looked at, and whether it held. */
export interface Reason {
  page: string;
  condition: string;
  passed: boolean;
}

/** An element that a verdict speaks of: the number in the reading's list, and what it was found as. */
export interface Located {
  element: number;
  role: ControlRole;
  name: string;
}

/** A wrong choice that is on the page now. */
export interface CautionSeen {
  id: string;
  page: string;
  weight: CautionRule['weight'];
  /** The wrong choice's own elements. */
  about: Located[];
  /** The elements whose press is held now; empty where nothing is to be held at this moment. */
  held: Located[];
  /** The native radio or other control that is the right choice instead, where the rule names one. */
  choose: Located | null;
  /** For a note: whether it is to be shown now. */
  noted: boolean;
}

/** Which of the rule's sentences the card shows. */
export interface SayWhich {
  page: string;
  /** Number of the target in the rule, or null for the rule's own sentences. */
  target: number | null;
  /** How many of the target's things are done: 0 is the target itself, 1 the first of what follows it. */
  part: number;
  /** The page complains of that part. */
  isWrong?: boolean;
  /** The form was sent and has come back, emptied in parts. */
  isBack?: boolean;
  /** Some of the fields were filled in for the person. */
  isPrefilled?: boolean;
  /** The mail comes first, whatever the page. */
  isWaiting?: boolean;
}

/** What some pages have besides. */
export interface PageExtra {
  /** What sends the page's form. */
  sends: Located[];
  /** Numbers of the rule's notices whose words the page shows. */
  notices: number[];
}

/** `not-enabled`: it is there, but cannot be pressed or filled in yet. */
export type Missing = 'not-found' | 'not-enabled' | 'several' | 'covered' | 'page-changed';

/** What a look at one document says. It can always say why. */
export type Verdict = (
  | { kind: 'recognised'; page: string; step: number | null; target: Located | null; cautions: CautionSeen[]; say: SayWhich; drift: number; extra?: PageExtra }
  | {
      kind: 'degraded';
      page: string;
      step: number | null;
      target: null;
      cautions: CautionSeen[];
      say: SayWhich;
      missing: Missing;
      look: string;
      drift: number;
      extra?: PageExtra;
    }
  /** `translated`: it is not in the words that it was written in, so that it cannot be told. */
  | { kind: 'ambiguous'; pages: string[]; step: number | null; translated?: true }
  | { kind: 'lost'; step: number }
  | { kind: 'quiet'; reason: 'not a guided site' | 'unknown page' | 'nothing to say' }
) & { why: Reason[] };

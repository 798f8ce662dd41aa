import type { Condition, Journey } from '../content-rules/schema';

/** The questions the guide asks, each with the answers it knows. */
export const QUESTIONS = {
  hours: ['yes', 'no'],
  civil: ['yes', 'no'],
  account: ['yes', 'no'],
  identify: ['number', 'certificate', 'none'],
} as const;
export type Question = keyof typeof QUESTIONS;
/** What may be given for an answer. `other`: no account, but records under a login whose records cannot be combined. */
export const ANSWERS_GIVEN: Record<Question, readonly string[]> = { ...QUESTIONS, account: ['yes', 'no', 'other'] };
export type Answers = { [Q in Question]: (typeof QUESTIONS)[Q][number] | 'unsaid' };

/** Everything that is ever kept of a journey: ids and enums, in the order in which they happened. */
export type JourneyEvent =
  | { type: 'arrived'; page: string; step: number | null }
  | { type: 'answered'; question: Question; answer: string }
  /** The guide opened an official page for the person. */
  | { type: 'went'; place: string }
  /** The person says that a step is done (the mail came). */
  | { type: 'finished'; step: number }
  /** The person says that they are at another step. */
  | { type: 'corrected'; step: number }
  /** The person went on with a choice after its warning. Changes nothing; where it happens often, the rule is wrong. */
  | { type: 'insisted'; caution: string }
  /** The person has pressed what sends a form. Whether it was taken, the next page tells. */
  | { type: 'sent'; page: string }
  /** A way back from a wrong turn, and the pages whose arrival ends it. */
  | { type: 'began'; recovery: string; until: readonly string[] }
  /** The person has done with it, or would rather not. */
  | { type: 'ended' }
  | { type: 'restarted' }
  /** All events before it, added up: the keeper's alone, so that a journal never grows without end. */
  | { type: 'summed'; progress: Progress };

export interface Progress {
  answers: Answers;
  /** Questions that were put to the person, answered or skipped. */
  asked: readonly Question[];
  /** The step the person is at, 0 before the first. */
  here: number;
  /** The furthest step so far. */
  reached: number;
  /** Steps that were seen or confirmed. */
  seen: readonly number[];
  /** Page of the last arrival, null after the guide opened another. */
  lastPage: string | null;
  /** They have learnt under a Google, Facebook or Apple login. */
  hasOtherRecords?: boolean;
  /** The page whose form was sent last, as long as no other page has come. */
  sentFrom: string | null;
  /** How often each page was arrived at; in a recovery, since it began. */
  arrivals: Readonly<Record<string, number>>;
  /** The way back that is under way. */
  recovery: { id: string; until: readonly string[] } | null;
}

export const NO_PROGRESS: Progress = {
  answers: { hours: 'unsaid', civil: 'unsaid', account: 'unsaid', identify: 'unsaid' },
  asked: [],
  here: 0,
  reached: 0,
  seen: [],
  lastPage: null,
  sentFrom: null,
  arrivals: {},
  recovery: null,
};

/** Whether what storage gave has the shape of progress. */
export function isProgress(value: unknown): value is Progress {
  const { answers, asked, here, reached, seen, lastPage, sentFrom, arrivals, recovery } = (value ?? {}) as Record<string, unknown>;
  const isTable = (table: unknown) => typeof table === 'object' && table !== null;
  return (
    isTable(answers) &&
    isTable(arrivals) &&
    Array.isArray(asked) &&
    Array.isArray(seen) &&
    Number.isInteger(here) &&
    Number.isInteger(reached) &&
    (lastPage === null || typeof lastPage === 'string') &&
    // Those kept by an earlier version do not have these.
    (sentFrom == null || typeof sentFrom === 'string') &&
    (recovery == null || Array.isArray((recovery as { until?: unknown }).until))
  );
}

const LAST_STEP = 11;
export const MAIL_STEP = 9;
/** Steps 2 to 9 make the account; someone who has one needs none of them. */
const LAST_NEEDLESS_STEP = 9;

function at(progress: Progress, step: number): Progress {
  return { ...progress, here: step, reached: Math.max(progress.reached, step), seen: [...new Set([...progress.seen, step])] };
}

function apply(progress: Progress, event: JourneyEvent, tells: Journey['tells']): Progress {
  switch (event.type) {
    case 'arrived': {
      const recovery = progress.recovery?.until.includes(event.page) === true ? null : progress.recovery;
      // A way back passes pages of earlier steps, and nobody is thrown back to those by it.
      const arrived = event.step === null || recovery !== null ? progress : at(progress, event.step);
      const { account, ...told } = tells[event.page] ?? {};
      // Who said that they have an account keeps it: led on to register they would make a second one.
      const keepsAccount = account === undefined || arrived.answers.account === 'yes';
      return {
        ...arrived,
        answers: { ...arrived.answers, ...(told as Partial<Answers>), ...(keepsAccount ? {} : { account: account as Answers['account'] }) },
        recovery,
        lastPage: event.page,
        sentFrom: event.page === progress.sentFrom ? event.page : null,
        arrivals: { ...arrived.arrivals, [event.page]: (arrived.arrivals[event.page] ?? 0) + 1 },
      };
    }
    case 'answered':
      return {
        ...progress,
        answers: { ...progress.answers, [event.question]: event.answer === 'other' ? 'no' : event.answer },
        hasOtherRecords: event.question === 'account' ? event.answer === 'other' || undefined : progress.hasOtherRecords,
        asked: [...new Set([...progress.asked, event.question])],
      };
    case 'went':
      return { ...progress, lastPage: null, sentFrom: null };
    case 'insisted':
      return progress;
    case 'sent':
      return { ...progress, sentFrom: event.page };
    case 'began': {
      const { recovery: id, until } = event;
      return { ...progress, recovery: { id, until }, arrivals: progress.lastPage === null ? {} : { [progress.lastPage]: 1 } };
    }
    case 'ended':
      return { ...progress, recovery: null };
    case 'finished': {
      const finished = at(progress, Math.min(event.step + 1, LAST_STEP));
      return { ...finished, recovery: null, seen: [...new Set([...finished.seen, event.step])] };
    }
    case 'corrected': {
      const before = Array.from({ length: event.step }, (_, index) => index + 1);
      return { ...progress, here: event.step, reached: event.step, seen: before, recovery: null };
    }
    case 'restarted':
      return NO_PROGRESS;
    case 'summed':
      return { ...NO_PROGRESS, ...event.progress };
  }
}

/** The events added up, without what only follows from their sum: what may stand in their place. */
export function sumEvents(events: readonly JourneyEvent[], tells: Journey['tells']): Progress {
  return events.reduce((sum, event) => apply(sum, event, tells), NO_PROGRESS);
}

/**
 * Progress is this fold of the events, made anew after each.
 * Someone who was on the last page before the account exists has none; someone who finished registration has one.
 */
export function foldProgress(events: readonly JourneyEvent[], tells: Journey['tells']): Progress {
  const progress = sumEvents(events, tells);
  const { account } = progress.answers;
  if (account !== 'yes' && progress.seen.includes(9) && progress.reached >= 10) {
    return { ...progress, answers: { ...progress.answers, account: 'yes' } };
  }
  if (account === 'unsaid' && progress.seen.includes(6) && progress.reached >= 7) {
    return { ...progress, answers: { ...progress.answers, account: 'no' } };
  }
  return progress;
}

/** Whether an arrival would be new: a reload or a postback of the same page is none. */
export function isArrival(progress: Progress, page: string): boolean {
  return progress.lastPage !== page;
}

/** Registered, and the mail has neither been confirmed nor made needless by an account that works. */
export function awaitsMail({ reached, seen, answers }: Progress): boolean {
  return reached === MAIL_STEP && seen.includes(MAIL_STEP) && answers.account !== 'yes' && answers.civil !== 'yes';
}

/** Under way: past the first page and not yet among the courses, or on a way back; and not someone the guide has stepped back for. */
export function isUnderWay({ reached, recovery, answers }: Progress): boolean {
  return (recovery !== null || (reached >= 2 && reached < LAST_STEP)) && answers.civil !== 'yes';
}

/** Whether the person's answers, and the number of times they landed on this page, meet a rule's condition. */
export function meets(condition: Condition | undefined, progress: Progress, page: string | null): boolean {
  if (condition === undefined) return true;
  const asked = (question: Question) => {
    const wanted = condition[question];
    return wanted === undefined || ([] as string[]).concat(wanted).includes(progress.answers[question]);
  };
  if (!asked('hours') || !asked('civil') || !asked('account') || !asked('identify')) return false;
  if (condition.visit === undefined) return true;
  const landings = page === null ? 0 : (progress.arrivals[page] ?? 0) + (isArrival(progress, page) ? 1 : 0);
  return ([] as string[]).concat(condition.visit).includes(landings >= 2 ? 'again' : 'first');
}

/** The next of the short questions, or null: at most four, and none that the answers so far make needless. */
export function nextQuestion({ answers, asked }: Progress): Question | null {
  const isOpen = (question: Question) => answers[question] === 'unsaid' && !asked.includes(question);
  if (answers.civil === 'yes') return null;
  if (isOpen('hours')) return 'hours';
  if (isOpen('civil')) return 'civil';
  if (isOpen('account')) return 'account';
  return answers.account !== 'yes' && answers.hours !== 'no' && isOpen('identify') ? 'identify' : null;
}

export type StepState = 'done' | 'here' | 'next' | 'not-needed' | 'later';

/** The state of each of the eleven steps, for the popup. */
export function stepStates(progress: Progress, journey: Journey): StepState[] {
  let nextGiven = false;
  return journey.steps.map(({ step, needless }) => {
    if (step === progress.here) return 'here';
    const isNeedless = needless !== undefined && meets(needless, progress, null);
    // Who came past a later one of the needless steps has done this one, too, even if no page of it was seen (step 3).
    const wasPassed = progress.seen.some((seen) => seen >= step && seen <= LAST_NEEDLESS_STEP);
    if (step < progress.reached && (!isNeedless || wasPassed)) return 'done';
    if (isNeedless) return 'not-needed';
    if (nextGiven || step < progress.here) return 'later';
    nextGiven = true;
    return 'next';
  });
}

import { ANSWERS_GIVEN, isProgress, type JourneyEvent, QUESTIONS, type Question } from '../engine/progress';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';

/** Events lie under keys of their own, `p:<seq>:<step>`, so that two writers can never overwrite each other. */
export const EVENT_KEY = /^p:(\d{8}):(\d{1,2})$/;
export const SETTINGS_KEY = 'settings';
export const SET_ASIDE = 'set-aside:';

export interface Journal {
  /** Those since the newest that stands for all before it. */
  events: JourneyEvent[];
  /** The marks of what was asked for once only, as far as the events go back. */
  marks: ReadonlySet<string>;
  /** The number of the newest event that stands for all before it, 0 where there is none. */
  base: number;
  settings: Settings;
  /** The highest number in use, 0 where there is none. */
  lastNumber: number;
  /** Keys whose value cannot be read: damaged, or written by a newer version. */
  unreadable: string[];
  /** Some earlier records were put aside, and the person has not yet seen the note about it. */
  hasSetAside: boolean;
}

export function eventKey(number: number, event: JourneyEvent): string {
  const step = 'step' in event ? (event.step ?? 0) : 0;
  return `p:${String(number).padStart(8, '0')}:${step}`;
}

/** Makes a journal of everything in storage. Nothing is thrown away: what cannot be read is named. */
export function parseJournal(stored: Record<string, unknown>): Journal {
  const numbered: { number: number; event: JourneyEvent; mark: unknown }[] = [];
  const unreadable: string[] = [];
  let base = 0;
  let lastNumber = 0;
  let settings = DEFAULT_SETTINGS;
  let aside = 0;
  for (const [key, value] of Object.entries(stored)) {
    if (key.startsWith(SET_ASIDE)) {
      aside += 1;
    } else if (key === SETTINGS_KEY) {
      const parsed = parseSettings(value);
      if (parsed === null) unreadable.push(key);
      else settings = parsed;
    } else if (key.startsWith('p:')) {
      const number = Number(EVENT_KEY.exec(key)?.[1] ?? 0);
      lastNumber = Math.max(lastNumber, number);
      const event = parseEvent(value);
      if (event === null || number === 0) unreadable.push(key);
      else numbered.push({ number, event, mark: (value as { mark?: unknown }).mark });
      if (event !== null && standsForAll(event)) base = Math.max(base, number);
    }
  }
  // By number, never by a clock, which people set back.
  numbered.sort((a, b) => a.number - b.number);
  const current = numbered.filter(({ number }) => number >= base);
  return {
    events: current.map(({ event }) => event),
    marks: new Set(current.flatMap(({ mark }) => (typeof mark === 'string' ? mark : []))),
    base,
    settings,
    lastNumber,
    unreadable,
    hasSetAside: aside > settings.asideSeen,
  };
}

/** Keys of events that a newer one stands for: nobody needs them any more. */
export function outdatedKeys(stored: Record<string, unknown>, base: number): string[] {
  return Object.keys(stored).filter((key) => Number(EVENT_KEY.exec(key)?.[1] ?? base) < base);
}

function standsForAll({ type }: JourneyEvent): boolean {
  return type === 'restarted' || type === 'summed';
}

const PAGE = /^(elearn|egov|portal)\/\d\d-[a-z0-9-]{1,40}$/;
const CAUTION = /^(elearn|egov|portal)\/\d\d-[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/;
const PLACE = /^[a-z-]{1,30}$/;
const RECOVERY = /^[a-z][a-z0-9-]{2,39}$/;

/** Checks one event, from storage or from a message; null where it is none that this version knows. */
export function parseEvent(value: unknown): JourneyEvent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, page, step, question, answer, place, caution, progress, recovery, until } = value as Record<string, unknown>;
  switch (type) {
    case 'arrived':
      return typeof page === 'string' && PAGE.test(page) && (step === null || isStep(step)) ? { type, page, step } : null;
    case 'answered':
      return isAnswer(question, answer) ? { type, question, answer: answer as string } : null;
    case 'went':
      return typeof place === 'string' && PLACE.test(place) ? { type, place } : null;
    case 'insisted':
      return typeof caution === 'string' && CAUTION.test(caution) ? { type, caution } : null;
    case 'sent':
      return typeof page === 'string' && PAGE.test(page) ? { type, page } : null;
    case 'began':
      return typeof recovery === 'string' &&
        RECOVERY.test(recovery) &&
        Array.isArray(until) &&
        until.every((each) => typeof each === 'string' && PAGE.test(each))
        ? { type, recovery, until }
        : null;
    case 'finished':
    case 'corrected':
      return isStep(step) ? { type, step } : null;
    case 'ended':
    case 'restarted':
      return { type };
    case 'summed':
      return isProgress(progress) ? { type, progress } : null;
    default:
      return null;
  }
}

function isStep(step: unknown): step is number {
  return Number.isInteger(step) && (step as number) >= 1 && (step as number) <= 11;
}

function isAnswer(question: unknown, answer: unknown): question is Question {
  if (typeof question !== 'string' || typeof answer !== 'string' || !Object.hasOwn(QUESTIONS, question)) return false;
  return answer === 'unsaid' || ANSWERS_GIVEN[question as Question].includes(answer);
}

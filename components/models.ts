import type { Language } from '../content-rules/schema';
import type { Question } from '../engine/progress';

/** A button of the card that does something in our own world, and its words. */
export interface CardButton {
  action: 'open' | 'show-me' | 'mail-came' | 'mail-not-yet' | 'begin' | 'leave';
  label: string;
  /** For `open`: which official place. */
  place?: string;
  /** For `begin`: which way back. */
  recovery?: string;
}

/** One thing that 「我卡住了」 shows: the question with its answers, or an answer with what to do. */
export interface StuckTopic {
  /** Of the cause or the way back: the support desk tells them by it. */
  id: string;
  /** How it is called on its button. */
  sign: string;
  /** What to do first, then the rest. */
  say: string[];
  topics: StuckTopic[];
  buttons: CardButton[];
  /** Whom to call, when, and what to say. */
  call: string[];
  /** The words of the button that leaves it. */
  close: string;
  /** What to read to support: of the question alone, and shown under each of its answers. */
  code?: SpokenCode;
}

/** A spoken code and what is said of it. */
export interface SpokenCode {
  read: string;
  /** Three times five digits. */
  groups: string[];
  holds: string;
  /** The words of the button that copies it: before, when it is copied, and where that cannot be done. */
  copy: string;
  copied: string;
  notCopied: string;
}

/** One of the short questions, as the card and the popup show it. */
export interface QuestionModel {
  question: Question;
  text: string;
  hint: string | null;
  options: { answer: string; label: string }[];
}

/** What the card says of the hours of courses. */
export interface HoursSentences {
  /** In place of the rule's sentence: what one course gives. */
  do?: string;
  notes: string[];
}

/** Everything the card shows. */
export interface CardModel {
  language: Language;
  title: string;
  do: string;
  why: string;
  notes: string[];
  buttons: CardButton[];
  /** Asked on the first card until answered or skipped. */
  question: QuestionModel | null;
  /** One line only, until the person unfolds it. */
  isFolded: boolean;
  /** There is no more to it than that line. */
  staysFolded?: boolean;
  /** Name and number to call for this step. */
  hotline: { name: string; telephone: string };
  /** Not sure of the page: drawn as such. */
  isUnsure: boolean;
}

/** A held choice and what is said about it. */
export interface CautionModel {
  language: Language;
  id: string;
  title: string;
  body: string;
  safe: string;
  insist: string;
  /** The name of the control that was held, for 「請再按一次」. */
  control: string;
}

import type { Language } from '../content-rules/schema';
import type { Question } from '../engine/progress';

/** A button of the card that does something in our own world, and its words. */
export interface CardButton {
  action: 'open' | 'show-me' | 'mail-came' | 'mail-not-yet';
  label: string;
  /** For `open`: which official place. */
  place?: string;
}

/** One of the short questions, as the card and the popup show it. */
export interface QuestionModel {
  question: Question;
  text: string;
  hint: string | null;
  options: { answer: string; label: string }[];
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
  /** The words that 「我卡住了」 tells to look for, '' where there are none. */
  look: string;
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

import type { ControlRole } from '../../content-rules/schema';

/**
 * What one look at a document saw: plain data, so that a verdict can be worked out again from it elsewhere.
 * Only words that occur in the rules are in it, no values of fields, no query strings.
 */
export interface PageFacts {
  host: string;
  /** Path in lower case (the account site answers to any case). */
  path: string;
  /** The page is not in the language it was written in: a translator has been at work. */
  translated: boolean;
  /** Blocks of text that hold words of the rules, in document order, shown ones only. */
  texts: TextFact[];
  /** Controls that bear a name or an address that the rules know, in document order. */
  controls: ControlFact[];
}

/** Where a fact stands: the child numbers from the root down to it. Its length is its depth. */
export type Place = readonly number[];

export interface TextFact {
  /** The rule words found in it, normalised. */
  words: string[];
  /** The words that make up the whole block, or null where the block says more. */
  whole: string | null;
  place: Place;
  /** Number in document order, counted together with the controls. */
  order: number;
  /** Column of the table cell that holds it, or null. */
  column: number | null;
}

export interface ControlFact {
  /** Number of the element in the reading's list of elements. */
  element: number;
  role: ControlRole;
  /** Accessible name, normalised; only where the rules know it, else empty. */
  name: string;
  /** Host and path of a link in lower case, without query; empty for others. */
  address: string;
  /** What a press leads to, for telling equal twins: an address with its query hashed, or the form it submits. Empty: not known. */
  leadsTo: string;
  shown: boolean;
  enabled: boolean;
  /** Something lies over it, or it stands behind a dialog. */
  covered: boolean;
  /** In the part of the page that is seen now. */
  inView: boolean;
  /** Radios and boxes: whether chosen; null where it cannot be known. */
  checked: boolean | null;
  /** Fields: the person was in it and has left it. Never what they wrote. */
  left: boolean;
  /** The person is in it now. */
  focused: boolean;
  /** Filled in for the person, who cannot change it. */
  readOnly?: boolean;
  /** After the form was sent: the page complains of what is in it. */
  complained?: boolean;
  /** A link amid the words of a sentence. */
  inSentence: boolean;
  place: Place;
  order: number;
  column: number | null;
}

/** What the browser can tell of an element beyond its markup. The engine has no layout of its own. */
export interface Sight {
  isShown(element: Element): boolean;
  /** Shown, but the edge of a closed box leaves nothing of it to be seen. */
  isCutOff(element: Element): boolean;
  isCovered(element: Element): boolean;
  isInView(element: Element): boolean;
  wasLeft(element: Element): boolean;
  /** Of the choices that do not tell whether they are made, the person has pressed it last. */
  wasChosen?(element: Element): boolean;
  hasFocus(element: Element): boolean;
  /** Set in a line like a word of it. False for what stands as a block or box of its own, however it is marked up. */
  flowsInText(element: Element): boolean;
}

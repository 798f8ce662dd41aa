import type { Verdict } from '../engine/verdict';
import type { FromPage, ToPage } from './messages';
import type { Shown } from './overlay';
import type { View } from './view';

/** What a guide stands in: a page of the sites with the extension's background behind it, or one that the practice plays. */
export interface Surroundings {
  /** Host and path of the page, as the rules know them. */
  address(document: Document): { host: string; path: string };
  /** How many frames the window lies inside others: 0 for the page itself. */
  depth(view: Window): number;
  /** Asks the keeper. Null where nobody answers. */
  ask<T>(message: FromPage): Promise<T | null>;
  /** What is known of the journey; null where that cannot be read. */
  readView(): Promise<View | null>;
  /**
   * Called once.
   * @param hear gets what the keeper says; undefined: nothing is answered
   * @param take gets each new view
   */
  listen(hear: (message: ToPage) => Promise<unknown> | undefined, take: (view: View) => void): void;
  /** Nobody keeps the journey any more: the extension was updated or removed. */
  isOrphan(): boolean;
  /** Puts a style sheet into our shadow root. */
  addStyle(root: ShadowRoot, text: string): void;
  /** Told after each look what is drawn. */
  drawn?(shown: Shown, verdict: Verdict): void;
}

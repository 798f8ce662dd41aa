import type { HANDOUTS } from '../../classroom/kit';
import type { Language } from '../../content-rules/schema';

export type Sheet = (typeof HANDOUTS)[number];

/** In points. */
export const SIZES = [12, 16, 20] as const;
export type Size = (typeof SIZES)[number];

export const MOST_CARDS = 99;

/** What is to be printed. */
export interface HandoutChoice {
  sheet: Sheet;
  /** The first stands first; two are printed one below the other. */
  languages: readonly Language[];
  size: Size;
  cards: number;
}

import table from './page-table.json';

/**
 * Which number stands for which page, thing pointed at and condition, edition by edition. Only ever added to: a page that is renamed keeps its
 * place, one that is removed gets `gone`, one whose rule has changed gets another look. `npm run new-edition` does that.
 */
export interface PageTable {
  /** The date of the rules of each edition, as 2026-11-30; the first is edition 1. */
  editions: readonly string[];
  pages: readonly TablePage[];
  /** Ways back, by their number less one. */
  recoveries: readonly string[];
}

export interface TablePage {
  /** As it is called now. */
  id: string;
  /** As it was called before. */
  was?: readonly string[];
  looks: readonly PageLook[];
  /** The first edition without it. */
  gone?: number;
}

/** What a page's rule was from one edition on. */
export interface PageLook {
  since: number;
  /** Its lines of evidence, then those that speak against it, then its addresses, as explanations have them. */
  conditions: readonly string[];
  /** For each target the words of what is pointed at, part by part; '' where nothing is. */
  targets: readonly (readonly string[])[];
}

export const PAGE_TABLE: PageTable = table;

/** Places 0 to 11 are steps without a page, 0 none at all. */
export const STEP_PLACES = 12;

/** A page at one edition, and where its places begin: the first is the page's own words, each further one a thing that is pointed at. */
export interface PlacedPage {
  id: string;
  look: PageLook;
  first: number;
  /** What it says is what the newest edition says. */
  isCurrent: boolean;
}

/** All pages of an edition, in the order of their places. */
export function pagesAt({ pages }: PageTable, edition: number): PlacedPage[] {
  let first = STEP_PLACES;
  return pages.flatMap(({ id, looks, gone = Number.POSITIVE_INFINITY }) => {
    const look = looks.filter(({ since }) => since <= edition).at(-1);
    if (look === undefined || edition >= gone) return [];
    const placed = { id, look, first, isCurrent: look === looks.at(-1) && gone === Number.POSITIVE_INFINITY };
    first += placesOf(look);
    return [placed];
  });
}

/** How many places a page takes. */
export function placesOf({ targets }: PageLook): number {
  return 1 + targets.reduce((sum, parts) => sum + parts.length, 0);
}

/** @param target its number in the rule. @returns the page's own words (0) where there is no such thing */
export function spotOf({ targets }: PageLook, target: number | null, part: number): number {
  if (target === null || part >= (targets[target]?.length ?? 0)) return 0;
  return 1 + targets.slice(0, target).reduce((sum, parts) => sum + parts.length, 0) + part;
}

/** What a spot is: undefined is the page's own words. */
export function partAt({ targets }: PageLook, spot: number): { target: number; part: number; words: string } | undefined {
  return targets.flatMap((parts, target) => parts.map((words, part) => ({ target, part, words })))[spot - 1];
}

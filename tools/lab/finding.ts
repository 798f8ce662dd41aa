import type { Explanation } from '../../platform/messages';
import type { NearRule } from './nearest';
import type { PrintedElement } from './printed';

/** What the person is told on a page, as the guide itself tells it. */
export interface ToldOfPage extends Pick<Explanation, 'verdict' | 'page' | 'step' | 'target' | 'cautions' | 'card'> {
  /** Host and path of the frame that speaks; null where it is the page itself. */
  frame: string | null;
  why: { page: string | null; condition: string; passed: boolean }[];
}

/** What the laboratory prints of one page. */
export interface Finding extends Omit<ToldOfPage, 'target' | 'cautions'> {
  target: PrintedElement | null;
  cautions: { id: string; target: PrintedElement | null }[];
  /** Where the page is not recognised: the rules it comes nearest to, and what it misses of them. */
  nearest: NearRule[];
}

/** On a page that the extension does not serve nothing has to be looked at to know. */
export const NOT_GUIDED: Finding = {
  verdict: 'quiet',
  page: null,
  step: null,
  frame: null,
  target: null,
  cautions: [],
  card: null,
  why: [{ page: null, condition: 'not a guided site', passed: false }],
  nearest: [],
};

/**
 * What the person is told, out of what each document of the tab explains: the word of the frame that speaks.
 *
 * @param explanations at least that of the page itself
 */
export function findingOf(explanations: readonly Explanation[]): ToldOfPage {
  const told = explanations.find(({ speaks }) => speaks) ?? explanations.find(({ frame }) => frame === 0);
  if (told === undefined) throw new Error('Nobody in the tab has explained anything.');
  const { verdict, page, step, target, cautions, card, why } = told;
  return { verdict, page, step, frame: told.frame === 0 ? null : told.address, target, cautions, card, why };
}

import { cardFor } from '../../components/card-model';
import type { CardModel } from '../../components/models';
import type { PagePack } from '../../content-rules/schema';
import { partOf } from '../../engine/parts';
import { isUnderWay, type Progress } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';

/**
 * What became of the guide on a redesigned page. `same`: the same element, or the same words where none is pointed at. `words`: no ring, and the
 * card names what is to be done by the right words. `vague`: it says that it is unsure, and nothing that helps.
 */
export const OUTCOMES = ['same', 'words', 'vague', 'lost', 'quiet', 'WRONG ELEMENT', 'WRONG PAGE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one look said, and the element it points at: the one of the untouched page that it stands for. */
export interface Seen {
  verdict: Verdict;
  pointed: Element | null;
  /** The right element lies under something. */
  isCovered: boolean;
}

/** What both looks have in common. */
export interface Person {
  pack: PagePack;
  progress: Progress;
}

export function outcomeOf(before: Seen, after: Seen, target: Element | null, person: Person): Outcome {
  const page = pageOf(after.verdict);
  if (page !== null && page !== pageOf(before.verdict)) return 'WRONG PAGE';
  if (after.pointed !== null && after.pointed !== target) return 'WRONG ELEMENT';
  const { kind } = after.verdict;
  const card = cardOf(after.verdict, person);
  const meant = cardOf(before.verdict, person);
  // The guide has stepped back: there is nothing to say to this person.
  if (meant === null && card === null) return 'same';
  if (pageOf(before.verdict) === null) return kind === before.verdict.kind ? 'same' : kind === 'quiet' || kind === 'lost' ? kind : 'vague';
  if (kind === before.verdict.kind && after.pointed === before.pointed && card?.do === meant?.do) return 'same';
  if (kind === 'quiet') return 'quiet';
  if (card !== null && saysWhatToDo(card, meant, before, after, person)) return 'words';
  return kind === 'lost' && card?.buttons[0]?.label.includes(String(person.progress.here)) === true ? 'lost' : 'vague';
}

/** Words that the person is right to follow: the control's own, the sentence of the untouched page, or what stands in the way. */
function saysWhatToDo(card: CardModel, meant: CardModel | null, before: Seen, after: Seen, person: Person): boolean {
  const said = `${card.title}\n${card.do}`;
  const { verdict } = after;
  // Nobody can be told where to press on a page of other words: the way back to the words it was written in is what helps.
  if (verdict.kind === 'ambiguous' && verdict.translated === true) return true;
  if (verdict.kind === 'ambiguous') return said.includes(`「${titleOf(before.verdict, person.pack)}」`);
  if (verdict.kind === 'degraded' && verdict.missing === 'covered') return after.isCovered;
  if (meant !== null && card.do === meant.do) return true;
  return namesOf(before.verdict, person.pack).some((name) => said.includes(`「${name}」`));
}

/** What the site calls the thing that was to be pressed, as the rule has it: the words that may stand on the card. */
function namesOf(verdict: Verdict, pack: PagePack): string[] {
  if (verdict.kind !== 'recognised' && verdict.kind !== 'degraded') return [];
  const target = pack.rules.find(({ id }) => id === verdict.page)?.targets[verdict.say.target ?? -1];
  const due = partOf(target, verdict.say.part);
  return (due?.find ?? []).flatMap(({ name }) => name ?? []).map((name) => name.replace(/…$/u, ''));
}

function titleOf(verdict: Verdict, pack: PagePack): string | undefined {
  return pack.rules.find(({ id }) => id === pageOf(verdict))?.say['zh-TW'].title;
}

export function cardOf(verdict: Verdict, { pack, progress }: Person): CardModel | null {
  return cardFor(verdict, { pack, progress, language: 'zh-TW', isOutOfView: false, pressAgain: null, mailIsLate: false });
}

export function pageOf(verdict: Verdict): string | null {
  return verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict.page : null;
}

/** Silence in the middle of the journey, on one of its own pages. */
export function isDeadEnd(before: Seen, outcome: Outcome, { progress }: Person): boolean {
  return outcome === 'quiet' && pageOf(before.verdict) !== null && isUnderWay(progress);
}

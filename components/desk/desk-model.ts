import type { Cause, Language } from '../../content-rules/schema';
import { callScript, type ScriptLine } from '../../support/desk/call-script';
import type { Caller } from '../../support/desk/caller';
import { verdictOf } from '../../support/desk/verdict';
import { packWith, type Rules } from '../../support/report/rules';
import { cardFor } from '../card-model';
import type { CardModel } from '../models';
import { causesAt, recoveryOfSite } from '../stuck-model';

/** What the guide said to a caller, in both languages. */
export interface CallerCards {
  chinese: CardModel;
  english: CardModel;
}

/** Null where the guide was silent. */
export function cardsOf(caller: Caller, rules: Rules): CallerCards | null {
  const { recovery } = caller.progress;
  const pack = packWith(rules, (id) => id === recovery?.id);
  const site = caller.page?.split('/')[0] ?? null;
  const way = recovery === null ? null : recoveryOfSite(rules.help, rules.pack, recovery.id, site, 'chrome');
  const card = (language: Language) =>
    cardFor(verdictOf(caller, rules.pack), {
      pack,
      progress: caller.progress,
      language,
      isOutOfView: false,
      pressAgain: null,
      mailIsLate: false,
      recovery: way,
    });
  const chinese = card('zh-TW');
  const english = card('en');
  return chinese === null || english === null ? null : { chinese, english };
}

/** The call script for a caller. @param cards what the guide said to them, as `cardsOf` gives it */
export function scriptOf(caller: Caller, cards: CallerCards | null, { pack, help }: Rules, language: Language): ScriptLine[] {
  const card = language === 'en' ? cards?.english : cards?.chinese;
  return callScript(caller, card ?? null, likelyCauses(caller, help), pack, language);
}

/** Why somebody may be stuck there, the most likely first. */
export function likelyCauses({ page, step, progress }: Caller, help: Rules['help']): Cause[] {
  return causesAt(help, { page, step: step ?? 1, progress });
}

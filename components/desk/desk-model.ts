import type { Cause, Language } from '../../content-rules/schema';
import { callScript, type ScriptLine } from '../../support/desk/call-script';
import type { Caller } from '../../support/desk/caller';
import { verdictOf } from '../../support/desk/verdict';
import { packWith, type Rules } from '../../support/report/rules';
import { cardFor } from '../card-model';
import type { CardModel } from '../models';
import { causesAt, recoveryOfSite } from '../stuck-model';

/** What the guide said to a caller, in Chinese and in English. Null where it was silent. */
export function cardsOf(caller: Caller, rules: Rules): { chinese: CardModel; english: CardModel } | null {
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

/** The call script for a caller, with the causes that are most likely there. */
export function scriptOf(caller: Caller, { pack, help }: Rules, language: Language): ScriptLine[] {
  const cards = cardsOf(caller, { pack, help, versions: { date: '', mark: '' } });
  const card = language === 'en' ? cards?.english : cards?.chinese;
  return callScript(caller, card ?? null, likelyCauses(caller, { help }), pack, language);
}

/** Why somebody may be stuck there, the most likely first. */
export function likelyCauses({ page, step, progress }: Caller, { help }: Pick<Rules, 'help'>): Cause[] {
  return causesAt(help, { page, step: step ?? 1, progress });
}

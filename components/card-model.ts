import type { CautionRule, Language, PagePack, RecoveryOfSite, Sentences } from '../content-rules/schema';
import { partOf } from '../engine/parts';
import type { Progress } from '../engine/progress';
import type { CautionSeen, Verdict } from '../engine/verdict';
import { type CardWords, cardWordsOf } from './card-words';
import { fill } from './fill';
import type { CardButton, CardModel, HoursSentences } from './models';
import { questionFor } from './question-model';

/** What the words of a card depend on, besides the verdict. */
export interface CardSituation {
  pack: PagePack;
  progress: Progress;
  language: Language;
  /** The target lies outside the part of the page that is seen. */
  isOutOfView: boolean;
  /** The control that was let through after a warning, to be pressed once more. */
  pressAgain: string | null;
  /** The person said that the mail has not come. */
  mailIsLate: boolean;
  /** By the person's wish no press is held; what is said of the choice then stands on the card. */
  holdsNothing?: boolean;
  /** The way back that is under way; its targets are in the pack already. */
  recovery?: RecoveryOfSite | null;
  /** What the page says of the hours of courses. */
  hours?: HoursSentences | null;
}

/** The card for a verdict, or null where there is nothing to say. Pure: the same words for the page, the popup and the laboratory. */
export function cardFor(verdict: Verdict, situation: CardSituation): CardModel | null {
  const card = stepCard(verdict, situation);
  const { recovery } = situation;
  return card === null || recovery == null ? card : onWayBack(card, verdict, recovery, situation);
}

/** Says which way back is under way, how to leave it, and, where the page is none of its own, how to go on with it. */
function onWayBack(card: CardModel, verdict: Verdict, { say, steps, open }: RecoveryOfSite, { pack, language }: CardSituation): CardModel {
  const { note, leave, do: first, why } = say[language];
  // Its targets come first on each page.
  const target = 'say' in verdict ? verdict.say.target : null;
  const isOwn = !card.isUnsure && 'say' in verdict && target !== null && target < steps.filter(({ page }) => page === verdict.page).length;
  const buttons: CardButton[] = [...(isOwn ? [] : officialButtons(pack, open, language)), { action: 'leave', label: leave }];
  if (verdict.kind === 'lost') return { ...card, title: note, do: first, why, buttons, isFolded: false };
  const others = card.buttons.filter(({ place }) => isOwn || place === undefined || place !== open);
  const notes = isOwn ? [note] : [`${note}${language === 'en' ? '. ' : '。'}${first}`, ...(steps.length === 0 ? [why] : [])];
  return { ...card, notes: [...notes, ...card.notes], buttons: [...others, ...buttons] };
}

function stepCard(verdict: Verdict, situation: CardSituation): CardModel | null {
  const { pack, progress, language, pressAgain } = situation;
  const words = cardWordsOf(language).card;
  const numbered = (step: number | null, title: string) => (step === null ? title : fill(words.step, { n: step, title }));
  const stepOf = (step: number | null) => pack.journey.steps.find((entry) => entry.step === step);
  const hotline = hotlineOf(pack, stepOf('step' in verdict ? verdict.step : null)?.call ?? 'elearn', language);
  const base = {
    language,
    why: '',
    notes: pressAgain === null ? [] : [fill(words.pressAgain, { words: pressAgain })],
    buttons: [],
    question: null,
    isFolded: false,
    hotline,
    isUnsure: false,
  };

  if (verdict.kind === 'quiet') return null;
  if (verdict.kind === 'ambiguous') {
    const said = verdict.translated === true ? words.translated : fill(words.ambiguous, { pages: titlesOf(verdict.pages, pack, language).join(words.or) });
    const title = verdict.translated === true ? words.translatedTitle : words.changedTitle;
    return { ...base, title, do: said, why: fill(words.helpline, hotline), isFolded: true, isUnsure: true };
  }
  if (verdict.kind === 'lost') {
    const step = stepOf(verdict.step);
    const back: CardButton = { action: 'open', place: step?.open ?? 'elearn-home', label: fill(words.back, { n: verdict.step }) };
    return {
      ...base,
      title: step?.lost === undefined || step.title === undefined ? words.lostTitle : numbered(verdict.step, step.title[language]),
      do: step?.lost?.[language] ?? fill(words.lost, { n: verdict.step }),
      why: fill(words.helpline, hotline),
      buttons: [back],
      isFolded: true,
    };
  }

  const rule = pack.rules.find(({ id }) => id === verdict.page);
  if (rule === undefined) return null;
  const target = verdict.say.target === null ? undefined : rule.targets[verdict.say.target];
  if (progress.answers.civil === 'yes' && target === undefined) return null;
  const following = verdict.say.part === 0 ? undefined : partOf(target, verdict.say.part);
  const due: Sentences = following?.say?.[language] ?? target?.say?.[language] ?? rule.say[language];
  const wrong = verdict.say.part === 0 ? target?.wrong : following?.wrong;
  const waiting = verdict.say.isWaiting === true ? stepOf(verdict.step) : undefined;
  const asked: Sentences = waiting?.waiting === undefined ? due : { title: waiting.title?.[language], ...waiting.waiting[language] };
  const own: Sentences = verdict.say.isWrong === true ? { ...asked, do: words.wrongField, why: '', ...wrong?.[language] } : asked;
  const title = numbered(verdict.step, own.title ?? rule.say[language].title);
  const notes = [
    ...base.notes,
    ...(verdict.say.isBack === true ? [rule.sent?.say[language] ?? ''] : []),
    ...(verdict.say.isPrefilled === true ? [target?.prefilled?.[language] ?? ''] : []),
    ...(verdict.extra?.notices ?? []).map((number) => rule.notices?.[number]?.say[language] ?? ''),
    ...notesOf(verdict.cautions, rule.cautions, situation),
  ].filter((note) => note !== '');

  if (verdict.kind === 'degraded' && target !== undefined && target.find.length > 0) {
    const within = target.find[0]?.within?.text;
    return {
      ...base,
      ...unsure(words, verdict.missing, verdict.look, within === undefined ? null : ([within].flat()[0] ?? null)),
      why: fill(words.helpline, hotline),
      notes,
      isUnsure: true,
    };
  }
  const hoursDo = situation.hours?.do;
  const called = target?.call === undefined ? null : hotlineOf(pack, target.call, language);
  return {
    ...base,
    title,
    // On a way back its own action comes first, and what was read of the course stands below it.
    do: (progress.recovery === null ? hoursDo : undefined) ?? own.do ?? hoursDo ?? rule.say[language].do ?? '',
    why: own.why ?? '',
    notes: [
      ...notes,
      ...(progress.recovery === null || hoursDo === undefined ? [] : [hoursDo]),
      ...(situation.hours?.notes ?? []),
      ...(called === null ? [] : [fill(words.call, called)]),
      ...(situation.mailIsLate ? [words.mailWait] : []),
    ],
    buttons: [
      ...(situation.isOutOfView ? [{ action: 'show-me', label: words.showMe } as const] : []),
      ...officialButtons(pack, target?.open, language),
      ...mailButtons(words, verdict.step),
    ],
    question: verdict.step === 1 ? questionFor(progress, language) : null,
    isUnsure: verdict.kind === 'degraded',
  };
}

/** In place of a card that can no longer be trusted: one line, to be read and not to be put away. */
export function reloadNote(card: CardModel): CardModel {
  return { ...card, title: cardWordsOf(card.language).card.reload, do: '', isFolded: true, staysFolded: true };
}

/** What is done on pages, in quotation marks: that is how a person can tell which of them they have before them. */
function titlesOf(pages: readonly string[], pack: PagePack, language: Language): string[] {
  const titles = pages.flatMap((page) => pack.rules.find(({ id }) => id === page)?.say[language].title ?? []);
  return titles.map((title) => (language === 'en' ? `“${title}”` : `「${title}」`));
}

function unsure(words: CardWords['card'], missing: string, look: string, near: string | null): { title: string; do: string } {
  const shown = near === null ? look : `${near}」下面的「${look}`;
  if (missing === 'covered') return { title: words.coveredTitle, do: words.covered };
  if (missing === 'not-enabled') return { title: fill(words.notEnabledTitle, { words: look }), do: words.notEnabled };
  if (missing === 'several') return { title: fill(words.severalTitle, { words: look }), do: fill(words.several, { words: shown }) };
  if (look === '') return { title: words.changedTitle, do: words.changedNoWords };
  return missing === 'page-changed'
    ? { title: words.changedTitle, do: fill(words.changed, { words: shown }) }
    : { title: fill(words.notFoundTitle, { words: look }), do: fill(words.notFound, { words: shown }) };
}

/** The quiet lines. Where nothing is held, what the warning's title says of the control takes its place. */
function notesOf(seen: readonly CautionSeen[], rules: readonly CautionRule[], { language, holdsNothing }: CardSituation): string[] {
  const notes = seen.map(({ id, noted, held }) => {
    const rule = rules.find((each) => each.id === id);
    const say = rule?.say[language];
    if (noted || holdsNothing !== true || held.length === 0) return noted ? (say?.note ?? '') : '';
    return `「${lookOf(rule?.about[0]?.name)}」${language === 'en' ? ': ' : '：'}${say?.title}`;
  });
  return [...new Set(notes.filter((note) => note !== ''))];
}

function officialButtons(pack: PagePack, place: string | undefined, language: Language): CardButton[] {
  const known = place === undefined ? undefined : pack.journey.places[place];
  return place === undefined || known === undefined ? [] : [{ action: 'open', place, label: known.button[language] }];
}

function mailButtons(words: CardWords['card'], step: number | null): CardButton[] {
  if (step !== 9) return [];
  return [
    { action: 'mail-came', label: words.mailCame },
    { action: 'mail-not-yet', label: words.mailNotYet },
  ];
}

function hotlineOf(pack: PagePack, key: string, language: Language): { name: string; telephone: string } {
  const entry = pack.journey.hotlines[key];
  return entry === undefined ? { name: '', telephone: '' } : { name: entry.name[language], telephone: entry.telephone };
}

function lookOf(name: string | string[] | undefined): string {
  return ([name ?? ''].flat()[0] ?? '').replace(/…$/u, '');
}

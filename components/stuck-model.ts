import type { BrowserKind, Cause, HelpPack, Language, RecoveryOfSite, RulePack } from '../content-rules/schema';
import { meets, type Progress } from '../engine/progress';
import { card as cardEn, help as en } from '../locales/en.json';
import { card as cardZh, help as zhTW } from '../locales/zh-TW.json';
import { fill } from './fill';
import type { CardButton, StuckTopic } from './models';

const WORDS: Record<Language, typeof zhTW & { close: string }> = {
  'zh-TW': { ...zhTW, close: cardZh.backToCard },
  en: { ...en, close: cardEn.backToCard },
};
const SHOWN_CAUSES = 3;

type Recovery = HelpPack['recoveries'][number];

/** Where somebody is stuck, and who they are. */
export interface StuckAt {
  /** Null where no page is told. */
  page: string | null;
  step: number;
  progress: Progress;
  language: Language;
  browser: BrowserKind;
}

/** The three causes that are most likely there: those of the page, then those of the step. */
export function causesAt({ causes }: HelpPack, { page, step, progress }: Pick<StuckAt, 'page' | 'step' | 'progress'>): Cause[] {
  const all = [...(page === null ? [] : (causes.pages[page] ?? [])), ...(causes.steps[step] ?? [])];
  return all.filter((cause) => meets(cause.for, progress, page)).slice(0, SHOWN_CAUSES);
}

/** All that 「我卡住了」 shows: three causes, a changed page, the other ways back; under each whom to call and what to say. */
export function stuckTopic(help: HelpPack, pack: RulePack, at: StuckAt): StuckTopic {
  const { language } = at;
  const words = WORDS[language];
  const causes = causesAt(help, at);
  const step = pack.journey.steps.find((entry) => entry.step === at.step);
  const call = step?.call ?? 'elearn';
  const title = titleOf(pack, at) ?? step?.title[language] ?? '';
  const here = fill(call === 'elearn' ? words.askElearn : words.askAt, { title });
  const leaf = { topics: [], close: words.back };
  const ofCause = ({ id, sign, do: first, why, recovery, open, call: own, ask }: Cause): StuckTopic => ({
    id,
    sign: sign[language],
    say: [first[language], why?.[language] ?? ''].filter((text) => text !== ''),
    ...leaf,
    buttons: [...beginButtons(recovery, words.begin), ...openButtons(pack, open, language)],
    call: callLines(pack, own ?? call, ask?.[language] ?? here, language),
  });
  const ofRecovery = (recovery: Recovery): StuckTopic => ({
    id: recovery.id,
    sign: recovery.title[language],
    say: sayingOf(recovery, at.browser, language),
    ...leaf,
    buttons: beginButtons(recovery.id, words.begin),
    call: callLines(pack, recovery.call, recovery.ask[language], language),
  });
  const look = lookedFor(pack, at);
  const lines = callLines(pack, call, here, language);
  const different: StuckTopic = {
    id: 'looks-different',
    sign: words.different,
    say: [words.differentSay, look === '' ? '' : fill(words.differentLook, { words: look }), words.differentWhy].filter((text) => text !== ''),
    ...leaf,
    buttons: [],
    call: lines,
  };
  const offered = new Set([...causes.map(({ recovery }) => recovery), at.progress.recovery?.id]);
  const others = help.recoveries.filter(({ id }) => !offered.has(id)).map(ofRecovery);
  const more: StuckTopic = { id: 'something-else', sign: words.more, say: [words.moreSay], topics: others, buttons: [], call: lines, close: words.back };
  return { id: 'stuck', sign: words.open, say: [words.title], topics: [...causes.map(ofCause), different, more], buttons: [], call: lines, close: words.close };
}

/** A way back as a page of one site needs it, or the popup (null: no targets). */
export function recoveryOfSite(help: HelpPack, pack: RulePack, id: string, site: string | null, browser: BrowserKind): RecoveryOfSite | null {
  const recovery = help.recoveries.find((each) => each.id === id);
  if (recovery === undefined) return null;
  const steps = recovery.steps.flatMap(({ page, target }) => (page.startsWith(`${site}/`) ? [{ page, target: { ...target, step: null } }] : []));
  const opened = new Set([recovery.open, ...steps.map(({ target }) => target.open)]);
  const places = Object.entries(pack.journey.places).flatMap(([key, { button }]) => (opened.has(key) ? [[key, { button }] as const] : []));
  const say = (language: Language) => {
    const [first = '', why = ''] = sayingOf(recovery, browser, language);
    const { note, leave } = WORDS[language];
    return { note: fill(note, { title: recovery.title[language] }), leave, do: first, why };
  };
  return {
    id,
    say: { 'zh-TW': say('zh-TW'), en: say('en') },
    steps,
    open: recovery.open,
    places: Object.fromEntries(places),
    framed: recovery.framed === true,
  };
}

/** Number, hours and what to say; a secret is asked for by nobody. */
function callLines({ journey }: RulePack, key: string, ask: string, language: Language): string[] {
  const words = WORDS[language];
  const hotline = journey.hotlines[key];
  if (hotline === undefined) return [words.never];
  const { name, telephone, hours, mail } = hotline;
  const when = hours === undefined ? words.hoursUnknown : fill(words.hours, { hours: hours[language] });
  const written = mail === undefined ? '' : fill(words.mail, { mail });
  const space = language === 'en' && written !== '' ? ' ' : '';
  return [
    fill(words.phone, { name: name[language], telephone }),
    `${when}${hours === undefined ? space + written : ''}`,
    fill(words.ask, { words: ask }),
    words.never,
  ];
}

function sayingOf({ elsewhere }: Recovery, browser: BrowserKind, language: Language): string[] {
  const said = ('chrome' in elsewhere ? elsewhere[browser] : elsewhere)[language];
  return [said.do, said.why ?? ''].filter((text) => text !== '');
}

function beginButtons(recovery: string | undefined, label: string): CardButton[] {
  return recovery === undefined ? [] : [{ action: 'begin', recovery, label }];
}

function openButtons({ journey }: RulePack, place: string | undefined, language: Language): CardButton[] {
  const known = place === undefined ? undefined : journey.places[place];
  return place === undefined || known === undefined ? [] : [{ action: 'open', place, label: known.button[language] }];
}

function targetOf({ rules }: RulePack, { page, progress }: StuckAt) {
  const rule = rules.find(({ id }) => id === page);
  return { rule, target: rule?.targets.find((each) => meets(each.for, progress, page)) };
}

/** How the card calls the step on this page. */
function titleOf(pack: RulePack, at: StuckAt): string | undefined {
  const { rule, target } = targetOf(pack, at);
  return target?.say?.[at.language].title ?? rule?.say[at.language].title;
}

/** The first words that are pointed at on this page. */
function lookedFor(pack: RulePack, at: StuckAt): string {
  const name = targetOf(pack, at).target?.find[0]?.name;
  return ([name ?? ''].flat()[0] ?? '').replace(/…$/u, '');
}

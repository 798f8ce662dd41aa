import type { CautionRule, Language, OfficialHosts, Rule, RulePack, Sentences, Target } from '../../content-rules/schema';
import { meets, NO_PROGRESS, type Progress } from '../../engine/progress';
import { PICTURES, type Picture, type PictureDrawn } from '../../practice/pictures';

type Said<T> = Record<Language, T>;

/** One thing to do on a page, with its number in the picture. */
export interface Saying {
  /** Of the rule's target: 0 is the target itself. */
  part: number;
  /** From 1 on; null where nothing is pointed at. */
  number: number | null;
  say: Said<Sentences>;
  /** Some builds of the page do not have it. */
  optional: boolean;
  /** Leaving it out costs the hours. */
  essential: boolean;
}

export interface Warning {
  id: string;
  /** What the wrong choice is called on the site. */
  about: string;
  say: Said<{ title: string; body: string }>;
}

export interface PictureModel {
  picture: Picture;
  host: string;
  sayings: Saying[];
  warnings: Warning[];
}

export interface StepModel {
  step: number;
  title: Said<string>;
  /** One sentence for the whole step. */
  next: Said<string>;
  /** Said where nobody knows the page. */
  lost: Said<string> | null;
  pictures: PictureModel[];
}

/** All that the handouts say of the sites. */
export interface HandoutModel {
  /** Of the newest rule, as 2026-11-24. */
  date: string;
  steps: StepModel[];
  /** What costs people their hours, but for the name and the ID number, which are no choice. */
  mistakes: Warning[];
  addresses: { host: string; name: Said<string>; for: Said<string> }[];
  hotlines: { name: Said<string>; telephone: string; hours: Said<string> | null }[];
}

/** The handouts as the rules have them. Pure: a change of a rule changes what is printed. */
export function handoutModel({ journey, rules }: RulePack, official: OfficialHosts, date: string): HandoutModel {
  const steps = journey.steps.map(({ step, title, next, lost }) => ({
    step,
    title,
    next,
    lost: lost ?? null,
    pictures: PICTURES.filter((picture) => picture.step === step).map((picture) => pictureModel(picture, rules)),
  }));
  return {
    date,
    steps,
    mistakes: mistakesOf(steps),
    addresses: official.hosts.map(({ host, name, for: use }) => ({ host, name, for: use })),
    hotlines: [
      ...Object.values(journey.hotlines).map(({ name, telephone, hours }) => ({ name, telephone, hours: hours ?? null })),
      { ...official.fraud, hours: null },
    ],
  };
}

function pictureModel(picture: Picture, rules: readonly Rule[]): PictureModel {
  const rule = rules.find(({ id }) => id === picture.page);
  const { host } = new URL(picture.address);
  if (rule === undefined) return { picture, host, sayings: [], warnings: [] };
  const progress: Progress = { ...NO_PROGRESS, answers: { hours: 'yes', civil: 'no', account: picture.account, identify: 'number' } };
  const target = rule.targets.find((each) => meets(each.for, progress, rule.id));
  const warnings = rule.cautions.filter(({ weight, for: whom }) => weight !== 'note' && meets(whom, progress, rule.id)).map(warningOf);
  return { picture, host, sayings: sayingsOf(rule, target, progress, picture), warnings };
}

/** The parts that somebody comes to, in the rule's order. */
function sayingsOf(rule: Rule, target: Target | undefined, progress: Progress, { essential = [] }: Picture): Saying[] {
  const parts = [{ ...target, needless: undefined }, ...[target?.then ?? []].flat()];
  const due = parts
    .map((part, index) => ({ part, index }))
    .filter(({ part, index }) => part.needless !== true && (index === 0 || meets(part.for, progress, rule.id)));
  return due.map(({ part, part: { find = [], say }, index }, place) => ({
    part: index,
    number: find.length === 0 ? null : place + 1,
    say: { 'zh-TW': saidOf(rule, say ?? target?.say, 'zh-TW'), en: saidOf(rule, say ?? target?.say, 'en') },
    optional: index > 0 && part.optional === true,
    essential: find.some(({ name }) => [name ?? []].flat().some((words) => essential.includes(words))),
  }));
}

/** Without what the drawn page does not have, and numbered anew. */
export function asDrawn(model: PictureModel, drawn: PictureDrawn | null): PictureModel {
  if (drawn === null) return model;
  const isThere = ({ part, optional }: Saying) => !optional || drawn.targets.some((target) => target.part === part);
  const sayings = model.sayings.filter(isThere).map((saying, place) => ({ ...saying, number: saying.number === null ? null : place + 1 }));
  return { ...model, sayings };
}

/** As on the card: what a target leaves out of title and action, its rule says. */
function saidOf({ say }: Rule, own: Said<Sentences> | undefined, language: Language): Sentences {
  const { title, do: action } = say[language];
  return own === undefined ? say[language] : { title, do: action, ...own[language] };
}

function warningOf({ id, about, say }: CautionRule): Warning {
  const of = (language: Language) => ({ title: say[language].title ?? '', body: say[language].body ?? '' });
  const name = about.find((finder) => finder.name !== undefined)?.name;
  return { id, about: [name ?? ''].flat()[0] ?? '', say: { 'zh-TW': of('zh-TW'), en: of('en') } };
}

/** Each once, though it stands on several pages: by what is said. */
function mistakesOf(steps: readonly StepModel[]): Warning[] {
  const all = steps.flatMap(({ pictures }) => pictures.flatMap(({ picture, warnings }) => (picture.essential === undefined ? warnings : [])));
  return all.filter(({ say }, index) => all.findIndex((other) => other.say['zh-TW'].title === say['zh-TW'].title) === index);
}

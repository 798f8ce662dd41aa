import type { HelpPack, Language, OfficialHosts, RulePack } from '../../content-rules/schema';
import deskEn from '../../locales/desk.en.json';
import deskZhTW from '../../locales/desk.zh-TW.json';
import en from '../../locales/en.json';
import handoutsEn from '../../locales/handouts.en.json';
import handoutsZhTW from '../../locales/handouts.zh-TW.json';
import hoursEn from '../../locales/hours.en.json';
import hoursZhTW from '../../locales/hours.zh-TW.json';
import practiceEn from '../../locales/practice.en.json';
import practiceZhTW from '../../locales/practice.zh-TW.json';
import presenterEn from '../../locales/presenter.en.json';
import presenterZhTW from '../../locales/presenter.zh-TW.json';
import supportEn from '../../locales/support.en.json';
import supportZhTW from '../../locales/support.zh-TW.json';
import supportReportEn from '../../locales/support-report.en.json';
import supportReportZhTW from '../../locales/support-report.zh-TW.json';
import trainerEn from '../../locales/trainer.en.json';
import trainerZhTW from '../../locales/trainer.zh-TW.json';
import welcomeEn from '../../locales/welcome.en.json';
import welcomeZhTW from '../../locales/welcome.zh-TW.json';
import zhTW from '../../locales/zh-TW.json';

export const LANGUAGES: readonly Language[] = ['zh-TW', 'en'];

/** One sentence that a person may read, in both languages. */
export interface SentencePair {
  /** Where it stands: a rule and the path in it, or a catalogue's key. */
  where: string;
  /** The last word of the path: `title`, `do`, `why`, `note`, ... */
  part: string;
  text: Record<Language, string | undefined>;
}

type Tree = { [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** The texts of a tree by their path, as in `card.step`. */
export function textsIn(tree: unknown, path: readonly string[] = []): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path.join(' '), tree]]);
  return new Map(isTree(tree) ? Object.entries(tree).flatMap(([key, part]) => [...textsIn(part, [...path, key])]) : []);
}

/** Every place in a tree where both languages stand side by side. */
function sayings(value: unknown, path: readonly string[] = []): [string, Record<Language, unknown>][] {
  if (!isTree(value)) return [];
  if ('zh-TW' in value && 'en' in value) return [[path.join(' '), value as Record<Language, unknown>]];
  return Object.entries(value).flatMap(([key, part]) => sayings(part, [...path, key]));
}

function pairsOf(where: string, say: Record<Language, unknown>): SentencePair[] {
  const [chinese, english] = LANGUAGES.map((language) => textsIn(say[language]));
  const keys = new Set([...(chinese?.keys() ?? []), ...(english?.keys() ?? [])]);
  return [...keys].map((key) => ({
    where: `${where} ${key}`.trim(),
    part: `${where} ${key}`.trim().split(' ').at(-1) as string,
    text: { 'zh-TW': chinese?.get(key), en: english?.get(key) },
  }));
}

/** All that the rules and the journey say. */
export function sentencesOfRules({ journey, rules }: RulePack): SentencePair[] {
  const named = rules.map((rule) => [rule.id, rule] as const);
  return [...named, ['journey', journey] as const].flatMap(([name, tree]) => sayings(tree, [name]).flatMap(([where, say]) => pairsOf(where, say)));
}

/** All that is said of the official hosts. */
export function sentencesOfHosts(list: OfficialHosts): SentencePair[] {
  return sayings(list, ['official-hosts']).flatMap(([where, say]) => pairsOf(where, say));
}

/** All that is said of why people get stuck, and on the ways back. */
export function sentencesOfHelp({ causes, recoveries }: HelpPack): SentencePair[] {
  const entries = [...Object.values(causes.steps), ...Object.values(causes.pages), recoveries].flat();
  return entries.flatMap((entry) => sayings(entry, [entry.id]).flatMap(([where, say]) => pairsOf(where, say)));
}

/** All that the catalogues say. */
export function sentencesOfCatalogues(): SentencePair[] {
  return [
    ...pairsOf('locales', { 'zh-TW': zhTW, en }),
    ...pairsOf('locales hours', { 'zh-TW': hoursZhTW, en: hoursEn }),
    ...pairsOf('locales handouts', { 'zh-TW': handoutsZhTW, en: handoutsEn }),
    ...pairsOf('locales practice', { 'zh-TW': practiceZhTW, en: practiceEn }),
    ...pairsOf('locales support', { 'zh-TW': supportZhTW, en: supportEn }),
    ...pairsOf('locales desk', { 'zh-TW': deskZhTW, en: deskEn }),
    ...pairsOf('locales welcome', { 'zh-TW': welcomeZhTW, en: welcomeEn }),
    ...pairsOf('locales trainer', { 'zh-TW': trainerZhTW, en: trainerEn }),
    ...pairsOf('locales support-report', { 'zh-TW': supportReportZhTW, en: supportReportEn }),
    ...pairsOf('locales presenter', { 'zh-TW': presenterZhTW, en: presenterEn }),
  ];
}

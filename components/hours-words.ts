import type { Language } from '../content-rules/schema';
import { hours } from '../locales/en.json';
import { hours as hoursZh } from '../locales/zh-TW.json';

/** What is said of hours: in the script that reads them, and in no other. */
export type HoursSaid = typeof hoursZh;

const WORDS: Record<Language, HoursSaid> = { 'zh-TW': hoursZh, en: hours };

export function hoursWordsOf(language: Language): HoursSaid {
  return WORDS[language];
}

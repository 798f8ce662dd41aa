import type { Language } from '../content-rules/schema';
import hours from '../locales/hours.en.json';
import hoursZh from '../locales/hours.zh-TW.json';

/** What is said of hours: in the script that reads them, and in no other. */
export type HoursSaid = typeof hoursZh;

const WORDS: Record<Language, HoursSaid> = { 'zh-TW': hoursZh, en: hours };

export function hoursWordsOf(language: Language): HoursSaid {
  return WORDS[language];
}

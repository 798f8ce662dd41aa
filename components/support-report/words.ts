import type { Language } from '../../content-rules/schema';
import en from '../../locales/support-report.en.json';
import zhTW from '../../locales/support-report.zh-TW.json';

/** The words about support reports. */
export type ReportWords = typeof zhTW;

const WORDS: Record<Language, ReportWords> = { 'zh-TW': zhTW, en };

export function reportWordsOf(language: Language): ReportWords {
  return WORDS[language];
}

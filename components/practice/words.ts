import type { Language } from '../../content-rules/schema';
import en from '../../locales/practice.en.json';
import zhTW from '../../locales/practice.zh-TW.json';

/** The words of the practice. */
export type PracticeWords = typeof zhTW;

const WORDS: Record<Language, PracticeWords> = { 'zh-TW': zhTW, en };

export function practiceWordsOf(language: Language): PracticeWords {
  return WORDS[language];
}

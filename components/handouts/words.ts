import type { Language } from '../../content-rules/schema';
import en from '../../locales/handouts.en.json';
import zhTW from '../../locales/handouts.zh-TW.json';

/** The words of the handouts. */
export type HandoutWords = typeof zhTW;

const WORDS: Record<Language, HandoutWords> = { 'zh-TW': zhTW, en };

export function handoutWordsOf(language: Language): HandoutWords {
  return WORDS[language];
}

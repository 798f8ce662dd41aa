import type { Language } from '../../content-rules/schema';
import en from '../../locales/presenter.en.json';
import zhTW from '../../locales/presenter.zh-TW.json';

/** What the presenter view says on the sites. */
export type PresenterWords = typeof zhTW;

const WORDS: Record<Language, PresenterWords> = { 'zh-TW': zhTW, en };

export function presenterWordsOf(language: Language): PresenterWords {
  return WORDS[language];
}

import type { Language } from '../content-rules/schema';
import { card, caution, name, questions } from '../locales/en.json';
import { card as cardZh, caution as cautionZh, name as nameZh, questions as questionsZh } from '../locales/zh-TW.json';

/** The words of the card and the warning: the part of the catalogues that every page of the sites has to carry. */
export type CardWords = typeof CHINESE;

const CHINESE = { name: nameZh, card: cardZh, caution: cautionZh, questions: questionsZh };
const WORDS: Record<Language, CardWords> = { 'zh-TW': CHINESE, en: { name, card, caution, questions } };

export function cardWordsOf(language: Language): CardWords {
  return WORDS[language];
}

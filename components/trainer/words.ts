import type { Language } from '../../content-rules/schema';
import en from '../../locales/trainer.en.json';
import zhTW from '../../locales/trainer.zh-TW.json';

/** The words of the trainer's room. */
export type TrainerWords = typeof zhTW;

const WORDS: Record<Language, TrainerWords> = { 'zh-TW': zhTW, en };

export function trainerWordsOf(language: Language): TrainerWords {
  return WORDS[language];
}

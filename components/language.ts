import type { Language } from '../content-rules/schema';
import en from '../locales/en.json';
import zhTW from '../locales/zh-TW.json';

/** The product's own words. A language with a key missing does not compile. */
export type Catalogue = typeof zhTW;

const CATALOGUES: Record<Language, Catalogue> = { 'zh-TW': zhTW, en };

export const LANGUAGES: readonly Language[] = ['zh-TW', 'en'];

export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}

export { fill } from './fill';

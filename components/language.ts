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

/** Puts values into a sentence: `fill('第 {n} 步', { n: 4 })`. A name without a value stays as it is, so that it is seen. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

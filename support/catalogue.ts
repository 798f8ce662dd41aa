import type { Language } from '../content-rules/schema';
import en from '../locales/support.en.json';
import zhTW from '../locales/support.zh-TW.json';

/** What the support desk reads and says. A language with a key missing does not compile. */
export type SupportCatalogue = typeof zhTW;

const CATALOGUES: Record<Language, SupportCatalogue> = { 'zh-TW': zhTW, en };

export function supportCatalogueOf(language: Language): SupportCatalogue {
  return CATALOGUES[language];
}

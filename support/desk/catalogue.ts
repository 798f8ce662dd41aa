import type { Language } from '../../content-rules/schema';
import en from '../../locales/desk.en.json';
import zhTW from '../../locales/desk.zh-TW.json';

/** The words of the support page. A language with a key missing does not compile. */
export type DeskCatalogue = typeof zhTW;

const CATALOGUES: Record<Language, DeskCatalogue> = { 'zh-TW': zhTW, en };

export function deskCatalogueOf(language: Language): DeskCatalogue {
  return CATALOGUES[language];
}

import { useEffect } from 'preact/hooks';
import type { Language } from '../content-rules/schema';
import { catalogueOf } from './language';

/** Says in which language a page of ours is, and what it is called. @param title in that language */
export function usePageTitle(language: Language, title: string): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${catalogueOf(language).name} · ${title}`;
  }, [language]);
}

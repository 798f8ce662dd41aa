import type { Language } from '../content-rules/schema';
import { catalogueOf } from './language';

/** Changes to the other language, in whose words it is written. */
export function LanguageButton({ language, onLanguage }: { language: Language; onLanguage(language: Language): void }) {
  const other = language === 'en' ? 'zh-TW' : 'en';
  return (
    <button type="button" class="quiet" data-action="language" lang={other} onClick={() => onLanguage(other)}>
      {catalogueOf(language).popup.otherLanguage}
    </button>
  );
}

import type { Language } from '../content-rules/schema';
import { LanguageButton } from './LanguageButton';
import { catalogueOf } from './language';

/** The head of each of our own pages but the popup: whose it is, what it is, and the other language. */
export function PageHeader({ title, language, onLanguage }: { title: string; language: Language; onLanguage(language: Language): void }) {
  return (
    <header>
      <h1>
        {catalogueOf(language).name} · {title}
      </h1>
      <LanguageButton language={language} onLanguage={onLanguage} />
    </header>
  );
}

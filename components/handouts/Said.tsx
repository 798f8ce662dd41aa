import type { Language } from '../../content-rules/schema';
import { Sentence } from '../Sentence';

/** A sentence in each language that is printed, one below the other. */
export function Said({ languages, say, strong = false }: { languages: readonly Language[]; say: (language: Language) => string; strong?: boolean }) {
  return (
    <>
      {languages.map((language, place) => (
        <span
          key={language}
          class={`said${strong && place === 0 ? ' strong' : ''}${place > 0 ? ' second' : ''}`}
          lang={language === 'en' ? 'en' : 'zh-Hant-TW'}
        >
          <Sentence text={say(language)} language={language} />
        </span>
      ))}
    </>
  );
}

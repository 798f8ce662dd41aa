import type { Language } from '../../content-rules/schema';
import type { Warning } from './handout-model';
import { Said } from './Said';

/** Wrong choices, each with a cross: shape and words tell them, not colour. */
export function Mistakes({ warnings, languages, hasBody = false }: { warnings: readonly Warning[]; languages: readonly Language[]; hasBody?: boolean }) {
  return (
    <ul class="mistakes" data-part="mistakes">
      {warnings.map((warning, index) => (
        <li key={warning.id} data-mistake={warning.id}>
          <Said languages={languages} say={(language) => titleOf(warning, language)} strong />
          {hasBody && warnings.findIndex(({ say }) => say['zh-TW'].body === warning.say['zh-TW'].body) === index && (
            <Said languages={languages} say={(language) => warning.say[language].body} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** On paper nobody sees which button is meant: its name stands before what does not say it. */
function titleOf({ about, say }: Warning, language: Language): string {
  const { title } = say[language];
  const isNamed = title.toLowerCase().includes(about.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase());
  return isNamed ? title : `「${about}」${language === 'en' ? ': ' : '：'}${title}`;
}

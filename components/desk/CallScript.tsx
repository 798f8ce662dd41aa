import type { Language } from '../../content-rules/schema';
import type { ScriptLine } from '../../support/desk/call-script';
import { type DeskCatalogue, deskCatalogueOf } from '../../support/desk/catalogue';
import { Sentence } from '../Sentence';

/** Lines that tell; the others ask. */
const TELLING = new Set<ScriptLine['part']>(['open', 'do', 'pass']);

/** The call script: one line after the other, each with what should come back and what to say if it does not. */
export function CallScript({ language, lines }: { language: Language; lines: readonly ScriptLine[] }) {
  const { script: words } = deskCatalogueOf(language);
  return (
    <section class="panel" aria-labelledby="script-title" data-part="script">
      <h2 id="script-title">{words.title}</h2>
      <ol class="script">
        {lines.map(({ part, say, see, otherwise }) => (
          <li key={say} data-script={part}>
            <p>
              <strong>{TELLING.has(part) ? words.tell : words.ask}</strong> <Sentence text={say} language={language} />
            </p>
            {see !== '' && (
              <p class="hint">
                {part !== 'do' && <b>{words.see}</b>} <Sentence text={see} language={language} />
              </p>
            )}
            {otherwise !== '' && (
              <p class="hint">
                {part !== 'pass' && <b>{lead({ part, see }, words)}</b>} <Sentence text={otherwise} language={language} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What comes before the words for when it is not so; a question without a right answer is only followed by them. */
function lead({ part, see }: Pick<ScriptLine, 'part' | 'see'>, words: DeskCatalogue['script']): string {
  if (part === 'cause') return words.then;
  if (part === 'do') return words.fails;
  return see === '' ? words.next : words.otherwise;
}

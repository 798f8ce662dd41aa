import type { Language } from '../../content-rules/schema';
import { Sentence } from '../Sentence';
import { reportWordsOf } from './words';

export interface RecorderBoxProps {
  language: Language;
  /** The field recorder is switched on. */
  canRecord: boolean;
  onRecord(): void;
  onOptions(): void;
}

/** The way to the field recorder, for when support asks for the page itself. */
export function RecorderBox({ language, canRecord, onRecord, onOptions }: RecorderBoxProps) {
  const { recorder: words } = reportWordsOf(language);
  return (
    <section class="panel" data-part="recorder" aria-labelledby="recorder-title">
      <h2 id="recorder-title">{words.title}</h2>
      <p>
        <Sentence text={words.say} language={language} />
      </p>
      {!canRecord && (
        <p class="hint">
          <Sentence text={words.off} language={language} />
        </p>
      )}
      <button type="button" class="option" data-action={canRecord ? 'record' : 'options'} onClick={canRecord ? onRecord : onOptions}>
        {canRecord ? words.record : words.options}
      </button>
    </section>
  );
}

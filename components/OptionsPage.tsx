import type { Language } from '../content-rules/schema';
import { deskCatalogueOf } from '../support/desk/catalogue';
import { catalogueOf } from './language';
import { PageHeader } from './PageHeader';
import { Sentence } from './Sentence';
import { trainerWordsOf } from './trainer/words';

export interface OptionsPageProps {
  language: Language;
  /** Null while the browser has not yet told. */
  isRecorderOn: boolean | null;
  /** The browser did not give what the switch asked for. */
  isRefused: boolean;
  onLanguage(language: Language): void;
  onRecorder(on: boolean): void;
  onTrainer(): void;
  onDesk(): void;
}

/** What is too much for the popup. So far the field recorder's switch, with all that it does. */
export function OptionsPage({ language, isRecorderOn, isRefused, onLanguage, onRecorder, onTrainer, onDesk }: OptionsPageProps) {
  const { options: words } = catalogueOf(language);
  const state = isRefused ? words.recorderRefused : isRecorderOn === true ? words.recorderOn : words.recorderOff;
  const told = [words.recorderWhen, words.recorderKeeps, words.recorderLogin, words.recorderReview, words.recorderSends, words.recorderPermission];
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={onLanguage} />
      <main>
        <section class="panel" aria-labelledby="recorder-title">
          <h2 id="recorder-title">{words.recorder}</h2>
          <p>{words.recorderWhy}</p>
          <label class="check">
            <input
              type="checkbox"
              data-action="recorder"
              aria-describedby="recorder-told"
              disabled={isRecorderOn === null}
              checked={isRecorderOn === true}
              onChange={(event) => onRecorder(event.currentTarget.checked)}
            />
            <Sentence text={words.recorderSwitch} language={language} />
          </label>
          <p role="status" data-part="recorder-state" class={isRefused ? 'note' : 'hint'}>
            {isRecorderOn === null ? '' : state}
          </p>
          <ul id="recorder-told" class="told">
            {told.map((sentence) => (
              <li key={sentence}>
                <Sentence text={sentence} language={language} />
              </li>
            ))}
          </ul>
        </section>
        <button type="button" data-action="trainer" class="option" onClick={onTrainer}>
          {trainerWordsOf(language).toTrainer}
        </button>
        <button type="button" data-action="desk" class="option" onClick={onDesk}>
          {deskCatalogueOf(language).toDesk}
        </button>
      </main>
      <footer>
        <p>{words.onlyHere}</p>
      </footer>
    </div>
  );
}

import type { Language } from '../content-rules/schema';
import { deskCatalogueOf } from '../support/desk/catalogue';
import { catalogueOf } from './language';
import { PageHeader } from './PageHeader';
import { SwitchBox } from './SwitchBox';
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
  const told = [words.recorderWhen, words.recorderKeeps, words.recorderLogin, words.recorderReview, words.recorderSends, words.recorderPermission];
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={onLanguage} />
      <main>
        <SwitchBox
          {...{ language, isRefused, told }}
          action="recorder"
          title={words.recorder}
          lead={words.recorderWhy}
          label={words.recorderSwitch}
          isOn={isRecorderOn}
          states={{ on: words.recorderOn, off: words.recorderOff, refused: words.recorderRefused }}
          onSwitch={onRecorder}
        />
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

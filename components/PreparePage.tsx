import type { Journey, Language } from '../content-rules/schema';
import { Hotlines } from './Hotlines';
import { catalogueOf } from './language';
import { PageHeader } from './PageHeader';
import { Sentence } from './Sentence';

export interface PreparePageProps {
  journey: Journey;
  language: Language;
  onLanguage(language: Language): void;
  onPrint(): void;
}

/** What is needed before the form is begun, on a sheet that can be printed and written on: the account goes on it, the password does not. */
export function PreparePage({ journey, language, onLanguage, onPrint }: PreparePageProps) {
  const { popup, prepare: words } = catalogueOf(language);
  const things = [
    [popup.prepareCard, words.cardWhy],
    [popup.prepareMail, words.mailWhy],
    [popup.preparePaper, words.paperWhy],
  ] as const;
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={onLanguage} />
      <main>
        <section class="panel" aria-label={words.title}>
          <ol class="things">
            {things.map(([thing, why]) => (
              <li key={thing}>
                <b>{thing}</b>
                <br />
                <Sentence text={why} language={language} />
              </li>
            ))}
          </ol>
          <p>{words.calm}</p>
          <button type="button" data-action="print" class="main" onClick={onPrint}>
            {words.print}
          </button>
        </section>
        <section class="panel" aria-label={words.account}>
          <p>
            {words.account}
            <span class="line" />
          </p>
          <p class="note">{words.noPassword}</p>
        </section>
        <Hotlines hotlines={journey.hotlines} keys={['egov', 'elearn']} language={language} />
      </main>
      <footer>
        <p>{popup.disclaimer}</p>
      </footer>
    </div>
  );
}

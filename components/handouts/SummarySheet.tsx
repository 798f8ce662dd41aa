import type { Language } from '../../content-rules/schema';
import { catalogueOf } from '../language';
import { Contacts } from './Contacts';
import type { HandoutModel } from './handout-model';
import { Mistakes } from './Mistakes';
import { type OnePage, Paper } from './Paper';
import { Said } from './Said';
import { handoutWordsOf } from './words';

/** All of it on one page, a page for each language: two sides of a sheet. */
export function SummarySheet({ model, languages, onePage }: { model: HandoutModel; languages: readonly Language[]; onePage: OnePage }) {
  return (
    <>
      {languages.map((language) => (
        <Summary key={language} {...{ model, language, onePage }} />
      ))}
    </>
  );
}

function Summary({ model, language, onePage }: { model: HandoutModel; language: Language; onePage: OnePage }) {
  const words = handoutWordsOf(language);
  const { popup } = catalogueOf(language);
  const only = [language];
  return (
    <Paper languages={only} title={() => words.sheets.summary} onePage={onePage} date={model.date}>
      <p class="things">
        {popup.prepare} {[popup.prepareCard, popup.prepareMail, popup.preparePaper].join(language === 'en' ? ', ' : '、')}
      </p>
      <ol class="steps">
        {model.steps.map(({ step, next }) => (
          <li key={step} data-step={step}>
            <b class="number">{step}</b>
            <Said languages={only} say={() => next[language]} />
          </li>
        ))}
      </ol>
      <h3>{words.costly}</h3>
      <Mistakes warnings={[...model.mistakes, nameless]} languages={only} />
      <Contacts model={model} languages={only} isShort />
    </Paper>
  );
}

/** The one mistake that is no wrong button. */
export const nameless = {
  id: 'real-name',
  about: '',
  say: {
    'zh-TW': { title: handoutWordsOf('zh-TW').mistakes['real-name'], body: handoutWordsOf('zh-TW').mistakes['real-name-why'] },
    en: { title: handoutWordsOf('en').mistakes['real-name'], body: handoutWordsOf('en').mistakes['real-name-why'] },
  },
};

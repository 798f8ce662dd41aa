import type { Language } from '../../content-rules/schema';
import { Contacts } from './Contacts';
import type { HandoutModel } from './handout-model';
import { type OnePage, Paper } from './Paper';
import { Said } from './Said';
import { handoutWordsOf } from './words';

/** What there is a line for. A password is not among it. */
export const LINES = ['account', 'mail', 'day', 'course'] as const;

/** What is written down while registering, and the steps to tick. */
export function RecordSheet({ model, languages, onePage }: { model: HandoutModel; languages: readonly Language[]; onePage: OnePage }) {
  return (
    <Paper languages={languages} title={(language) => handoutWordsOf(language).sheets.record} onePage={onePage} date={model.date}>
      <p>
        <Said languages={languages} say={(language) => handoutWordsOf(language).record.lead} />
      </p>
      {LINES.map((line) => (
        <p key={line} class="line" data-line={line}>
          <Said languages={languages} say={(language) => handoutWordsOf(language).record[line]} />
        </p>
      ))}
      <section>
        <h3>
          <Said languages={languages} say={(language) => handoutWordsOf(language).record.done} />
        </h3>
        <ol class="ticks">
          {model.steps.map(({ step, title }) => (
            <li key={step} data-step={step}>
              <span class="box" />
              <span>
                <Said languages={languages} say={(language) => `${step} ${title[language]}`} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Contacts model={model} languages={languages} isShort />
    </Paper>
  );
}

import type { Language } from '../../content-rules/schema';
import { CARD_FIELDS, practiceCard } from '../../practice/card';
import { fill } from '../fill';
import { practiceWordsOf } from '../practice/words';
import { Paper } from './Paper';
import { Said } from './Said';
import { handoutWordsOf } from './words';

/** Practice cards to cut out, the fields in the order of the form. */
export function CardsSheet({ amount, languages, date }: { amount: number; languages: readonly Language[]; date: string }) {
  return (
    <Paper
      languages={languages}
      title={(language) => handoutWordsOf(language).sheets.cards}
      password={(language) => handoutWordsOf(language).cards.password}
      date={date}
    >
      <p>
        <Said languages={languages} say={(language) => `✂ ${handoutWordsOf(language).cards.cut}`} />
      </p>
      <div class="cards">
        {Array.from({ length: amount }, (_, index) => index + 1).map((number) => {
          const card = practiceCard(number);
          return (
            <section key={number} class="card" data-card={number}>
              <h3>
                <Said languages={languages} say={(language) => fill(handoutWordsOf(language).cards.title, { number })} />
              </h3>
              <dl>
                {CARD_FIELDS.map((field) => (
                  <div key={field}>
                    <dt>
                      <Said languages={languages} say={(language) => practiceWordsOf(language).cardFields[field]} />
                    </dt>
                    <dd>{card[field]}</dd>
                  </div>
                ))}
              </dl>
              <p>
                <Said languages={languages} say={(language) => handoutWordsOf(language).cards.note} />
              </p>
            </section>
          );
        })}
      </div>
    </Paper>
  );
}

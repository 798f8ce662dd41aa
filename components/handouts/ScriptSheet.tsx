import type { Language } from '../../content-rules/schema';
import { fill } from '../fill';
import { Contacts } from './Contacts';
import type { HandoutModel } from './handout-model';
import { Mistakes } from './Mistakes';
import { Paper } from './Paper';
import { Said } from './Said';
import { nameless } from './SummarySheet';
import { type HandoutWords, handoutWordsOf } from './words';

interface Part {
  id: keyof HandoutWords['script']['parts'];
  minutes: number;
  /** Steps of the journey that are taken in it. */
  steps?: readonly [number, number];
}

/** A class in its order. The minutes are a suggestion: nobody has measured them. */
export const PARTS: readonly Part[] = [
  { id: 'opening', minutes: 5 },
  { id: 'prepare', minutes: 10 },
  { id: 'address', minutes: 5 },
  { id: 'practice', minutes: 25 },
  { id: 'enter', minutes: 10, steps: [1, 3] },
  { id: 'questions', minutes: 10, steps: [4, 5] },
  { id: 'kind', minutes: 10, steps: [6, 7] },
  { id: 'form', minutes: 30, steps: [8, 8] },
  { id: 'mail', minutes: 15, steps: [9, 9] },
  { id: 'login', minutes: 15, steps: [10, 10] },
  { id: 'course', minutes: 15, steps: [11, 11] },
  { id: 'closing', minutes: 5 },
];

const LINES = ['say', 'do', 'ask', 'answer'] as const;
const CHECKS = ['check', 'practice', 'paper', 'bring'] as const;

/** What a trainer says, does and asks, with the time for each part. */
export function ScriptSheet({ model, languages }: { model: HandoutModel; languages: readonly Language[] }) {
  const script = (language: Language) => handoutWordsOf(language).script;
  const minutes = PARTS.reduce((sum, part) => sum + part.minutes, 0);
  return (
    <Paper languages={languages} title={(language) => handoutWordsOf(language).sheets.script} date={model.date}>
      <p>
        <Said languages={languages} say={(language) => fill(script(language).intro, { minutes })} />
      </p>
      <section class="before">
        <h3>
          <Said languages={languages} say={(language) => script(language).before} />
        </h3>
        <ul class="checks">
          {CHECKS.map((check) => (
            <li key={check}>
              <Said languages={languages} say={(language) => script(language).beforeList[check]} />
            </li>
          ))}
        </ul>
      </section>
      {PARTS.map(({ id, minutes: length, steps }, index) => {
        const start = PARTS.slice(0, index).reduce((sum, part) => sum + part.minutes, 0);
        return (
          <section key={id} class="part" data-script={id}>
            <h3>
              <span class="time">
                {clock(start)}–{clock(start + length)} <small>{fill(script(languages[0] ?? 'zh-TW').minutes, { n: length })}</small>
              </span>
              <Said languages={languages} say={(language) => script(language).parts[id].title} />
            </h3>
            <dl>
              {LINES.map((line) => (
                <div key={line}>
                  <dt>
                    <Said languages={languages} say={(language) => script(language)[line]} />
                  </dt>
                  <dd>
                    <Said languages={languages} say={(language) => script(language).parts[id][line]} />
                  </dd>
                </div>
              ))}
            </dl>
            {steps !== undefined && (
              <ol class="steps">
                {model.steps
                  .filter(({ step }) => step >= steps[0] && step <= steps[1])
                  .map(({ step, next }) => (
                    <li key={step} data-step={step}>
                      <b class="number">{step}</b>
                      <Said languages={languages} say={(language) => next[language]} />
                    </li>
                  ))}
              </ol>
            )}
          </section>
        );
      })}
      <section class="part">
        <h3>
          <Said languages={languages} say={(language) => handoutWordsOf(language).costly} />
        </h3>
        <Mistakes warnings={[...model.mistakes, nameless]} languages={languages} hasBody />
      </section>
      <Contacts model={model} languages={languages} />
    </Paper>
  );
}

/** Hours and minutes since the class began. */
function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

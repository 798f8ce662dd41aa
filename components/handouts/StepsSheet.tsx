import type { Language } from '../../content-rules/schema';
import type { PictureDrawn } from '../../practice/pictures';
import { fill } from '../fill';
import { Contacts } from './Contacts';
import type { Size } from './choice';
import { asDrawn, type HandoutModel, type PictureModel, type StepModel } from './handout-model';
import { Mistakes } from './Mistakes';
import { Paper } from './Paper';
import { PictureFrame } from './PictureFrame';
import { Said } from './Said';
import { nameless } from './SummarySheet';
import { handoutWordsOf } from './words';

export interface StepsSheetProps {
  model: HandoutModel;
  languages: readonly Language[];
  size: Size;
  drawn: ReadonlyMap<string, PictureDrawn>;
}

/** The eleven steps, each with its pictures and the sentences that the guide says there. */
export function StepsSheet({ model, languages, size, drawn }: StepsSheetProps) {
  return (
    <Paper languages={languages} title={(language) => handoutWordsOf(language).sheets.steps} date={model.date}>
      <p class="legend">
        <Said
          languages={languages}
          say={(language) => `${handoutWordsOf(language).legend}${language === 'en' ? ' ' : ''}${handoutWordsOf(language).redrawn}`}
        />
      </p>
      {model.steps.map((step) => (
        <Step key={step.step} {...{ step, languages, size, drawn }} />
      ))}
      <Contacts model={model} languages={languages} />
    </Paper>
  );
}

function Step({ step, languages, size, drawn }: { step: StepModel } & Omit<StepsSheetProps, 'model'>) {
  return (
    <section class="step" data-step={step.step}>
      {step.pictures.map((picture, index) => (
        <article key={picture.picture.id}>
          {index === 0 ? (
            <h2>
              <Said languages={languages} say={(language) => `${fill(handoutWordsOf(language).step, { n: step.step })} · ${step.title[language]}`} />
            </h2>
          ) : (
            <h3>
              <Said languages={languages} say={(language) => fill(handoutWordsOf(language).goesOn, { n: step.step })} />
            </h3>
          )}
          <Page
            model={asDrawn(picture, drawn.get(picture.picture.id) ?? null)}
            lost={step.lost}
            {...{ languages, size }}
            drawn={drawn.get(picture.picture.id) ?? null}
          />
        </article>
      ))}
    </section>
  );
}

type PageProps = { model: PictureModel; lost: StepModel['lost']; drawn: PictureDrawn | null } & Pick<StepsSheetProps, 'languages' | 'size'>;

function Page({ model, lost, drawn, languages, size }: PageProps) {
  const { picture, sayings, warnings, host } = model;
  const isPointed = sayings.some(({ number }) => number !== null);
  const isForm = sayings.length > 6;
  const say = (of: (words: ReturnType<typeof handoutWordsOf>) => string) => (language: Language) => of(handoutWordsOf(language));
  // In small letters picture and sentences stand beside each other.
  const isBeside = size === 12 && !isForm;
  const most = { width: isBeside ? 380 : 660, height: isForm ? 850 : 400 };
  return (
    <div class={isBeside ? 'beside' : 'below'}>
      <div class="seen">
        <PictureFrame model={model} drawn={drawn} language={languages[0] ?? 'zh-TW'} most={most} />
        <p class="where">
          <Said languages={languages} say={(language) => fill(handoutWordsOf(language).lookFor, { host })} />
        </p>
      </div>
      <div class="told">
        {picture.page === null ? (
          <p>
            {lost !== null && <Said languages={languages} say={(language) => lost[language]} strong />}
            <Said languages={languages} say={say((words) => words.unseen)} />
          </p>
        ) : (
          <ol class="sayings">
            {sayings.map(({ part, number, say: sentences, essential }) => (
              <li key={part} data-part-of={picture.id}>
                {number !== null && <b class="number">{number}</b>}
                <Said languages={languages} say={(language) => sentences[language].do ?? ''} strong />
                {essential && <Said languages={languages} say={say((words) => `！${words.essential}`)} strong />}
                {sentences['zh-TW'].why !== undefined && <Said languages={languages} say={(language) => sentences[language].why ?? ''} />}
              </li>
            ))}
          </ol>
        )}
        {!isPointed && picture.page !== null && (
          <p>
            <Said languages={languages} say={say((words) => words.unframed)} />
          </p>
        )}
        {drawn !== null && drawn.page !== picture.page && (
          <p data-part="missing">
            <Said languages={languages} say={say((words) => words.missing)} />
          </p>
        )}
        <Mistakes warnings={picture.essential === undefined ? warnings : [...warnings, nameless]} languages={languages} hasBody />
      </div>
    </div>
  );
}

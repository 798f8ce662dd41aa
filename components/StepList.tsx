import type { Journey, Language } from '../content-rules/schema';
import type { StepState } from '../engine/progress';
import { type Catalogue, catalogueOf } from './language';
import { Sentence } from './Sentence';

const SIGNS: Record<StepState, string> = { done: '✓', here: '●', next: '→', 'not-needed': '–', later: '' };

function wordOf(state: StepState, words: Catalogue['popup']): string {
  return state === 'not-needed' ? words.notNeeded : words[state];
}

/** The eleven steps. Each row opens to what is done there and to 「我在這一步」, by which the person corrects us. */
export function StepList({
  steps,
  states,
  language,
  onSetHere,
}: {
  steps: Journey['steps'];
  states: readonly StepState[];
  language: Language;
  onSetHere(step: number): void;
}) {
  const words = catalogueOf(language).popup;
  const setHere = (button: HTMLElement, step: number) => {
    const row = button.closest('details');
    if (row !== null) row.open = false;
    row?.querySelector('summary')?.focus();
    onSetHere(step);
  };
  return (
    <nav data-part="steps" class="panel" aria-labelledby="steps-title">
      <h2 id="steps-title">{words.steps}</h2>
      <ol class="steps">
        {steps.map(({ step, title, next }, index) => {
          const state = states[index] ?? 'later';
          return (
            <li key={step} data-step={step} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
              <details name="step">
                <summary>
                  <span class="sign" aria-hidden="true">
                    {SIGNS[state]}
                  </span>
                  <span class="name">
                    {step}. <Sentence text={title[language]} language={language} />
                  </span>{' '}
                  <span class="state">{wordOf(state, words)}</span>
                </summary>
                <p>
                  <Sentence text={state === 'not-needed' ? words.notNeededWhy : next[language]} language={language} />
                </p>
                {state !== 'here' && state !== 'not-needed' && (
                  <button type="button" data-action="set-here" class="option" onClick={(event) => setHere(event.currentTarget, step)}>
                    {words.setHere}
                  </button>
                )}
              </details>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

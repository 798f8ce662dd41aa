import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { Sentence } from '../Sentence';
import { trainerWordsOf } from './words';

/** 「換下一位」: asks once, clears, and says how a login goes that is not ours to end. */
export function NextPerson({ language, onNext }: { language: Language; onNext(): Promise<boolean> }) {
  const [state, setState] = useState<'ready' | 'asking' | 'done' | 'failed'>('ready');
  const first = useRef<HTMLButtonElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const { next: words } = trainerWordsOf(language);
  useEffect(() => {
    if (state === 'asking') safe.current?.focus();
  }, [state]);
  const close = (then: typeof state) => {
    first.current?.focus();
    setState(then);
  };
  return (
    <section class="panel" aria-labelledby="next-title" data-part="next-person" data-state={state}>
      <h2 id="next-title">{words.title}</h2>
      <p>{words.lead}</p>
      <p class="hint">{words.clears}</p>
      <button ref={first} type="button" data-action="next-person" class="option" aria-expanded={state === 'asking'} onClick={() => setState('asking')}>
        {words.button}
      </button>
      {state === 'asking' && (
        <fieldset class="ask">
          <legend>{words.sure}</legend>
          <div class="pair">
            <button ref={safe} type="button" data-action="keep" class="option" onClick={() => close('ready')}>
              {words.no}
            </button>
            <button
              type="button"
              data-action="next-person-yes"
              class="option"
              onClick={() => void onNext().then((isDone) => close(isDone ? 'done' : 'failed'))}
            >
              {words.yes}
            </button>
          </div>
        </fieldset>
      )}
      <p role="status" class={state === 'failed' ? 'note' : 'result'} hidden={state !== 'done' && state !== 'failed'}>
        {state === 'done' ? words.done : state === 'failed' ? words.failed : ''}
      </p>
      <details class="aside" open={state === 'done'}>
        <summary>{words.how}</summary>
        <ul class="told">
          {[words.login, words.private, words.allow].map((sentence) => (
            <li key={sentence}>
              <Sentence text={sentence} language={language} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

import type { Language } from '../../content-rules/schema';
import { Sentence } from '../Sentence';
import { trainerWordsOf } from './words';

export interface PresenterBoxProps {
  language: Language;
  /** Null while the browser has not yet told. */
  isOn: boolean | null;
  /** The browser did not give what the switch asked for. */
  isRefused: boolean;
  onSwitch(on: boolean): void;
}

/** The switch of the presenter view on the real sites, with all that it does and does not. */
export function PresenterBox({ language, isOn, isRefused, onSwitch }: PresenterBoxProps) {
  const { presenter: words } = trainerWordsOf(language);
  const told = [words.covers, words.works, words.large, words.beyond, words.elsewhere, words.ends, words.permission];
  return (
    <section class="panel" aria-labelledby="presenter-title" data-part="presenter-switch" data-state={isOn === true ? 'on' : 'off'}>
      <h2 id="presenter-title">{words.title}</h2>
      <p>{words.lead}</p>
      <label class="check">
        <input
          type="checkbox"
          data-action="presenter"
          aria-describedby="presenter-told"
          disabled={isOn === null}
          checked={isOn === true}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
        {words.switch}
      </label>
      <p role="status" class={isRefused ? 'note' : 'hint'}>
        {isRefused ? words.refused : isOn === true ? words.on : isOn === false ? words.off : ''}
      </p>
      <ul id="presenter-told" class="told">
        {told.map((sentence) => (
          <li key={sentence}>
            <Sentence text={sentence} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

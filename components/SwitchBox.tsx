import type { Language } from '../content-rules/schema';
import { Sentence } from './Sentence';

export interface SwitchBoxProps {
  language: Language;
  /** The `data-action` of the switch, and the beginning of what its parts are called. */
  action: string;
  title: string;
  lead: string;
  label: string;
  /** Null while the browser has not yet told. */
  isOn: boolean | null;
  /** The browser did not give what the switch asked for. */
  isRefused: boolean;
  /** How it stands. */
  states: { on: string; off: string; refused: string };
  /** All that it does and does not. */
  told: readonly string[];
  onSwitch(on: boolean): void;
}

/** Something that needs more than an extension has: a switch, how it stands, and all that follows from it. */
export function SwitchBox({ language, action, title, lead, label, isOn, isRefused, states, told, onSwitch }: SwitchBoxProps) {
  const state = isOn === null ? '' : isOn ? states.on : states.off;
  return (
    <section class="panel" aria-labelledby={`${action}-title`} data-part={`${action}-switch`} data-state={isOn === true ? 'on' : 'off'}>
      <h2 id={`${action}-title`}>{title}</h2>
      <p>{lead}</p>
      <label class="check">
        <input
          type="checkbox"
          data-action={action}
          aria-describedby={`${action}-told`}
          disabled={isOn === null}
          checked={isOn === true}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
        <Sentence text={label} language={language} />
      </label>
      <p role="status" data-part={`${action}-state`} class={isRefused ? 'note' : 'hint'}>
        {isRefused ? states.refused : state}
      </p>
      <ul id={`${action}-told`} class="told">
        {told.map((sentence) => (
          <li key={sentence}>
            <Sentence text={sentence} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

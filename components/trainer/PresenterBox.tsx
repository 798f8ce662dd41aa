import type { Language } from '../../content-rules/schema';
import { SwitchBox } from '../SwitchBox';
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
    <SwitchBox
      {...{ language, isOn, isRefused, told, onSwitch }}
      action="presenter"
      title={words.title}
      lead={words.lead}
      label={words.switch}
      states={words}
    />
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextSize } from '../classroom/text-sizes';
import type { Language, Site } from '../content-rules/schema';
import { catalogueOf, fill } from './language';
import { TextSizes } from './TextSizes';

export interface SettingsBoxProps {
  language: Language;
  /** The site in front, and those that are paused. */
  sites: readonly { site: Site; name: string; isPaused: boolean }[];
  /** The card was put away somewhere. */
  isPutAway: boolean;
  holds: boolean;
  textSize: TextSize;
  /** Some reminders were switched off. */
  isMuted: boolean;
  onPause(site: Site, isPaused: boolean): void;
  onShowCard(): void;
  onHolds(holds: boolean): void;
  onTextSize(size: TextSize): void;
  onRemind(): void;
  onStartOver(): void;
  onOptions(): void;
}

/** What the person can set, and the way back to the start. */
export function SettingsBox(props: SettingsBoxProps) {
  const words = catalogueOf(props.language).popup;
  return (
    <details data-part="settings" class="panel settings">
      <summary>
        <h2>{words.settings}</h2>
      </summary>
      <TextSizes language={props.language} chosen={props.textSize} onTextSize={props.onTextSize} />
      {props.sites.map(({ site, name, isPaused }) => (
        <label key={site} class="check">
          <input type="checkbox" data-action={`pause-${site}`} checked={isPaused} onChange={() => props.onPause(site, !isPaused)} />
          {fill(words.pause, { site: name })}
        </label>
      ))}
      <label class="check">
        <input type="checkbox" data-action="no-holds" checked={!props.holds} onChange={() => props.onHolds(!props.holds)} />
        {words.noHolds}
      </label>
      {props.isPutAway && (
        <button type="button" data-action="show-again" class="option" onClick={props.onShowCard}>
          {words.showAgain}
        </button>
      )}
      {props.isMuted && (
        <button type="button" data-action="remind-again" class="option" onClick={props.onRemind}>
          {words.remindAgain}
        </button>
      )}
      <StartOver language={props.language} onStartOver={props.onStartOver} />
      <button type="button" data-action="options" class="option" onClick={props.onOptions}>
        {words.moreSettings}
      </button>
    </details>
  );
}

/** Asks first. */
function StartOver({ language, onStartOver }: { language: Language; onStartOver(): void }) {
  const [isAsking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const words = catalogueOf(language).popup;
  useEffect(() => {
    if (isAsking) safe.current?.focus();
  }, [isAsking]);
  const close = () => {
    first.current?.focus();
    setAsking(false);
  };
  return (
    <>
      <button ref={first} type="button" data-action="start-over" class="option" aria-expanded={isAsking} onClick={() => setAsking(true)}>
        {words.startOver}
      </button>
      {isAsking && (
        <fieldset data-part="start-over" class="ask">
          <legend>{words.startOverSure}</legend>
          <div class="pair">
            <button ref={safe} type="button" data-action="keep" class="option" onClick={close}>
              {words.no}
            </button>
            <button
              type="button"
              data-action="start-over-yes"
              class="option"
              onClick={() => {
                onStartOver();
                close();
              }}
            >
              {words.yesStartOver}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}

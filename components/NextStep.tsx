import type { Language } from '../content-rules/schema';
import { catalogueOf, fill } from './language';
import type { NextAction } from './popup-model';
import { Sentence } from './Sentence';

export interface NextStepProps {
  action: NextAction;
  language: Language;
  /** Civil servants: the guide steps back. */
  isCivil: boolean;
  /** The page itself shows nothing of ours to follow. */
  isSilent: boolean;
  /** At the very start: what to have at hand. */
  isStart: boolean;
  onTake(place: string): void;
  /** The person said that the mail has not come. */
  isMailLate: boolean;
  onMailCame(): void;
  onMailNotYet(): void;
  /** Back to the page behind the popup; null where there is none (the popup is open as a tab). */
  onBack: (() => void) | null;
}

/** The one thing to do now, and the button that leads there. */
export function NextStep({ action, language, isCivil, isSilent, isStart, isMailLate, onTake, onMailCame, onMailNotYet, onBack }: NextStepProps) {
  const words = catalogueOf(language).popup;
  return (
    <section data-part="next" class="panel" aria-labelledby="next-title">
      <h2 id="next-title" tabIndex={-1}>
        <small>{words.nextAction}</small>
        {action.heading !== '' && <Sentence text={action.heading} language={language} />}
      </h2>
      <p data-part="do" class="do">
        <Sentence text={action.sentence} language={language} />
      </p>
      {isCivil && <p>{words.notCivil}</p>}
      {isStart && <Prepare language={language} />}
      {action.asksForMail && <Mail language={language} isLate={isMailLate} onCame={onMailCame} onNotYet={onMailNotYet} />}
      {action.isInFront ? (
        <>
          {!isSilent && <p>{words.atThisStep}</p>}
          {onBack !== null && (
            <button type="button" data-action="back" class="main" onClick={onBack}>
              {words.backToPage}
            </button>
          )}
        </>
      ) : (
        action.place !== null && <Take place={action.place} language={language} onTake={onTake} />
      )}
      {action.isInFront && action.place !== null && <Again place={action.place} language={language} onTake={onTake} />}
    </section>
  );
}

type Place = NonNullable<NextAction['place']>;

function Take({ place, language, onTake }: { place: Place; language: Language; onTake(place: string): void }) {
  return (
    <button type="button" data-action="take-me" class="main" onClick={() => onTake(place.key)}>
      {catalogueOf(language).popup.takeMe} <small>{place.button}</small>
    </button>
  );
}

/** Leads away from a page that is right: said so beforehand. */
function Again({ place, language, onTake }: { place: Place; language: Language; onTake(place: string): void }) {
  const words = catalogueOf(language).popup;
  return (
    <details class="aside">
      <summary>{fill(words.openAgain, { place: place.name })}</summary>
      <p>{words.openAgainHint}</p>
      <button type="button" data-action="take-me" class="option" onClick={() => onTake(place.key)}>
        {words.takeMe}
      </button>
    </details>
  );
}

function Prepare({ language }: { language: Language }) {
  const words = catalogueOf(language).popup;
  return (
    <div class="prepare">
      <p>{words.prepare}</p>
      <ul>
        <li>{words.prepareCard}</li>
        <li>{words.prepareMail}</li>
        <li>{words.preparePaper}</li>
      </ul>
      <a href="/prepare.html" target="_blank" rel="noreferrer" data-action="prepare">
        {words.prepareSheet}
      </a>{' '}
      <a href="/practice.html" target="_blank" rel="noreferrer" data-action="practise">
        {words.practise}
      </a>
    </div>
  );
}

function Mail({ language, isLate, onCame, onNotYet }: { language: Language; isLate: boolean; onCame(): void; onNotYet(): void }) {
  const { popup, card } = catalogueOf(language);
  return (
    <>
      <div class="pair">
        <button type="button" data-action="mail-came" class="option" onClick={onCame}>
          {popup.mailCame}
        </button>
        <button type="button" data-action="mail-not-yet" class="option" aria-expanded={isLate} onClick={onNotYet}>
          {popup.mailNotYet}
        </button>
      </div>
      {isLate && (
        <p data-part="note" class="note">
          {card.mailWait}
        </p>
      )}
    </>
  );
}

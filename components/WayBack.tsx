import type { Journey, Language, RecoveryOfSite } from '../content-rules/schema';
import { catalogueOf } from './language';
import { Sentence } from './Sentence';

interface WayBackProps {
  recovery: RecoveryOfSite;
  journey: Journey;
  language: Language;
  onTake(place: string): void;
  onLeave(): void;
}

/** A way back that is under way: what it is, what to do, where it goes on, and how to leave it. */
export function WayBack({ recovery, journey, language, onTake, onLeave }: WayBackProps) {
  const { note, do: first, why, leave } = recovery.say[language];
  const { open = '' } = recovery;
  const place = journey.places[open];
  return (
    <section data-part="way-back" class="panel" aria-labelledby="way-back-title">
      <h2 id="way-back-title">
        <Sentence text={note} language={language} />
      </h2>
      <p class="do">
        <Sentence text={first} language={language} />
      </p>
      {why !== '' && (
        <p>
          <Sentence text={why} language={language} />
        </p>
      )}
      {place !== undefined && (
        <button type="button" data-action="take-me" class="main" onClick={() => onTake(open)}>
          {catalogueOf(language).popup.takeMe} <small>{place.button[language]}</small>
        </button>
      )}
      <button type="button" data-action="leave" class="option" onClick={onLeave}>
        {leave}
      </button>
    </section>
  );
}

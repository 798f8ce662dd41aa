import { HANDOUTS } from '../../classroom/kit';
import type { Language } from '../../content-rules/schema';
import { fill } from '../fill';
import { type HandoutChoice, MOST_CARDS, SIZES } from './choice';
import { handoutWordsOf } from './words';

const LANGUAGES_OF: Record<'chinese' | 'english' | 'both', readonly Language[]> = { chinese: ['zh-TW'], english: ['en'], both: ['zh-TW', 'en'] };

export interface HandoutChooserProps {
  language: Language;
  choice: HandoutChoice;
  /** All pictures of the sheet are there. */
  isReady: boolean;
  /** The letters of a sheet that has to fit on one page, in points; null of all others. */
  fitted: number | null;
  onChoice(choice: HandoutChoice): void;
  onPrint(): void;
}

/** What is printed, and how large. Not itself printed. */
export function HandoutChooser({ language, choice, isReady, fitted, onChoice, onPrint }: HandoutChooserProps) {
  const words = handoutWordsOf(language);
  return (
    <section class="panel chooser" data-part="chooser" aria-label={words.sheet}>
      <p>{words.lead}</p>
      <fieldset>
        <legend>{words.sheet}</legend>
        {HANDOUTS.map((sheet) => (
          <label key={sheet} class="check">
            <input type="radio" name="sheet" value={sheet} checked={choice.sheet === sheet} onChange={() => onChoice({ ...choice, sheet })} />
            <span>
              {words.sheets[sheet]}
              <small>{words.sheetsWhy[sheet]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="row">
        <legend>{words.languages}</legend>
        {(['chinese', 'english', 'both'] as const).map((which) => (
          <label key={which} class="check">
            <input
              type="radio"
              name="languages"
              value={which}
              checked={choice.languages.join() === LANGUAGES_OF[which].join()}
              onChange={() => onChoice({ ...choice, languages: LANGUAGES_OF[which] })}
            />
            {words[which]}
          </label>
        ))}
      </fieldset>
      <fieldset class="row">
        <legend>{words.size}</legend>
        {SIZES.map((size) => (
          <label key={size} class="check">
            <input type="radio" name="size" value={size} checked={choice.size === size} onChange={() => onChoice({ ...choice, size })} />
            {fill(words.points, { n: size })}
          </label>
        ))}
      </fieldset>
      {fitted !== null && fitted < choice.size && (
        <p role="status" class="hint" data-part="fitted">
          {fill(words.fitted, { n: fitted })}
        </p>
      )}
      {choice.sheet === 'cards' && (
        <label class="check">
          {words.amount}
          <input
            type="number"
            name="cards"
            min={1}
            max={MOST_CARDS}
            value={choice.cards}
            onChange={({ currentTarget }) => onChoice({ ...choice, cards: Math.min(MOST_CARDS, Math.max(1, Math.floor(currentTarget.valueAsNumber) || 1)) })}
          />
        </label>
      )}
      <button type="button" data-action="print" class="main" disabled={!isReady} onClick={onPrint}>
        {words.print}
      </button>
      <p role="status">{isReady ? words.printHint : words.drawing}</p>
    </section>
  );
}

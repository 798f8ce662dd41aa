import type { Language } from '../content-rules/schema';
import { type Catalogue, catalogueOf, fill } from './language';
import type { Where } from './popup-model';
import { Sentence } from './Sentence';

type Offer = NonNullable<Where['offer']>;

function labelOf(offer: Offer, words: Catalogue['popup']): string {
  return { reload: words.reloadTab, resume: words.resume, 'show-card': words.showAgain, allow: words.allow }[offer];
}

/** Where the person is: the tab in front, its real host, and what can be done if the guide is not at work there. */
export function WhereLine({ where, language, onOffer }: { where: Where; language: Language; onOffer(offer: Offer): void }) {
  const words = catalogueOf(language).popup;
  const { offer } = where;
  return (
    <div data-part="where" class={where.isUnsure ? 'where note' : 'where'}>
      <p>
        <Sentence text={where.text} language={language} />
        {where.host !== null && <small>{fill(words.addressRight, { host: where.host })}</small>}
      </p>
      {offer !== null && (
        <button type="button" data-action={offer} class="option" onClick={() => onOffer(offer)}>
          {labelOf(offer, words)}
        </button>
      )}
    </div>
  );
}

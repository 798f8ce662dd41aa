import { Component } from 'preact';
import { cardWordsOf } from './card-words';
import { fill } from './fill';
import type { CardModel } from './models';
import { Sentence } from './Sentence';

type Kind = 'notFound' | 'different' | 'error' | 'other';
interface StuckProps {
  card: CardModel;
  onClose(): void;
}

const KINDS: readonly Kind[] = ['notFound', 'different', 'error', 'other'];

/** 「我卡住了」: what is it, one thing to do, and whom to call. */
export class Stuck extends Component<StuckProps, { kind: Kind | null }> {
  override state = { kind: null };

  override render({ card, onClose }: StuckProps, { kind }: { kind: Kind | null }) {
    const setKind = (chosen: Kind) => this.setState({ kind: chosen });
    const words = cardWordsOf(card.language).stuck;
    const advice = () => {
      if (kind === 'notFound') return card.look === '' ? words.notFoundNoWords : fill(words.notFoundSay, { words: card.look });
      return words[`${kind ?? 'other'}Say` as 'differentSay' | 'errorSay' | 'otherSay'];
    };
    return (
      <div data-part="stuck">
        {kind === null ? (
          <>
            <p class="do">{words.title}</p>
            {KINDS.map((each) => (
              <button key={each} type="button" class="option" data-action={`stuck-${each}`} onClick={() => setKind(each)}>
                {words[each]}
              </button>
            ))}
          </>
        ) : (
          <>
            <p class="do">
              <Sentence text={advice()} language={card.language} />
            </p>
            <p class="why">{fill(words.phone, card.hotline)}</p>
            <p class="why">{words.never}</p>
          </>
        )}
        <button type="button" class="quiet" data-action="stuck-close" onClick={onClose}>
          {words.close}
        </button>
      </div>
    );
  }
}

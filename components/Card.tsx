import { Component } from 'preact';
import { cardWordsOf } from './card-words';
import { fill } from './fill';
import type { CardButton, CardModel, StuckTopic } from './models';
import { QuestionBox } from './QuestionBox';
import { Sentence } from './Sentence';
import { Stuck } from './Stuck';

export interface CardProps {
  card: CardModel;
  onPress(button: CardButton): void;
  onAnswer(question: string, answer: string): void;
  onSkip(question: string): void;
  onPutAway(): void;
  onFold(folded: boolean): void;
  /** Asks for what 「我卡住了」 shows; null where nobody answers. */
  onStuck(): Promise<StuckTopic | null>;
}

interface CardState {
  /** What 「我卡住了」 shows, where it was pressed. */
  stuck: StuckTopic | null;
  /** It has been closed again: its button gets back the focus that it had. */
  wasStuck: boolean;
}

/** The one card: which step, one action, one reason. A class, because hooks would cost every page a kilobyte. */
export class Card extends Component<CardProps, CardState> {
  override state: CardState = { stuck: null, wasStuck: false };

  readonly #open = async () => {
    const { onStuck, card } = this.props;
    this.setState({ stuck: (await onStuck()) ?? stuckWithoutKeeper(card) });
  };

  readonly #close = () => this.setState({ stuck: null, wasStuck: true });

  readonly #focus = (element: HTMLElement | null) => {
    if (this.state.wasStuck) element?.focus();
  };

  override render({ card, onPress, onAnswer, onSkip, onPutAway, onFold }: CardProps, { stuck }: CardState) {
    const words = cardWordsOf(card.language).card;
    if (card.isFolded) {
      return (
        <section data-part="card" class="card folded" aria-label={cardWordsOf(card.language).name} lang={card.language}>
          <p data-part="title" class="line">
            <Sentence text={card.do === '' ? card.title : card.do} language={card.language} />
          </p>
          {card.staysFolded !== true && (
            <button type="button" data-action="unfold" class="quiet" onClick={() => onFold(false)}>
              {words.unfold}
            </button>
          )}
        </section>
      );
    }
    return (
      <section data-part="card" class={card.isUnsure ? 'card unsure' : 'card'} aria-label={cardWordsOf(card.language).name} lang={card.language}>
        <h2 data-part="title" class="title">
          <Sentence text={card.title} language={card.language} />
        </h2>
        <div class="body">
          {stuck !== null ? (
            <Stuck
              topic={stuck}
              language={card.language}
              onPress={(button) => {
                this.#close();
                onPress(button);
              }}
              onClose={this.#close}
            />
          ) : (
            <>
              {card.do !== '' && (
                <p data-part="do" class="do">
                  <Sentence text={card.do} language={card.language} />
                </p>
              )}
              {card.why !== '' && (
                <p data-part="why" class="why">
                  <Sentence text={card.why} language={card.language} />
                </p>
              )}
              {card.notes.map((note) => (
                <p key={note} data-part="note" class="note">
                  <Sentence text={note} language={card.language} />
                </p>
              ))}
              {card.buttons.map((button) => (
                <button
                  key={button.label}
                  type="button"
                  data-action={button.action}
                  class={button.action === 'leave' ? 'option' : 'main'}
                  onClick={() => onPress(button)}
                >
                  <Sentence text={button.label} language={card.language} />
                </button>
              ))}
              {card.question !== null && <QuestionBox question={card.question} language={card.language} onAnswer={onAnswer} onSkip={onSkip} />}
            </>
          )}
        </div>
        <footer class="footer">
          {stuck === null && (
            <button type="button" data-action="stuck" class="quiet" ref={this.#focus} onClick={this.#open}>
              {words.stuck}
            </button>
          )}
          <button type="button" data-action="fold" class="quiet" onClick={() => onFold(true)}>
            {words.fold}
          </button>
          <button type="button" data-action="put-away" class="quiet" onClick={onPutAway}>
            {words.putAway}
          </button>
          <small>{words.notOfficial}</small>
        </footer>
      </section>
    );
  }
}

/** What the page itself can say: the background is gone, or does not answer. */
function stuckWithoutKeeper(card: CardModel): StuckTopic {
  const words = cardWordsOf(card.language);
  return { id: '', sign: '', say: [card.do], topics: [], buttons: [], call: [fill(words.card.helpline, card.hotline)], close: words.card.backToCard };
}

import { Component } from 'preact';
import { cardWordsOf } from './card-words';
import type { CardButton, CardModel } from './models';
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
}

/** The one card: which step, one action, one reason. A class, because hooks would cost every page a kilobyte. */
export class Card extends Component<CardProps, { isStuck: boolean }> {
  override state = { isStuck: false };

  override render({ card, onPress, onAnswer, onSkip, onPutAway, onFold }: CardProps, { isStuck }: { isStuck: boolean }) {
    const setStuck = (stuck: boolean) => this.setState({ isStuck: stuck });
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
          {isStuck ? (
            <Stuck card={card} onClose={() => setStuck(false)} />
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
                <button key={button.label} type="button" data-action={button.action} class="main" onClick={() => onPress(button)}>
                  <Sentence text={button.label} language={card.language} />
                </button>
              ))}
              {card.question !== null && <QuestionBox question={card.question} language={card.language} onAnswer={onAnswer} onSkip={onSkip} />}
            </>
          )}
        </div>
        <footer class="footer">
          {!isStuck && (
            <button type="button" data-action="stuck" class="quiet" onClick={() => setStuck(true)}>
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

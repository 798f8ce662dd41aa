import { Component, createRef } from 'preact';
import { cardWordsOf } from './card-words';
import type { CautionModel } from './models';
import { Sentence } from './Sentence';

/** The buttons do nothing in this time, so that the second half of a double click decides nothing. Milliseconds. */
const DEAD_TIME = 500;

interface CautionProps {
  caution: CautionModel;
  onSafe(muted: boolean): void;
  onInsist(muted: boolean): void;
  onDismiss(): void;
}

/**
 * The warning over a held choice: a native modal dialog, focus on the safe answer, two equal buttons. Esc is safe: it lets nothing
 * through, and chooses nothing either.
 */
export class CautionDialog extends Component<CautionProps, { isMuted: boolean }> {
  override state = { isMuted: false };
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #safe = createRef<HTMLButtonElement>();
  #shownAt = 0;

  override componentDidMount() {
    this.#shownAt = performance.now();
    this.#dialog.current?.showModal();
    this.#safe.current?.focus();
  }

  /** Gives the focus back to where it was; taking an open dialog out of the page does not. */
  override componentWillUnmount() {
    this.#dialog.current?.close();
  }

  override render({ caution, onSafe, onInsist, onDismiss }: CautionProps, { isMuted }: { isMuted: boolean }) {
    const decide = (act: (muted: boolean) => void) => {
      if (performance.now() - this.#shownAt >= DEAD_TIME) act(isMuted);
    };
    return (
      <dialog
        ref={this.#dialog}
        data-part="caution"
        class="caution"
        aria-labelledby="caution-title"
        lang={caution.language}
        onCancel={(event) => {
          event.preventDefault();
          onDismiss();
        }}
      >
        <h2 id="caution-title" data-part="title">
          <Sentence text={caution.title} language={caution.language} />
        </h2>
        <p data-part="body">
          <Sentence text={caution.body} language={caution.language} />
        </p>
        <div class="answers">
          <button ref={this.#safe} type="button" data-action="safe" class="answer" onClick={() => decide(onSafe)}>
            <Sentence text={caution.safe} language={caution.language} />
          </button>
          <button type="button" data-action="insist" class="answer" onClick={() => decide(onInsist)}>
            <Sentence text={caution.insist} language={caution.language} />
          </button>
        </div>
        <label class="mute">
          <input type="checkbox" data-action="mute" checked={isMuted} onChange={() => this.setState({ isMuted: !isMuted })} />
          {cardWordsOf(caution.language).caution.mute}
        </label>
      </dialog>
    );
  }
}

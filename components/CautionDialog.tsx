import { Component, createRef } from 'preact';
import { cardWordsOf } from './card-words';
import type { CautionModel } from './models';
import { Sentence } from './Sentence';

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

  override componentDidMount() {
    this.#dialog.current?.showModal();
    this.#safe.current?.focus();
  }

  /** Gives the focus back to where it was; taking an open dialog out of the page does not. */
  override componentWillUnmount() {
    this.#dialog.current?.close();
  }

  override render({ caution, onSafe, onInsist, onDismiss }: CautionProps, { isMuted }: { isMuted: boolean }) {
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
          <button ref={this.#safe} type="button" data-action="safe" class="answer" onClick={() => onSafe(isMuted)}>
            <Sentence text={caution.safe} language={caution.language} />
          </button>
          <button type="button" data-action="insist" class="answer" onClick={() => onInsist(isMuted)}>
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

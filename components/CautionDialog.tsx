import { useEffect, useRef, useState } from 'preact/hooks';
import { cardWordsOf } from './card-words';
import type { CautionModel } from './models';
import { Sentence } from './Sentence';

/** The buttons do nothing in this time, so that the second half of a double click decides nothing. Milliseconds. */
const DEAD_TIME = 500;

/**
 * The warning over a held choice: a native modal dialog, focus on the safe answer, two equal buttons, Esc is safe.
 * Only presses of a person count.
 */
export function CautionDialog({
  caution,
  onSafe,
  onInsist,
}: {
  caution: CautionModel;
  onSafe(muted: boolean): void;
  onInsist(muted: boolean): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const shownAt = useRef(0);
  const [isMuted, setMuted] = useState(false);
  useEffect(() => {
    shownAt.current = performance.now();
    if (dialog.current?.open === false) dialog.current.showModal();
    safe.current?.focus();
  }, []);
  const decide = (event: Event, act: (muted: boolean) => void) => {
    if (event.isTrusted && performance.now() - shownAt.current >= DEAD_TIME) act(isMuted);
  };
  return (
    <dialog
      ref={dialog}
      data-part="caution"
      class="caution"
      aria-labelledby="caution-title"
      lang={caution.language}
      onCancel={(event) => {
        event.preventDefault();
        onSafe(false);
      }}
    >
      <h2 id="caution-title" data-part="title">
        <Sentence text={caution.title} language={caution.language} />
      </h2>
      <p data-part="body">
        <Sentence text={caution.body} language={caution.language} />
      </p>
      <div class="answers">
        <button ref={safe} type="button" data-action="safe" class="answer" onClick={(event) => decide(event, onSafe)}>
          <Sentence text={caution.safe} language={caution.language} />
        </button>
        <button type="button" data-action="insist" class="answer" onClick={(event) => decide(event, onInsist)}>
          <Sentence text={caution.insist} language={caution.language} />
        </button>
      </div>
      <label class="mute">
        <input type="checkbox" data-action="mute" checked={isMuted} onChange={(event) => event.isTrusted && setMuted(!isMuted)} />
        {cardWordsOf(caution.language).caution.mute}
      </label>
    </dialog>
  );
}

import type { Language } from '../../content-rules/schema';
import { Sentence } from '../Sentence';
import { practiceWordsOf } from './words';

export interface PresenterBarProps {
  language: Language;
  step: number | null;
  sentence: string;
  onNext(): void;
  onBack(): void;
  onFreeze(): void;
  onMailbox(): void;
  onLeave(): void;
}

/** For a projector: the number of the step, one sentence, and what a presenter's clicker does. */
export function PresenterBar({ language, step, sentence, onNext, onBack, onFreeze, onMailbox, onLeave }: PresenterBarProps) {
  const words = practiceWordsOf(language);
  return (
    <div class="presenter" data-part="presenter">
      <b data-part="presenter-step">{step ?? '–'}</b>
      <p aria-live="polite">
        <Sentence text={sentence} language={language} />
      </p>
      <div class="row">
        <button type="button" data-action="presenter-back" class="option" onClick={onBack}>
          {words.presenter.back}
        </button>
        <button type="button" data-action="presenter-next" class="main" onClick={onNext}>
          {words.presenter.next}
        </button>
        <button type="button" data-action="freeze" class="option" onClick={onFreeze}>
          {words.presenter.freeze}
        </button>
        <button type="button" data-action="presenter-mailbox" class="quiet" onClick={onMailbox}>
          {words.mailbox}
        </button>
        <button type="button" data-action="presenter-leave" class="quiet" onClick={onLeave}>
          {words.presenter.leave}
        </button>
      </div>
    </div>
  );
}

/** Lies over everything until the trainer goes on. */
export function Frozen({ language, onGoOn }: { language: Language; onGoOn(): void }) {
  const { presenter } = practiceWordsOf(language);
  return (
    <div class="frozen" role="alertdialog" aria-modal="true" aria-label={presenter.freeze} data-part="frozen">
      <p>{presenter.freeze}</p>
      <button type="button" data-action="thaw" class="main" onClick={onGoOn} ref={(button) => button?.focus()}>
        {presenter.goOn}
      </button>
    </div>
  );
}

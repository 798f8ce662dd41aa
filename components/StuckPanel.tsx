import { useRef, useState } from 'preact/hooks';
import type { Language } from '../content-rules/schema';
import { catalogueOf } from './language';
import type { CardButton, StuckTopic } from './models';
import { Stuck } from './Stuck';

interface StuckPanelProps {
  language: Language;
  /** Null where nobody answers: the numbers to call stand further down. */
  onStuck(): Promise<StuckTopic | null>;
  onPress(button: CardButton): void;
  /** Makes a report for support; null where no page of the sites is in front. */
  onReport: (() => void) | null;
}

/** 「我卡住了」 in the popup: the same as on the card, for the step at hand. */
export function StuckPanel({ language, onStuck, onPress, onReport }: StuckPanelProps) {
  const words = catalogueOf(language);
  const [topic, setTopic] = useState<StuckTopic | null>(null);
  const [isAlone, setAlone] = useState(false);
  const wasOpen = useRef(false);
  const open = async () => {
    const asked = await onStuck();
    wasOpen.current = true;
    setTopic(asked);
    setAlone(asked === null);
  };
  return (
    <section data-part="stuck-panel" class={topic === null ? 'where' : 'panel'} aria-label={words.card.stuck}>
      {topic === null ? (
        <button
          type="button"
          data-action="stuck"
          class="option"
          ref={(element) => {
            if (wasOpen.current) element?.focus();
          }}
          onClick={open}
        >
          {words.card.stuck}
        </button>
      ) : (
        <Stuck
          topic={topic}
          language={language}
          onPress={(button) => {
            setTopic(null);
            onPress(button);
          }}
          onClose={() => setTopic(null)}
        />
      )}
      {topic !== null && onReport !== null && (
        <div data-part="report">
          <button type="button" data-action="report" class="option" onClick={onReport}>
            {words.popup.report}
          </button>
          <p class="hint">{words.popup.reportHint}</p>
        </div>
      )}
      {isAlone && <p role="status">{words.help.silent}</p>}
    </section>
  );
}

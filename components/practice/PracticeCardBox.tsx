import { useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { CARD_FIELDS, practiceCard } from '../../practice/card';
import { fill } from '../fill';
import { practiceWordsOf } from './words';

/** What to fill in: the card of this place, on the screen for whoever has none on paper. */
export function PracticeCardBox({ language, number, onNumber }: { language: Language; number: number; onNumber(number: number): void }) {
  const words = practiceWordsOf(language);
  const [isOpen, setOpen] = useState(false);
  const card = practiceCard(number);
  return (
    <details class="practice-card" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary data-action="card">{words.card}</summary>
      <div class="panel" data-part="practice-card">
        <p>{words.cardLead}</p>
        <label>
          {fill(words.cardNumber, { number: String(number) })}{' '}
          <input
            type="number"
            min={1}
            max={99}
            value={number}
            onChange={({ currentTarget }) => onNumber(Math.min(99, Math.max(1, currentTarget.valueAsNumber || 1)))}
          />
        </label>
        <dl>
          {CARD_FIELDS.map((field) => (
            <div key={field}>
              <dt>{words.cardFields[field]}</dt>
              <dd>{card[field]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

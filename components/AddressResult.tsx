import type { Language } from '../content-rules/schema';
import type { AddressModel } from './address-model';
import { catalogueOf } from './language';
import { Sentence } from './Sentence';

const SIGNS: Record<AddressModel['tone'], string> = { right: '✓', wrong: '✕', unsure: '?' };

/** What is thought of one address: sign, words, and the way to the official site. Hosts are text, whatever is in them. */
export function AddressResult({
  part,
  model,
  language,
  onOpen,
  onStay = null,
}: {
  part: string;
  model: AddressModel;
  language: Language;
  onOpen(official: string): void;
  onStay?: (() => void) | null;
}) {
  const words = catalogueOf(language).address;
  const { official, call } = model;
  const [before, after] = words.call.split('{telephone}');
  return (
    <div data-part={part} data-tone={model.tone} class="address">
      <p class="verdict">
        <span class="sign" aria-hidden="true">
          {SIGNS[model.tone]}
        </span>
        <strong>{model.title}</strong>
      </p>
      {model.lines.map((line) => (
        <p key={line}>
          <Sentence text={line} language={language} />
        </p>
      ))}
      {official !== null && (
        <button type="button" data-action="open-official" class={model.tone === 'wrong' ? 'main' : 'option'} onClick={() => onOpen(official)}>
          {words.open} <small>{official}</small>
        </button>
      )}
      {onStay !== null && (
        <button type="button" data-action="stay" class="option" onClick={onStay}>
          {words.stay}
        </button>
      )}
      {call !== null && (
        <p class="call">
          {before}
          <a href={`tel:${call.telephone}`}>{call.telephone}</a>
          {after} <small>{call.name}</small>
        </p>
      )}
    </div>
  );
}

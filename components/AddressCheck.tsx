import { useState } from 'preact/hooks';
import type { Language, OfficialHosts } from '../content-rules/schema';
import { judgePasted } from '../engine/address/judge-pasted';
import type { AddressVerdict } from '../engine/address/verdict';
import { AddressResult } from './AddressResult';
import { addressModel } from './address-model';
import { catalogueOf } from './language';
import { Sentence } from './Sentence';

export interface AddressCheckProps {
  list: OfficialHosts;
  language: Language;
  /** Of the tab in front, null where the browser does not tell its address. */
  inFront: AddressVerdict | null;
  onOpen(official: string, from: 'tab' | 'pasted'): void;
}

/** 「這是官方網站嗎？」: the tab in front, and a box for links. What is pasted is in the box and nowhere else; the verdict keeps its host alone. */
export function AddressCheck({ list, language, inFront, onOpen }: AddressCheckProps) {
  const [verdict, setVerdict] = useState<AddressVerdict | null>(null);
  const words = catalogueOf(language).address;
  const model = verdict === null ? null : addressModel(verdict, 'pasted', list, language);
  const boxOf = (form: HTMLFormElement) => form.querySelector('textarea') as HTMLTextAreaElement;
  const check = (form: HTMLFormElement) => setVerdict(judgePasted(boxOf(form).value, list));
  return (
    <details data-part="address-check" class="panel settings">
      <summary>
        <h2>{words.title}</h2>
      </summary>
      {inFront !== null && (
        <>
          <h3>{words.inFront}</h3>
          <AddressResult
            part="address-in-front"
            model={addressModel(inFront, 'tab', list, language)}
            language={language}
            onOpen={(host) => onOpen(host, 'tab')}
          />
        </>
      )}
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          check(event.currentTarget);
        }}
      >
        <p>
          <Sentence text={words.hint} language={language} />
        </p>
        <label>
          {words.label}
          {/* A spelling checker or a store of the browser's must not get it either. */}
          <textarea
            data-part="address-box"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            dir="ltr"
            onInput={() => setVerdict(null)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              check(event.currentTarget.form as HTMLFormElement);
            }}
          />
        </label>
        <button type="submit" data-action="check-address" class="option">
          {words.check}
        </button>
        <button
          type="reset"
          data-action="clear-address"
          class="quiet"
          onClick={(event) => {
            setVerdict(null);
            boxOf(event.currentTarget.form as HTMLFormElement).focus();
          }}
        >
          {words.clear}
        </button>
        <p class="hint">{words.forgotten}</p>
      </form>
      <p role="status" data-part="address-status" class="status">
        {model !== null && <Sentence text={[model.title, ...model.lines].join(' ')} language={language} />}
      </p>
      {model !== null && <AddressResult part="address-verdict" model={model} language={language} onOpen={(host) => onOpen(host, 'pasted')} />}
    </details>
  );
}

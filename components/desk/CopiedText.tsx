import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { deskCatalogueOf } from '../../support/desk/catalogue';

export interface CopiedTextProps {
  /** By which it is found. */
  part: string;
  text: string;
  /** Of the text. */
  written: Language;
  language: Language;
}

/** A text as it will be pasted, and a button that copies it. */
export function CopiedText({ part, text, written, language }: CopiedTextProps) {
  const words = deskCatalogueOf(language).texts;
  const [state, setState] = useState<'copy' | 'copied' | 'notCopied'>('copy');
  // What was copied is another text.
  useEffect(() => setState('copy'), [text]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('notCopied'),
    );
  return (
    <>
      <pre data-part={part} lang={written === 'en' ? 'en' : 'zh-Hant-TW'}>
        {text}
      </pre>
      <button type="button" class="option" data-action={`copy-${part}`} aria-live="polite" onClick={copy}>
        {words[state]}
      </button>
    </>
  );
}

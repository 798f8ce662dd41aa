import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { deskCatalogueOf } from '../../support/desk/catalogue';
import { FileButton } from '../FileButton';
import { PageHeader } from '../PageHeader';
import { Sentence } from '../Sentence';

export interface DeskPageProps {
  language: Language;
  /** Why what was typed or opened cannot be read; null where it can. */
  fault: string | null;
  onLanguage(language: Language): void;
  onCode(text: string): void;
  onReport(file: File): void;
  /** What is known of the caller. */
  children: ComponentChildren;
}

/** The support page: a code or a file goes in, and what is known of the caller stands below. */
export function DeskPage({ language, fault, onLanguage, onCode, onReport, children }: DeskPageProps) {
  const words = deskCatalogueOf(language);
  const [typed, setTyped] = useState('');
  return (
    <div class="desk">
      <PageHeader title={words.title} language={language} onLanguage={onLanguage} />
      <main>
        <p>{words.lead}</p>
        <p class="note" data-part="never">
          {words.never}
        </p>
        <form
          class="panel code"
          onSubmit={(event) => {
            event.preventDefault();
            onCode(typed);
          }}
        >
          <label for="code">
            {words.code}
            <small>{words.codeHint}</small>
          </label>
          <input
            id="code"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            spellcheck={false}
            maxLength={60}
            aria-describedby="code-fault"
            aria-invalid={fault !== null}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" data-action="look-up" class="main">
            {words.look}
          </button>
          <FileButton action="open-report" part="report-file" label={words.openReport} onFile={onReport} />
          <div id="code-fault" role="alert" data-part="fault">
            {fault !== null && (
              <p class="note">
                <Sentence text={fault} language={language} />
              </p>
            )}
          </div>
        </form>
        {children}
      </main>
    </div>
  );
}

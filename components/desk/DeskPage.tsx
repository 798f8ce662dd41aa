import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { deskCatalogueOf } from '../../support/desk/catalogue';
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
  const file = useRef<HTMLInputElement>(null);
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
          <button type="button" data-action="open-report" class="option" onClick={() => file.current?.click()}>
            {words.openReport}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".json,application/json"
            data-part="report-file"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen !== undefined) onReport(chosen);
              currentTarget.value = '';
            }}
          />
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

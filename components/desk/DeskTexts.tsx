import { useState } from 'preact/hooks';
import type { Cause, Language } from '../../content-rules/schema';
import { deskCatalogueOf } from '../../support/desk/catalogue';
import { LANGUAGES } from '../language';
import { Sentence } from '../Sentence';
import { CopiedText } from './CopiedText';

export interface DeskTextsProps {
  language: Language;
  ticket: string;
  /** The likely causes, the most likely first. */
  causes: readonly Cause[];
  /** What is wrong with the page at present, a line each. */
  problems: readonly string[];
  /** The mail. Null is written where nobody knows the cause. */
  reply(cause: Cause | null, written: Language): string;
}

const NAMES: Record<Language, string> = { 'zh-TW': '中文', en: 'English' };

/** What goes into other programs: five lines for a ticket, and a mail; above them what is known to be wrong. */
export function DeskTexts({ language, ticket, causes, problems, reply }: DeskTextsProps) {
  const words = deskCatalogueOf(language).texts;
  const [chosen, setChosen] = useState('');
  const [written, setWritten] = useState(language);
  const cause = causes.find(({ id }) => id === chosen) ?? null;
  return (
    <>
      {problems.length > 0 && (
        <section class="panel note" aria-labelledby="problems-title" data-part="problems">
          <h2 id="problems-title">{words.problems}</h2>
          {problems.map((problem) => (
            <p key={problem}>
              <Sentence text={problem} language={language} />
            </p>
          ))}
        </section>
      )}
      <section class="panel" aria-labelledby="ticket-title">
        <h2 id="ticket-title">{words.ticket}</h2>
        <CopiedText part="ticket" text={ticket} written={language} language={language} />
      </section>
      <section class="panel" aria-labelledby="reply-title">
        <h2 id="reply-title">{words.reply}</h2>
        <label class="chosen">
          {words.cause}
          <select data-action="reply-cause" value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            <option value="">{words.noCause}</option>
            {causes.map(({ id, sign }) => (
              <option key={id} value={id}>
                {sign[language]}
              </option>
            ))}
          </select>
        </label>
        <label class="chosen">
          {words.language}
          <select data-action="reply-language" value={written} onChange={({ currentTarget }) => setWritten(currentTarget.value as Language)}>
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {NAMES[each]}
              </option>
            ))}
          </select>
        </label>
        <CopiedText part="reply" text={reply(cause, written)} written={written} language={language} />
      </section>
    </>
  );
}

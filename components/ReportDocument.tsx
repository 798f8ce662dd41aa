import type { Language } from '../content-rules/schema';
import { type Kind, pieces } from '../record/edit';
import type { RecordedDocument } from '../record/report';
import { catalogueOf, fill } from './language';
import { rowsOf } from './report-rows';

export interface ReportDocumentProps {
  document: RecordedDocument;
  /** Counts from 1 among the frames; 0 for the page itself. */
  number: number;
  language: Language;
  struck: ReadonlySet<string>;
  isGuideLeftOut: boolean;
  onStrike(word: string): void;
  onLeaveGuideOut(isOut: boolean): void;
}

/** One document of a report, as readable structure: each word a button that strikes it. */
export function ReportDocument({ document, number, language, struck, isGuideLeftOut, onStrike, onLeaveGuideOut }: ReportDocumentProps) {
  const words = catalogueOf(language).record;
  const said = (text: string, kind: Kind) => <Words text={text} kind={kind} struck={struck} onStrike={onStrike} />;
  return (
    <section class="panel" data-document={document.place.join('.')}>
      <h2>{number === 0 ? words.mainDocument : fill(words.framedDocument, { n: number })}</h2>
      <dl>
        <dt>{words.address}</dt>
        <dd>{said(document.address, 'address')}</dd>
        <dt>{words.pageTitle}</dt>
        <dd>{said(document.title, 'words')}</dd>
      </dl>
      {document.guide !== null && <Thought guide={document.guide} {...{ language, said, isGuideLeftOut, onLeaveGuideOut }} />}
      <ol class="rows">
        {rowsOf(document).map(({ depth, element, said: strings }, index) => (
          // The rows of a document never change their order.
          <li key={index} class={`depth-${depth}`}>
            <code>{element}</code>
            {strings.map(({ attribute, kind, text }) => (
              <span key={attribute} class="said">
                {attribute !== '' && <small>{attribute}</small>}
                {said(text, kind)}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface WordsProps {
  text: string;
  kind: Kind;
  struck: ReadonlySet<string>;
  onStrike(word: string): void;
}

function Words({ text, kind, struck, onStrike }: WordsProps) {
  return (
    <span class="words" lang="zh-Hant-TW">
      {pieces(text, kind).map((piece, index) => {
        if (piece.kind !== 'word') return <span class={piece.kind}>{piece.text}</span>;
        return (
          <button key={index} type="button" class="word" aria-pressed={struck.has(piece.text)} onClick={() => onStrike(piece.text)}>
            {piece.text}
          </button>
        );
      })}
    </span>
  );
}

interface ThoughtProps {
  guide: NonNullable<RecordedDocument['guide']>;
  language: Language;
  isGuideLeftOut: boolean;
  said(text: string, kind: Kind): preact.JSX.Element;
  onLeaveGuideOut(isOut: boolean): void;
}

function Thought({ guide, language, isGuideLeftOut, said, onLeaveGuideOut }: ThoughtProps) {
  const words = catalogueOf(language).record;
  return (
    <div class="thought" data-part="thought">
      <h3>{words.guide}</h3>
      <p>
        {fill(words.verdict, { verdict: guide.verdict })}
        {guide.page !== null && ` · ${fill(words.page, { page: guide.page })}`}
        {guide.step !== null && ` · ${fill(words.step, { n: guide.step })}`}
      </p>
      {guide.target !== null && (
        <p>
          {words.target} <code>{guide.target.role}</code> {said(guide.target.name, 'words')}
        </p>
      )}
      {guide.why.length > 0 && (
        <details>
          <summary>{fill(words.why, { n: guide.why.length })}</summary>
          <ul>
            {guide.why.map(({ page, condition, passed }) => (
              <li key={`${page} ${condition}`}>
                {passed ? words.holds : words.fails}: {page} {condition}
              </li>
            ))}
          </ul>
        </details>
      )}
      <label class="check">
        <input type="checkbox" data-action="leave-guide-out" checked={isGuideLeftOut} onChange={() => onLeaveGuideOut(!isGuideLeftOut)} />
        {words.leaveGuideOut}
      </label>
    </div>
  );
}

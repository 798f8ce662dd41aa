import type { Language } from '../content-rules/schema';
import { countsOf } from '../record/edit';
import type { FieldReport } from '../record/report';
import { catalogueOf, fill } from './language';
import { PageHeader } from './PageHeader';
import { ReportDocument } from './ReportDocument';
import { SaveOrDrop } from './SaveOrDrop';
import { Sentence } from './Sentence';

/** Where the report is. Once it is saved or thrown away it is nowhere here. */
export type ReportState =
  | { kind: 'recording' }
  | { kind: 'off' }
  | { kind: 'failed' }
  | { kind: 'review'; report: FieldReport; struck: ReadonlySet<string>; isGuideLeftOut: boolean }
  | { kind: 'saved'; file: string }
  | { kind: 'dropped' };

export interface ReportPageProps {
  language: Language;
  state: ReportState;
  onLanguage(language: Language): void;
  onOptions(): void;
  onStrike(word: string): void;
  onLeaveGuideOut(isOut: boolean): void;
  onWasLoggedIn(wasLoggedIn: boolean): void;
  onSave(): void;
  onDrop(): void;
}

/** Shows a field report before it is saved: each word of it, and what can be done about it. */
export function ReportPage(props: ReportPageProps) {
  const { language, state } = props;
  const { record: words } = catalogueOf(language);
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={props.onLanguage} />
      <main data-state={state.kind}>
        <p role="status" data-part="record-state">
          <Sentence text={statusOf(state, language)} language={language} />
        </p>
        {state.kind === 'off' && (
          <button type="button" class="main" data-action="options" onClick={props.onOptions}>
            {words.openOptions}
          </button>
        )}
        {state.kind === 'review' && <Review {...props} state={state} />}
      </main>
    </div>
  );
}

function statusOf(state: ReportState, language: Language): string {
  const words = catalogueOf(language).record;
  switch (state.kind) {
    case 'recording':
      return words.looking;
    case 'review':
      return fill(words.counts, { ...countsOf(state.report, state.struck) });
    case 'saved':
      return fill(words.saved, { file: state.file });
    default:
      return words[state.kind];
  }
}

function Review({ language, state, ...props }: ReportPageProps & { state: Extract<ReportState, { kind: 'review' }> }) {
  const words = catalogueOf(language).record;
  const { report, struck, isGuideLeftOut } = state;
  const login = { guest: words.loginGuest, seen: words.loginSeen, unsure: words.loginUnsure, said: words.loginSaid }[report.login];
  const isSettled = report.login === 'seen' || report.login === 'unsure';
  return (
    <>
      <section class="panel told">
        {[words.intro, words.strike, words.memory, words.noWords].map((sentence) => (
          <p key={sentence}>
            <Sentence text={sentence} language={language} />
          </p>
        ))}
        <p class="note" data-part="login">
          <Sentence text={login} language={language} />
        </p>
        <label class="check">
          <input
            type="checkbox"
            data-action="was-logged-in"
            checked={report.login !== 'guest'}
            disabled={isSettled}
            onChange={(event) => props.onWasLoggedIn(event.currentTarget.checked)}
          />
          {words.iWasLoggedIn}
        </label>
      </section>
      {report.documents.map((document, index) => (
        <ReportDocument
          key={document.place.join('.')}
          document={document}
          number={index}
          language={language}
          struck={struck}
          isGuideLeftOut={isGuideLeftOut}
          onStrike={props.onStrike}
          onLeaveGuideOut={props.onLeaveGuideOut}
        />
      ))}
      <SaveOrDrop words={words} onSave={props.onSave} onDrop={props.onDrop} />
    </>
  );
}

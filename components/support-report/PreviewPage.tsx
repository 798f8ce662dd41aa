import type { Language } from '../../content-rules/schema';
import { PARTS, type Part, type SupportReport } from '../../support/report/format';
import { fill } from '../fill';
import { PageHeader } from '../PageHeader';
import { SaveOrDrop } from '../SaveOrDrop';
import { Sentence } from '../Sentence';
import { ChangesList } from './ChangesList';
import { JourneyList } from './JourneyList';
import type { Names } from './names';
import { PreviewPart } from './PreviewPart';
import { RecorderBox, type RecorderBoxProps } from './RecorderBox';
import { ScreenList, VersionsList } from './ScreenList';
import { SeenDocument } from './SeenDocument';
import { reportWordsOf } from './words';

/** Where the report is. Once it is saved or thrown away it is nowhere here. */
export type PreviewState =
  | { kind: 'looking' }
  | { kind: 'failed' }
  | { kind: 'review'; report: SupportReport; left: ReadonlySet<Part> }
  | { kind: 'saved'; file: string }
  | { kind: 'dropped' };

export interface PreviewPageProps {
  language: Language;
  state: PreviewState;
  names: Names;
  recorder: Omit<RecorderBoxProps, 'language'>;
  onLanguage(language: Language): void;
  onInclude(part: Part, isIn: boolean): void;
  onSave(): void;
  onDrop(): void;
}

/** Shows a support report before it is saved, in plain words; each part can be left out. */
export function PreviewPage(props: PreviewPageProps) {
  const { language, state } = props;
  const words = reportWordsOf(language);
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={props.onLanguage} />
      <main data-state={state.kind}>
        <p role="status" data-part="report-state">
          <Sentence text={statusOf(state, language)} language={language} />
        </p>
        {state.kind === 'review' && <Review {...props} state={state} />}
      </main>
    </div>
  );
}

function statusOf(state: PreviewState, language: Language): string {
  const words = reportWordsOf(language);
  switch (state.kind) {
    case 'review': {
      const left = PARTS.filter((part) => state.report[part] !== undefined && state.left.has(part)).length;
      return left === 0 ? words.ready : fill(words.readyWithout, { n: left });
    }
    case 'saved':
      return fill(words.saved, { file: state.file });
    default:
      return words[state.kind];
  }
}

function Review({ language, state, names, ...props }: PreviewPageProps & { state: Extract<PreviewState, { kind: 'review' }> }) {
  const words = reportWordsOf(language);
  const { report, left } = state;
  const { versions, screen, changes, journey, page } = report;
  const shared = { language, left, onInclude: props.onInclude };
  return (
    <>
      <section class="panel told">
        {[words.intro, words.nothingSent, words.shapes].map((sentence) => (
          <p key={sentence}>
            <Sentence text={sentence} language={language} />
          </p>
        ))}
      </section>
      <PreviewPart part="versions" {...shared}>
        <VersionsList versions={versions} language={language} />
      </PreviewPart>
      {screen !== undefined && (
        <PreviewPart part="screen" {...shared}>
          <ScreenList screen={screen} language={language} />
        </PreviewPart>
      )}
      {journey !== undefined && (
        <PreviewPart part="journey" {...shared}>
          <JourneyList journey={journey} names={names} language={language} />
        </PreviewPart>
      )}
      {changes !== undefined && (
        <PreviewPart part="changes" count={changes.length} {...shared}>
          <ChangesList changes={changes} names={names} language={language} />
        </PreviewPart>
      )}
      {page !== undefined && (
        <PreviewPart part="page" {...shared}>
          {page.map((document, index) => (
            // The documents of a report never change their order.
            <SeenDocument key={index} document={document} number={index} names={names} language={language} />
          ))}
        </PreviewPart>
      )}
      <RecorderBox language={language} {...props.recorder} />
      <SaveOrDrop words={words} onSave={props.onSave} onDrop={props.onDrop} />
    </>
  );
}

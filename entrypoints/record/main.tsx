import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import journey from '#journey';
import known from '#known-words';
import { catalogueOf } from '../../components/language';
import { usePageTitle } from '../../components/page-title';
import { ReportPage, type ReportState } from '../../components/ReportPage';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { comeToFront } from '../../platform/own-tab';
import { isRecorderOn } from '../../platform/recorder-switch';
import { recordTab } from '../../platform/recording';
import { saveReport } from '../../platform/save-report';
import { followTextSize } from '../../platform/text-size';
import { knownWordsOnly, withoutStruck } from '../../record/edit';
import { indexOf } from '../../record/known-words';
import type { FieldReport } from '../../record/report';
import { Shaper } from '../../record/shape';

const store = openOwnPageStore(journey.tells);
followTextSize();
const shaper = new Shaper(indexOf(known));

/** Records the tab that the address names, once, and then comes to the front. */
async function record(): Promise<ReportState> {
  try {
    if (!(await isRecorderOn())) return { kind: 'off' };
    const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
    return { kind: 'review', report: await recordTab(tab, shaper), struck: new Set(), isGuideLeftOut: false };
  } catch {
    return { kind: 'failed' };
  }
}

const recording = record();

/** What may be saved: without what was struck and left out. */
function reportToSave({ report, struck, isGuideLeftOut }: Extract<ReportState, { kind: 'review' }>): FieldReport {
  const left = withoutStruck(report, struck);
  return isGuideLeftOut ? { ...left, documents: left.documents.map((document) => ({ ...document, guide: null })) } : left;
}

function Main() {
  const { memory, settings } = useStore(store);
  const [state, setState] = useState<ReportState>({ kind: 'recording' });
  /** The open report, kept while the box 「我已經登入了」 is ticked, so that it can be unticked. */
  const [open, setOpen] = useState<FieldReport | null>(null);
  const { language } = settings;
  useEffect(() => {
    void recording.then(async (recorded) => {
      setState(recorded);
      await comeToFront();
    });
  }, []);
  usePageTitle(language, catalogueOf(language).record.title);
  const forget = (end: ReportState) => {
    setOpen(null);
    setState(end);
  };
  const inReview = (change: (review: Extract<ReportState, { kind: 'review' }>) => Partial<Extract<ReportState, { kind: 'review' }>>) =>
    setState((before) => (before.kind === 'review' ? { ...before, ...change(before) } : before));
  const strike = (word: string) =>
    inReview(({ struck }) => ({ struck: new Set(struck.has(word) ? [...struck].filter((each) => each !== word) : [...struck, word]) }));
  const wasLoggedIn = (was: boolean) => {
    if (state.kind !== 'review') return;
    if (was) setOpen(state.report);
    inReview(({ report }) => ({ report: was ? knownWordsOnly(report, shaper) : (open ?? report) }));
    if (!was) setOpen(null);
  };
  if (memory === 'reading') return null;
  return (
    <ReportPage
      language={language}
      state={state}
      onLanguage={(chosen) => void askKeeper({ ask: 'change', settings: { language: chosen } })}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onStrike={strike}
      onLeaveGuideOut={(isGuideLeftOut) => inReview(() => ({ isGuideLeftOut }))}
      onWasLoggedIn={wasLoggedIn}
      onSave={() => state.kind === 'review' && forget({ kind: 'saved', file: saveReport(reportToSave(state)) })}
      onDrop={() => forget({ kind: 'dropped' })}
    />
  );
}

render(<Main />, document.getElementById('record') as HTMLElement);

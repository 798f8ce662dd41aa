import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import help from '#help-pack';
import journey from '#journey';
import namedPages from '#named-pages';
import rules from '#rules-version';
import { usePageTitle } from '../../components/page-title';
import type { Names } from '../../components/support-report/names';
import { PreviewPage, type PreviewState } from '../../components/support-report/PreviewPage';
import { reportWordsOf } from '../../components/support-report/words';
import type { Language } from '../../content-rules/schema';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { comeToFront } from '../../platform/own-tab';
import { isRecorderOn, onRecorderSwitched, openRecordPage } from '../../platform/recorder-switch';
import { saveSupportReport } from '../../platform/save-support-report';
import { reportOfTab } from '../../platform/seen-tab';
import { followTextSize } from '../../platform/text-size';
import { type Part, without } from '../../support/report/format';

const store = openOwnPageStore(journey.tells);
followTextSize();
const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);

const NAMES: Names = {
  page: (id, language) => namedPages.find(({ page }) => page === id)?.name[language] ?? id,
  recovery: (id, language) => help.recoveries.find((recovery) => recovery.id === id)?.title[language] ?? id,
};

/** Looks at the tab that the address names, once. */
async function look(language: Language): Promise<PreviewState> {
  try {
    return { kind: 'review', report: await reportOfTab(tab, rules, language), left: new Set() };
  } catch {
    return { kind: 'failed' };
  }
}

/** The page is recorded as the person sees it, so its tab comes to the front first. */
async function record() {
  await browser.tabs.update(tab, { active: true });
  await openRecordPage(tab);
}

function Main() {
  const { memory, settings } = useStore(store);
  const [state, setState] = useState<PreviewState>({ kind: 'looking' });
  const [canRecord, setCanRecord] = useState(false);
  const { language } = settings;
  const isReady = memory !== 'reading';
  useEffect(() => {
    if (isReady) void look(language).then(setState).then(comeToFront);
  }, [isReady]);
  useEffect(() => {
    void isRecorderOn().then(setCanRecord);
    return onRecorderSwitched(setCanRecord);
  }, []);
  usePageTitle(language, reportWordsOf(language).title);
  const include = (part: Part, isIn: boolean) =>
    setState((before) => {
      if (before.kind !== 'review') return before;
      const others = [...before.left].filter((each) => each !== part);
      return { ...before, left: new Set(isIn ? others : [...others, part]) };
    });
  if (!isReady) return null;
  return (
    <PreviewPage
      language={language}
      state={state}
      names={NAMES}
      recorder={{ canRecord, onRecord: () => void record(), onOptions: () => void browser.runtime.openOptionsPage() }}
      onLanguage={(chosen) => void askKeeper({ ask: 'change', settings: { language: chosen } })}
      onInclude={include}
      onSave={() => state.kind === 'review' && setState({ kind: 'saved', file: saveSupportReport(without(state.report, state.left)) })}
      onDrop={() => setState({ kind: 'dropped' })}
    />
  );
}

render(<Main />, document.getElementById('report') as HTMLElement);

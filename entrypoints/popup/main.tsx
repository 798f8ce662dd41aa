import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import journey from '#journey';
import officialHosts from '#official-hosts';
import { catalogueOf } from '../../components/language';
import { Popup, type PopupActions } from '../../components/Popup';
import { stepAtHand, type TabInFront, toldBy } from '../../components/popup-model';
import type { RecoveryOfSite } from '../../content-rules/schema';
import { askKeeper, type FromOwnPage } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { isRecorderOn, onRecorderSwitched, openRecordPage } from '../../platform/recorder-switch';
import { openReportPage } from '../../platform/report-page';
import type { Settings } from '../../platform/settings';
import { lookAtTab, openOfficial, originsOf } from '../../platform/tab-in-front';
import { followTextSize } from '../../platform/text-size';

const inPrivate = isPrivateWindow();
const store = openOwnPageStore(journey.tells, inPrivate);
followTextSize();

/** The small window under the toolbar button, not the same page open as a tab. */
const isSmallWindow = browser.extension.getViews({ type: 'popup' }).includes(window);

function Main() {
  const { memory, progress, settings, hasSetAside } = useStore(store);
  const [tab, setTab] = useState<TabInFront>({ kind: 'looking' });
  const [isSaved, setSaved] = useState(true);
  const [canRecord, setCanRecord] = useState(false);
  const [recovery, setRecovery] = useState<RecoveryOfSite | null>(null);
  const wayBack = progress.recovery?.id;

  const latest = useRef(0);
  const look = () => {
    latest.current += 1;
    const looking = latest.current;
    // One that began later has seen more: an old one must not call the address before the right one of now.
    void lookAtTab(journey, officialHosts).then((seen) => looking === latest.current && setTab(seen));
  };
  useEffect(() => {
    const lookWhenLoaded = (_tab: number, { status }: { status?: string }) => status === 'complete' && look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(lookWhenLoaded);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(lookWhenLoaded);
    };
  }, []);
  useEffect(look, [progress, settings]);
  useEffect(() => {
    let isWanted = true;
    const found = wayBack === undefined ? Promise.resolve(null) : askKeeper<RecoveryOfSite>({ ask: 'recovery', recovery: wayBack });
    void found.then((recovery) => isWanted && setRecovery(recovery));
    return () => {
      isWanted = false;
    };
  }, [wayBack]);
  useEffect(() => {
    void isRecorderOn().then(setCanRecord);
    return onRecorderSwitched(setCanRecord);
  }, []);
  useEffect(() => {
    document.documentElement.lang = settings.language;
    document.title = catalogueOf(settings.language).name;
  }, [settings.language]);

  const ask = async (message: FromOwnPage) => {
    const isDone = (await askKeeper<boolean>({ ...message, inPrivate: await inPrivate })) === true;
    setSaved(isDone);
    return isDone;
  };
  const change = (change: Partial<Settings>) => void ask({ ask: 'change', settings: change });
  const close = () => isSmallWindow && window.close();
  const actions: PopupActions = {
    take: async (place) => {
      const inTab = tab.kind === 'guided' ? tab.tab : null;
      const url = journey.places[place]?.url;
      // A keeper that is gone must not keep anyone from the official page.
      if (!(await askKeeper<boolean>({ ask: 'open', place, tab: inTab, inPrivate: await inPrivate })))
        await (inTab === null ? browser.tabs.create({ url }) : browser.tabs.update(inTab, { url }));
      close();
    },
    back: isSmallWindow ? close : null,
    openOfficial: (host, from) => void openOfficial(host, from).then(close),
    finish: (step) => void ask({ ask: 'add', event: { type: 'finished', step } }),
    setHere: (step) => void ask({ ask: 'add', event: { type: 'corrected', step } }),
    answer: (question, answer) => void ask({ ask: 'add', event: { type: 'answered', question, answer } }),
    setLanguage: (language) => change({ language }),
    pause: (site, isPaused) => change({ paused: [...settings.paused.filter((other) => other !== site), ...(isPaused ? [site] : [])] }),
    showCard: () => change({ putAway: [] }),
    setHolds: (holds) => change({ holds }),
    setTextSize: (textSize) => change({ textSize }),
    remind: () => change({ muted: [] }),
    startOver: () => void ask({ ask: 'start-over' }),
    setAsideSeen: () => void ask({ ask: 'set-aside-seen' }),
    reload: () => tab.kind === 'guided' && void browser.tabs.reload(tab.tab),
    record: () => tab.kind === 'guided' && void openRecordPage(tab.tab).then(close),
    report: () => tab.kind === 'guided' && void openReportPage(tab.tab).then(close),
    stuck: async () => {
      const told = toldBy(tab);
      const step = told?.step ?? stepAtHand(progress, journey);
      return askKeeper({ ask: 'stuck', page: told?.page ?? null, step, tab: tab.kind === 'guided' ? tab.tab : null, inPrivate: await inPrivate });
    },
    press: (button) => {
      if (button.action === 'begin' && button.recovery !== undefined) void ask({ ask: 'begin', recovery: button.recovery });
      if (button.action === 'open' && button.place !== undefined) actions.take(button.place);
    },
    leave: () => void ask({ ask: 'add', event: { type: 'ended' } }),
    openOptions: () => void browser.runtime.openOptionsPage().then(close),
    allow: () => void browser.permissions.request({ origins: originsOf(journey) }).then(look),
  };

  if (memory === 'reading') return null;
  const trouble = memory === 'unreadable' || memory === 'unkept' ? memory : isSaved ? null : 'notSaved';
  const { language, paused, putAway, muted, holds, textSize } = settings;
  return (
    <Popup
      {...{ journey, officialHosts, progress, language, paused, putAway, holds, textSize, hasSetAside, trouble, canRecord, tab, recovery, actions }}
      isMuted={muted.length > 0}
    />
  );
}

/** Chrome shows one and the same popup in both kinds of window, so that the window has to be asked. Firefox for Android has none. */
async function isPrivateWindow(): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  return (await browser.windows?.getCurrent().catch(() => undefined))?.incognito === true;
}

document.documentElement.classList.toggle('small-window', isSmallWindow);
render(<Main />, document.getElementById('popup') as HTMLElement);
// Brings back what storage has lost and the second copy still has.
void inPrivate.then((inPrivate) => askKeeper({ ask: 'repair', inPrivate }));

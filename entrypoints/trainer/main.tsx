import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import journey from '#journey';
import namedPages from '#named-pages';
import { type CheckState, NOT_CHECKED } from '../../classroom/check';
import { type SetClass, setClass } from '../../classroom/class-settings';
import { type ClassSettings, kitText } from '../../classroom/kit';
import { KIT_AT_MOST, readKit } from '../../classroom/read-kit';
import { usePageTitle } from '../../components/page-title';
import { ClassCheckBox } from '../../components/trainer/ClassCheckBox';
import { ClassKitBox, type KitNews } from '../../components/trainer/ClassKitBox';
import { NextPerson } from '../../components/trainer/NextPerson';
import { PresenterBox } from '../../components/trainer/PresenterBox';
import { TrainerPage } from '../../components/trainer/TrainerPage';
import { trainerWordsOf } from '../../components/trainer/words';
import type { Language, NamedPage } from '../../content-rules/schema';
import { ClassCheck } from '../../platform/class-check';
import { followClass, keepClass, readClass } from '../../platform/class-settings';
import { askKeeper } from '../../platform/messages';
import { nextPerson } from '../../platform/next-person';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { isPresenterOn, onPresenterSwitched, switchPresenter } from '../../platform/presenter/switch-presenter';
import { switchRecorder } from '../../platform/recorder-switch';
import { saveText } from '../../platform/save-text';
import { followTextSize } from '../../platform/text-size';

const store = openOwnPageStore(journey.tells);
followTextSize();
const KIT_FILE = 'class-kit.json';
/** Most bytes of one character. */
const BYTES = 4;

const speak = (language: Language) => void askKeeper({ ask: 'change', settings: { language } });
const setAsClass = ({ language, textSize }: ClassSettings) => void askKeeper({ ask: 'change', settings: { language, textSize } });

function Main() {
  const { memory, settings } = useStore(store);
  const { language } = settings;
  const [set, setSet] = useState<SetClass>(setClass(null, {}));
  const [news, setNews] = useState<KitNews | null>(null);
  const [checked, setChecked] = useState<CheckState>(NOT_CHECKED);
  const [check] = useState(() => new ClassCheck(namedPages, journey, setChecked));
  const [presents, setPresents] = useState<boolean | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => followClass(setSet), []);
  useEffect(() => {
    void isPresenterOn().then(setPresents);
    return onPresenterSwitched(setPresents);
  }, []);
  usePageTitle(language, trainerWordsOf(language).title);
  const keep = async (chosen: ClassSettings, then: KitNews | null) => {
    try {
      await keepClass(chosen);
      const { settings: now } = await readClass();
      if (now.language !== language || now.textSize !== settings.textSize) setAsClass(now);
      setNews(then);
    } catch {
      setNews({ news: 'not-kept' });
    }
  };
  const open = async (file: File) => {
    if (file.size > KIT_AT_MOST * BYTES) return setNews({ news: 'refused', why: { fault: 'too-large' } });
    const text = await file.text().catch(() => null);
    if (text === null) return setNews({ news: 'unreadable' });
    const read = readKit(text);
    if ('fault' in read) return setNews({ news: 'refused', why: read });
    const { kind: _kind, version: _version, ...chosen } = read.kit;
    return keep(chosen, { news: 'imported' });
  };
  const present = async (wanted: boolean) => {
    const isNow = await switchPresenter(wanted).catch(isPresenterOn);
    setPresents(isNow);
    setRefused(wanted && !isNow);
  };
  const save = () => {
    saveText(KIT_FILE, kitText(set.settings));
    setNews({ news: 'exported', file: KIT_FILE });
  };
  // The browser asks only within the press itself.
  const record = async (page: NamedPage) => {
    if (await switchRecorder(true)) await check.record(page);
  };
  if (memory === 'reading') return null;
  return (
    <TrainerPage
      language={language}
      onLanguage={speak}
      onPractice={() => void browser.tabs.create({ url: browser.runtime.getURL('practice.html') })}
      onHandouts={() => void browser.tabs.create({ url: browser.runtime.getURL('handouts.html') })}
    >
      <NextPerson language={language} onNext={nextPerson} />
      <ClassCheckBox
        {...{ language }}
        pages={namedPages}
        state={checked}
        onStart={() => void check.start()}
        onStop={() => check.stop()}
        onHere={(page) => void check.judgeLast(page)}
        onRecord={(page) => void record(page)}
      />
      <PresenterBox {...{ language, isRefused }} isOn={presents} onSwitch={(on) => void present(on)} />
      <ClassKitBox {...{ language, set, news }} onChange={(chosen) => void keep(chosen, null)} onExport={save} onImport={(file) => void open(file)} />
    </TrainerPage>
  );
}

render(<Main />, document.getElementById('trainer') as HTMLElement);

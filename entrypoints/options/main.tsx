import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import journey from '#journey';
import { catalogueOf } from '../../components/language';
import { OptionsPage } from '../../components/OptionsPage';
import { usePageTitle } from '../../components/page-title';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { isRecorderOn, onRecorderSwitched, switchRecorder } from '../../platform/recorder-switch';
import { followTextSize } from '../../platform/text-size';

const store = openOwnPageStore(journey.tells);
followTextSize();

function Main() {
  const { memory, settings } = useStore(store);
  const [isOn, setOn] = useState<boolean | null>(null);
  const [isRefused, setRefused] = useState(false);
  const { language } = settings;
  useEffect(() => {
    void isRecorderOn().then(setOn);
    return onRecorderSwitched(setOn);
  }, []);
  usePageTitle(language, catalogueOf(language).options.title);
  const change = async (wanted: boolean) => {
    const isNow = await switchRecorder(wanted);
    setOn(isNow);
    setRefused(wanted && !isNow);
  };
  if (memory === 'reading') return null;
  return (
    <OptionsPage
      language={language}
      isRecorderOn={isOn}
      isRefused={isRefused}
      onLanguage={(chosen) => void askKeeper({ ask: 'change', settings: { language: chosen } })}
      onRecorder={(on) => void change(on)}
      onTrainer={() => void browser.tabs.create({ url: browser.runtime.getURL('trainer.html') })}
      onDesk={() => void browser.tabs.create({ url: browser.runtime.getURL('support.html') })}
    />
  );
}

render(<Main />, document.getElementById('options') as HTMLElement);

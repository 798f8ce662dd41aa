import { render } from 'preact';
import journey from '#journey';
import { usePageTitle } from '../../components/page-title';
import { WelcomePage, welcomeWordsOf } from '../../components/WelcomePage';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import type { Settings } from '../../platform/settings';
import { followTextSize } from '../../platform/text-size';

const store = openOwnPageStore(journey.tells);
followTextSize();

const change = (settings: Partial<Settings>) => void askKeeper({ ask: 'change', settings });

function Main() {
  const { memory, settings } = useStore(store);
  const { language, textSize } = settings;
  usePageTitle(language, welcomeWordsOf(language).title);
  if (memory === 'reading') return null;
  return (
    <WelcomePage
      language={language}
      textSize={textSize}
      onLanguage={(chosen) => change({ language: chosen })}
      onTextSize={(size) => change({ textSize: size })}
      onBegin={() => void askKeeper({ ask: 'open', place: 'elearn-home', tab: null })}
    />
  );
}

render(<Main />, document.getElementById('welcome') as HTMLElement);

import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import journey from '#journey';
import { catalogueOf } from '../../components/language';
import { PreparePage } from '../../components/PreparePage';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { followTextSize } from '../../platform/text-size';

const store = openOwnPageStore(journey.tells);
followTextSize();

function Main() {
  const { memory, settings } = useStore(store);
  const { language } = settings;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${catalogueOf(language).name} · ${catalogueOf(language).prepare.title}`;
  }, [language]);
  if (memory === 'reading') return null;
  return (
    <PreparePage
      journey={journey}
      language={language}
      onLanguage={(chosen) => void askKeeper({ ask: 'change', settings: { language: chosen } })}
      onPrint={() => window.print()}
    />
  );
}

render(<Main />, document.getElementById('prepare') as HTMLElement);

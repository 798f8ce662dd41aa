import { render } from 'preact';
import journey from '#journey';
import { catalogueOf } from '../../components/language';
import { PreparePage } from '../../components/PreparePage';
import { usePageTitle } from '../../components/page-title';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { followTextSize } from '../../platform/text-size';

const store = openOwnPageStore(journey.tells);
followTextSize();

function Main() {
  const { memory, settings } = useStore(store);
  const { language } = settings;
  usePageTitle(language, catalogueOf(language).prepare.title);
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

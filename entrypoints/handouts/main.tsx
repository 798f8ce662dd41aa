import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import officialHosts from '#official-hosts';
import egov from '#page-pack/egov';
import elearn from '#page-pack/elearn';
import replicas from '#replicas';
import pack from '#rule-pack';
import date from '#rules-date';
import { CardsSheet } from '../../components/handouts/CardsSheet';
import type { HandoutChoice, Sheet } from '../../components/handouts/choice';
import { HandoutChooser } from '../../components/handouts/HandoutChooser';
import { handoutModel } from '../../components/handouts/handout-model';
import { RecordSheet } from '../../components/handouts/RecordSheet';
import { ScriptSheet } from '../../components/handouts/ScriptSheet';
import { StepsSheet } from '../../components/handouts/StepsSheet';
import { SummarySheet } from '../../components/handouts/SummarySheet';
import { handoutWordsOf } from '../../components/handouts/words';
import { PageHeader } from '../../components/PageHeader';
import { usePageTitle } from '../../components/page-title';
import { followClass } from '../../platform/class-settings';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import type { PictureAsked, PictureDesk } from '../../platform/practice/draw-picture';
import { PICTURES, type PictureDrawn } from '../../practice/pictures';

const store = openOwnPageStore(pack.journey.tells);
const model = handoutModel(pack, officialHosts, date);

/** What the frame of a picture draws; null for one that there is not. */
function asked(id: string): PictureAsked | null {
  const picture = PICTURES.find((each) => each.id === id);
  const html = replicas[picture?.replica ?? ''];
  if (picture === undefined || html === undefined) return null;
  const isElearn = new URL(picture.address).host === pack.journey.sites.elearn.host;
  return { picture, html, ...(isElearn ? { site: 'elearn', pack: elearn } : { site: 'egov', pack: egov }) };
}

function Main() {
  const { memory, settings } = useStore(store);
  const { language } = settings;
  const words = handoutWordsOf(language);
  const [chosen, setChoice] = useState<HandoutChoice | null>(null);
  /** The class's own sheet comes first. */
  const [first, setFirst] = useState<Sheet>('summary');
  const [drawn, setDrawn] = useState<ReadonlyMap<string, PictureDrawn>>(new Map());
  const [fitted, setFitted] = useState<number | null>(null);
  usePageTitle(language, words.title);
  useEffect(() => {
    (window as Window & { pictures?: PictureDesk }).pictures = { asked, drawn: (id, picture) => setDrawn((known) => new Map(known).set(id, picture)) };
  }, []);
  useEffect(() => followClass(({ settings }) => setFirst(settings.handout)), []);
  if (memory === 'reading') return null;
  const choice = chosen ?? { sheet: first, languages: [language], size: 12, cards: 12 };
  const isReady = choice.sheet !== 'steps' || PICTURES.every(({ id }) => drawn.has(id));
  const { sheet, languages, size, cards } = choice;
  const onePage = { size, onFitted: setFitted };
  const choose = (other: HandoutChoice) => {
    setChoice(other);
    setFitted(null);
    // Frames that come again draw again: the sheet is not ready before they have.
    if (other.sheet !== sheet) setDrawn(new Map());
  };
  return (
    <>
      <div class="page">
        <PageHeader title={words.title} language={language} onLanguage={(other) => void askKeeper({ ask: 'change', settings: { language: other } })} />
        <HandoutChooser {...{ language, choice, isReady, fitted }} onChoice={choose} onPrint={() => window.print()} />
      </div>
      <main class="sheets" data-sheet={sheet} data-size={size} data-ready={isReady}>
        {sheet === 'summary' && <SummarySheet {...{ model, languages, onePage }} />}
        {sheet === 'steps' && <StepsSheet {...{ model, languages, size, drawn }} />}
        {sheet === 'script' && <ScriptSheet {...{ model, languages }} />}
        {sheet === 'cards' && <CardsSheet amount={cards} languages={languages} date={model.date} />}
        {sheet === 'record' && <RecordSheet {...{ model, languages, onePage }} />}
      </main>
    </>
  );
}

render(<Main />, document.getElementById('handouts') as HTMLElement);

import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import help from '#help-pack';
import hours from '#hours-words';
import officialHosts from '#official-hosts';
import egov from '#page-pack/egov';
import elearn from '#page-pack/elearn';
import portal from '#page-pack/portal';
import replicas from '#replicas';
import pack from '#rule-pack';
import type { TextSize } from '../../classroom/text-sizes';
import { AddressResult } from '../../components/AddressResult';
import { addressModel } from '../../components/address-model';
import { PageHeader } from '../../components/PageHeader';
import { usePageTitle } from '../../components/page-title';
import { Mailbox } from '../../components/practice/Mailbox';
import { PracticeCardBox } from '../../components/practice/PracticeCardBox';
import { PracticeOver } from '../../components/practice/PracticeOver';
import { PracticeShell } from '../../components/practice/PracticeShell';
import { type PracticeChoice, PracticeStart } from '../../components/practice/PracticeStart';
import { Frozen, PresenterBar } from '../../components/practice/PresenterBar';
import { practiceWordsOf } from '../../components/practice/words';
import { NextPerson } from '../../components/trainer/NextPerson';
import { trainerWordsOf } from '../../components/trainer/words';
import type { Language } from '../../content-rules/schema';
import { judgeAddress } from '../../engine/address/judge';
import { followClass } from '../../platform/class-settings';
import { askKeeper } from '../../platform/messages';
import { nextPerson, onNextPerson } from '../../platform/next-person';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { Player, type Said } from '../../platform/practice/player';
import { Stage, type StageState } from '../../platform/practice/stage';
import { followTextSize } from '../../platform/text-size';
import { practiceCard } from '../../practice/card';
import { LOOKALIKE_HOST } from '../../practice/sites';

const store = openOwnPageStore(pack.journey.tells);
followTextSize();
const content = { pack, pages: { elearn, egov, portal }, help, hours, replicas };

function Main() {
  const { memory, settings } = useStore(store);
  const { language } = settings;
  const words = practiceWordsOf(language);
  /** What the class begins with; null until it is read. */
  const [ofClass, setOfClass] = useState<PracticeChoice | null>(null);
  const [chosen, setChoice] = useState<PracticeChoice | null>(null);
  const [round, setRound] = useState(0);
  const [card, setCard] = useState(1);
  useEffect(() => followClass(({ settings: { faults, startStep } }) => setOfClass({ way: 'guided', faults, startStep })), []);
  useEffect(
    () =>
      onNextPerson(() => {
        setChoice(null);
        setCard(1);
        setRound(0);
      }),
    [],
  );
  usePageTitle(language, words.title);
  if (memory === 'reading' || ofClass === null) return null;
  const choice = chosen ?? ofClass;
  if (round === 0)
    return (
      <div class="page">
        <PageHeader title={words.title} language={language} onLanguage={(chosen) => void askKeeper({ ask: 'change', settings: { language: chosen } })} />
        <main>
          <PracticeStart
            key={JSON.stringify(choice)}
            language={language}
            initial={choice}
            onBegin={(chosen) => {
              setChoice(chosen);
              setRound(1);
            }}
          />
          <NextPerson language={language} onNext={nextPerson} />
          <button type="button" data-action="trainer" class="option" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('trainer.html') })}>
            {trainerWordsOf(language).toTrainer}
          </button>
        </main>
      </div>
    );
  // What was played before goes with its round.
  return (
    <Practice
      key={round}
      choice={choice}
      language={language}
      textSize={settings.textSize}
      card={card}
      onCard={setCard}
      onAgain={() => setRound(round + 1)}
      onLeave={() => setRound(0)}
    />
  );
}

interface PracticeProps {
  choice: PracticeChoice;
  language: Language;
  textSize: TextSize;
  card: number;
  onCard(number: number): void;
  onAgain(): void;
  onLeave(): void;
}

function Practice({ choice, language, textSize, card, onCard, onAgain, onLeave }: PracticeProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<StageState | null>(null);
  const [tab, setTab] = useState<'site' | 'mailbox'>('site');
  const [looks, setLooks] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const [isPresenting, setPresenting] = useState(false);
  const [isFrozen, setFrozen] = useState(false);
  const [said, setSaid] = useState<Said>({ do: '', why: '', isPaused: false });

  const { stage, player } = useMemo(() => {
    const made = new Stage(content, { ...choice, language, textSize }, practiceCard(card).name, setState, (played) => watching.see(played));
    const watching = new Player(made, practiceCard(card), setSaid);
    // Elsewhere it only does what a clicker asks for.
    watching.isPaused = choice.way !== 'watch';
    made.turned = (to) => (to === 'next' ? void watching.next() : history.back());
    return { stage: made, player: watching };
  }, []);
  useEffect(() => {
    (window as Window & { stage?: Stage }).stage = stage;
    if (frame.current !== null) void stage.begin(frame.current);
    const hear = (event: KeyboardEvent) => stage.presents && stage.key(event) && event.preventDefault();
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
      player.stop();
    };
  }, []);
  useEffect(() => setChecked(false), [state?.address.href]);

  const shown = state ?? stage.state;
  const words = practiceWordsOf(language);
  const site = Object.values(pack.journey.sites).find(({ host }) => host === shown.address.host);
  const showTab = (next: 'site' | 'mailbox') => {
    setTab(next);
    if (next === 'mailbox') setLooks(looks + (shown.hasMail ? 1 : 0));
  };
  const present = (presents: boolean) => {
    stage.present(presents);
    setPresenting(presents);
  };
  const followMail = () => {
    const isFalse = choice.faults.includes('lookalike');
    stage.trapped('mail-link');
    stage.open(isFalse ? `https://${LOOKALIKE_HOST}/` : 'https://elearn.hrd.gov.tw/');
    setTab('site');
  };
  const box = shown.isRefused ? words.refused : shown.alert;
  return (
    <PracticeShell
      {...{ language, tab, box }}
      pageName={shown.title || site?.name[language] || ''}
      hasNewMail={shown.hasMail && looks === 0}
      onTab={showTab}
      onCheck={() => setChecked(!isChecked)}
      onLeave={onLeave}
      onBox={() => stage.seen()}
      onPresent={() => present(true)}
      presenter={
        !isPresenting ? null : (
          <PresenterBar
            language={language}
            step={shown.step}
            sentence={said.do}
            onNext={() => stage.turned('next')}
            onBack={() => stage.turned('back')}
            onFreeze={() => setFrozen(true)}
            onMailbox={() => showTab(tab === 'site' ? 'mailbox' : 'site')}
            onLeave={() => present(false)}
          />
        )
      }
      player={
        choice.way !== 'watch'
          ? null
          : {
              sentence: `${said.do} ${said.why}`.trim(),
              isPaused: said.isPaused,
              onPause: () => player.pause(),
              onResume: () => player.resume(),
              onNext: () => void player.next(),
            }
      }
      tools={<PracticeCardBox language={language} number={card} onNumber={onCard} />}
      notes={
        <>
          {isChecked && tab === 'site' && (
            <AddressResult
              part="address-result"
              model={addressModel(judgeAddress(shown.address.href, officialHosts), 'tab', officialHosts, language)}
              language={language}
              onOpen={(official) => stage.open(`https://${official}/`)}
            />
          )}
          {shown.isOver && (
            <PracticeOver
              language={language}
              traps={shown.traps}
              onReal={() => void browser.tabs.create({ url: pack.journey.places['elearn-home']?.url })}
              onCertificate={() => stage.open('https://elearn.hrd.gov.tw/mooc/user/learn_dashboard_ga_print.php')}
              onAgain={onAgain}
            />
          )}
        </>
      }
    >
      <iframe ref={frame} class="stage" hidden={tab !== 'site'} title={words.site} />
      {isFrozen && <Frozen language={language} onGoOn={() => setFrozen(false)} />}
      {tab === 'mailbox' && (
        <Mailbox
          language={language}
          hasMail={shown.hasMail}
          faults={choice.faults}
          looks={looks}
          onLook={() => setLooks(looks + (shown.hasMail ? 1 : 0))}
          onLink={followMail}
          onBack={() => setTab('site')}
        />
      )}
    </PracticeShell>
  );
}

render(<Main />, document.getElementById('practice') as HTMLElement);

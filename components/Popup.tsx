import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextSize } from '../classroom/text-sizes';
import type { Journey, Language, OfficialHosts, RecoveryOfSite, Site } from '../content-rules/schema';
import { nextQuestion, type Progress, type Question, stepStates } from '../engine/progress';
import { AddressCheck } from './AddressCheck';
import { AddressResult } from './AddressResult';
import { Answers } from './Answers';
import { addressModel } from './address-model';
import { Hotlines } from './Hotlines';
import { LanguageButton } from './LanguageButton';
import { catalogueOf } from './language';
import type { CardButton, StuckTopic } from './models';
import { NextStep } from './NextStep';
import { addressInFront, hotlinesFor, isSilent, nextAction, questionsFor, resultOf, stepAtHand, type TabInFront, whereIs } from './popup-model';
import { QuestionBox } from './QuestionBox';
import { questionModel } from './question-model';
import { Sentence } from './Sentence';
import { SettingsBox } from './SettingsBox';
import { StepList } from './StepList';
import { StuckPanel } from './StuckPanel';
import { WayBack } from './WayBack';
import { WhereLine } from './WhereLine';

/** Something that the person has to know of, before all else. */
export type Trouble = 'unreadable' | 'unkept' | 'notSaved';

export interface PopupProps {
  journey: Journey;
  officialHosts: OfficialHosts;
  progress: Progress;
  language: Language;
  paused: readonly Site[];
  putAway: readonly Site[];
  isMuted: boolean;
  holds: boolean;
  textSize: TextSize;
  hasSetAside: boolean;
  trouble: Trouble | null;
  /** 「記錄這一頁」 is switched on in the options. */
  canRecord: boolean;
  tab: TabInFront;
  /** The way back that is under way. */
  recovery: RecoveryOfSite | null;
  actions: PopupActions;
}

export interface PopupActions {
  take(place: string): void;
  /** Null where the popup is open as a tab. */
  back: (() => void) | null;
  /** Of the list, never from what was pasted. */
  openOfficial(host: string, from: 'tab' | 'pasted'): void;
  finish(step: number): void;
  setHere(step: number): void;
  answer(question: Question, answer: string): void;
  setLanguage(language: Language): void;
  pause(site: Site, isPaused: boolean): void;
  showCard(): void;
  setHolds(holds: boolean): void;
  setTextSize(size: TextSize): void;
  remind(): void;
  startOver(): void;
  setAsideSeen(): void;
  reload(): void;
  allow(): void;
  record(): void;
  report(): void;
  openOptions(): void;
  stuck(): Promise<StuckTopic | null>;
  press(button: CardButton): void;
  leave(): void;
}

/** A double click is one press: what its first half brings up is not pressed by its second. */
function oncePerDoubleClick(event: MouseEvent) {
  if (event.detail <= 1) return;
  event.preventDefault();
  event.stopPropagation();
}

/** The whole popup: the one next thing first, then where everything stands. */
export function Popup({
  journey,
  officialHosts,
  progress,
  language,
  paused,
  putAway,
  isMuted,
  holds,
  textSize,
  hasSetAside,
  trouble,
  canRecord,
  tab,
  recovery,
  actions,
}: PopupProps) {
  const [isMailLate, setMailLate] = useState(false);
  const [staysAt, setStaysAt] = useState('');
  const catalogue = catalogueOf(language);
  const words = catalogue.popup;
  const isCivil = progress.answers.civil === 'yes';
  const silent = isSilent(tab, paused, putAway);
  const action = nextAction(progress, journey, tab, language, silent);
  const where = whereIs(tab, { journey, language, paused, putAway, canTake: action.place !== null });
  const isStart = progress.reached === 0 && progress.answers.account !== 'yes' && !isCivil;
  const result = resultOf(progress);
  const address = addressInFront(tab, journey);
  const imitation = address?.kind === 'lookalike' && address.host !== staysAt ? addressModel(address, 'tab', officialHosts, language) : null;
  const troubleText = trouble === null ? '' : words[trouble];
  const lateText = isMailLate && action.asksForMail ? catalogue.card.mailWait : '';
  const wrongText = imitation === null ? '' : [imitation.title, ...imitation.lines].join(' ');
  const dueText = lateText || recovery?.say[language].note || action.heading || action.sentence;
  const status = [wrongText, troubleText, dueText, where.text].filter((text) => text !== '').join(' ');
  const offers = {
    reload: actions.reload,
    allow: actions.allow,
    'show-card': actions.showCard,
    resume: () => tab.kind === 'guided' && actions.pause(tab.site, false),
  };
  return (
    <div class="popup" onClickCapture={oncePerDoubleClick}>
      <header>
        <h1>{catalogue.name}</h1>
        <LanguageButton language={language} onLanguage={actions.setLanguage} />
      </header>
      <p role="status" data-part="status" class="status">
        <Sentence text={status} language={language} />
      </p>
      <main>
        {imitation !== null && (
          <AddressResult
            part="imitation"
            model={imitation}
            language={language}
            onOpen={(host) => actions.openOfficial(host, 'tab')}
            onStay={() => {
              setStaysAt(address?.kind === 'lookalike' ? address.host : '');
              actions.back?.();
            }}
          />
        )}
        {isStart && <p class="tagline">{words.tagline}</p>}
        {troubleText !== '' && (
          <p data-part="trouble" class="note">
            {troubleText}
          </p>
        )}
        {hasSetAside && (
          <div data-part="set-aside" class="note">
            <p>{words.setAside}</p>
            <button type="button" data-action="set-aside-seen" class="option" onClick={actions.setAsideSeen}>
              {words.understood}
            </button>
          </div>
        )}
        {recovery !== null && <WayBack recovery={recovery} journey={journey} language={language} onTake={actions.take} onLeave={actions.leave} />}
        {/* One thing at a time; but whether the mail has come can be said on the way, too. */}
        {(recovery === null || action.asksForMail) && (
          <NextStep
            action={action}
            language={language}
            isCivil={isCivil}
            isSilent={silent}
            isStart={isStart}
            isMailLate={isMailLate}
            onTake={actions.take}
            onMailCame={() => actions.finish(action.step)}
            onMailNotYet={() => setMailLate(true)}
            onBack={actions.back}
          />
        )}
        {!isCivil && (
          <StuckPanel
            key={language}
            language={language}
            onStuck={actions.stuck}
            onPress={actions.press}
            onReport={tab.kind === 'guided' ? actions.report : null}
          />
        )}
        <WhereLine where={where} language={language} onOffer={(offer) => offers[offer]()} />
        {canRecord && tab.kind === 'guided' && (
          <div data-part="record" class="where">
            <button type="button" data-action="record" class="option" onClick={actions.record}>
              {words.record}
            </button>
            <p class="hint">{words.recordHint}</p>
          </div>
        )}
        {!isCivil && <OpenQuestion progress={progress} language={language} onAnswer={actions.answer} />}
        {!isCivil && <StepList steps={journey.steps} states={stepStates(progress, journey)} language={language} onSetHere={actions.setHere} />}
        <Answers
          answers={progress.answers}
          questions={questionsFor(progress.answers)}
          result={result === null ? '' : catalogue.results[result]}
          language={language}
          onAnswer={actions.answer}
        />
        <AddressCheck list={officialHosts} language={language} inFront={address} onOpen={actions.openOfficial} />
        <Hotlines keys={hotlinesFor(stepAtHand(progress, journey), progress.answers, journey)} hotlines={journey.hotlines} language={language} />
        <SettingsBox
          language={language}
          sites={sitesToSet(journey, language, tab, paused)}
          isPutAway={putAway.length > 0}
          holds={holds}
          isMuted={isMuted}
          onPause={actions.pause}
          onShowCard={actions.showCard}
          textSize={textSize}
          onTextSize={actions.setTextSize}
          onHolds={actions.setHolds}
          onRemind={actions.remind}
          onStartOver={actions.startOver}
          onOptions={actions.openOptions}
        />
      </main>
      <footer>
        <p>{words.disclaimer}</p>
        <p>{words.promise}</p>
      </footer>
    </div>
  );
}

/** The next of the short questions. After an answer the focus goes to the one that follows, after the last to what is next. */
function OpenQuestion({ progress, language, onAnswer }: { progress: Progress; language: Language; onAnswer(question: Question, answer: string): void }) {
  const box = useRef<HTMLDivElement>(null);
  const wasAnswered = useRef(false);
  const question = nextQuestion(progress);
  useEffect(() => {
    if (wasAnswered.current) (question === null ? document.getElementById('next-title') : box.current)?.focus();
    wasAnswered.current = false;
  }, [question]);
  const answer = (about: string, given: string) => {
    wasAnswered.current = true;
    onAnswer(about as Question, given);
  };
  return (
    <div ref={box} tabIndex={-1} data-part="open-question">
      {question !== null && (
        <QuestionBox
          key={question}
          question={questionModel(question, language)}
          language={language}
          onAnswer={answer}
          onSkip={(about) => answer(about, 'unsaid')}
        />
      )}
    </div>
  );
}

function sitesToSet(journey: Journey, language: Language, tab: TabInFront, paused: readonly Site[]) {
  const inFront = tab.kind === 'guided' ? [tab.site] : [];
  return [...new Set([...inFront, ...paused])].map((site) => ({ site, name: journey.sites[site]?.name[language] ?? '', isPaused: paused.includes(site) }));
}

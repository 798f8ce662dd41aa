import type { ComponentChildren } from 'preact';
import type { Language } from '../../content-rules/schema';
import { Sentence } from '../Sentence';
import { practiceWordsOf } from './words';

export interface PracticeShellProps {
  language: Language;
  /** Name of the page, as its title or its site says. */
  pageName: string;
  tab: 'site' | 'mailbox';
  hasNewMail: boolean;
  onTab(tab: 'site' | 'mailbox'): void;
  onCheck(): void;
  onLeave(): void;
  /** What the player says; null where nothing plays itself. */
  player: { sentence: string; isPaused: boolean; onPause(): void; onResume(): void; onNext(): void } | null;
  /** In place of tabs and address line, for a projector; null without one. */
  presenter: ComponentChildren | null;
  onPresent(): void;
  /** What a box over the page says; null where there is none. */
  box: string | null;
  onBox(): void;
  /** Practice card and the like, in the bar. */
  tools: ComponentChildren;
  /** Between bar and page. */
  notes: ComponentChildren;
  children: ComponentChildren;
}

/** What stands around the practice: the band that it is one, two tabs, the line of the address, and the page itself. */
export function PracticeShell(props: PracticeShellProps) {
  const { language, pageName, tab, hasNewMail, player, box, presenter } = props;
  const words = practiceWordsOf(language);
  return (
    <div class="practice">
      <header>
        <h1 class="status">{words.title}</h1>
        <p class="band" data-part="band">
          {words.band}
        </p>
        {presenter}
        <nav class="tabs" aria-label={words.title} hidden={presenter !== null}>
          <button type="button" data-action="tab-site" aria-pressed={tab === 'site'} onClick={() => props.onTab('site')}>
            {words.site}
          </button>
          <button type="button" data-action="tab-mailbox" aria-pressed={tab === 'mailbox'} onClick={() => props.onTab('mailbox')}>
            {words.mailbox}
            {hasNewMail && <small class="new">{words.newMail}</small>}
          </button>
          <span class="tools">
            {props.tools}
            <button type="button" data-action="present" class="quiet" onClick={props.onPresent}>
              {words.presenter.title}
            </button>
            <button type="button" data-action="leave" class="quiet" onClick={props.onLeave}>
              {words.leave}
            </button>
          </span>
        </nav>
        {tab === 'site' && presenter === null && (
          <p class="line" data-part="address-line">
            <b>{words.title}</b>
            <span lang="zh-Hant-TW">{pageName}</span>
            <button type="button" data-action="check-address" class="quiet" onClick={props.onCheck}>
              {words.check}
            </button>
          </p>
        )}
        {props.notes}
        {player !== null && presenter === null && tab === 'site' && (
          <div class="player" data-part="player">
            <p aria-live="polite">
              <Sentence text={player.isPaused ? `${words.paused}${language === 'en' ? ': ' : '：'}${player.sentence}` : player.sentence} language={language} />
            </p>
            <button
              type="button"
              data-action={player.isPaused ? 'resume' : 'pause'}
              class="option"
              onClick={player.isPaused ? player.onResume : player.onPause}
            >
              {player.isPaused ? words.go : words.pause}
            </button>
            <button type="button" data-action="next" class="main" onClick={player.onNext}>
              {words.next}
            </button>
          </div>
        )}
      </header>
      <main>{props.children}</main>
      {box !== null && (
        <div class="box" role="alertdialog" aria-modal="true" aria-label={words.title} data-part="box">
          <div class="panel">
            <p>
              <Sentence text={box} language={language} />
            </p>
            <button type="button" data-action="box-close" class="main" onClick={props.onBox} ref={(button) => button?.focus()}>
              {words.close}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

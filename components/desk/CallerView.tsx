import type { ComponentChildren } from 'preact';
import type { Language } from '../../content-rules/schema';
import type { ScriptLine } from '../../support/desk/call-script';
import { deskCatalogueOf } from '../../support/desk/catalogue';
import type { CardModel } from '../models';
import { Sentence } from '../Sentence';
import { CallScript } from './CallScript';
import type { CallerCards } from './desk-model';

/** One line about the caller. */
export interface KnownLine {
  about: string;
  label: string;
  text: string;
}

export interface CallerViewProps {
  language: Language;
  /** What is known, line by line. */
  known: readonly KnownLine[];
  /** Of a report: whether it comes to the same by the rules that are here. */
  replayed: { isSame: boolean; sentences: readonly string[] } | null;
  /** What the guide said to the caller, in Chinese and in English. Null where it was silent. */
  cards: CallerCards | null;
  script: readonly ScriptLine[];
  /** The page, played; null where none can be shown. */
  picture: ComponentChildren | null;
  /** What is copied for tickets and mails. */
  texts: ComponentChildren;
}

/** Left the caller's page, right what the guide said about it, the likely causes, and what to say. */
export function CallerView({ language, known, replayed, cards, script, picture, texts }: CallerViewProps) {
  const words = deskCatalogueOf(language);
  return (
    <div class="caller" data-part="caller">
      <section class="screen" aria-labelledby="screen-title">
        <h2 id="screen-title">{words.callers}</h2>
        <p class="hint">{picture === null ? words.noPage : words.drawn}</p>
        {picture}
      </section>
      <div class="told-of">
        <section class="panel" aria-labelledby="known-title" data-part="known">
          <h2 id="known-title">{words.known}</h2>
          <dl>
            {known.map(({ about, label, text }) => (
              <div key={about} data-about={about}>
                <dt>{label}</dt>
                <dd>
                  <Sentence text={text} language={language} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {replayed !== null && (
          <section class={`panel ${replayed.isSame ? '' : 'note'}`} data-part="replayed" data-same={replayed.isSame}>
            {replayed.sentences.map((sentence) => (
              <p key={sentence}>
                <Sentence text={sentence} language={language} />
              </p>
            ))}
          </section>
        )}
        <section class="panel" aria-labelledby="said-title" data-part="said">
          <h2 id="said-title">{words.said}</h2>
          {cards === null ? (
            <p>{words.saidNothing}</p>
          ) : (
            <>
              <Said card={cards.chinese} called={words.inChinese} />
              <Said card={cards.english} called={words.inEnglish} />
            </>
          )}
        </section>
        <CallScript language={language} lines={script} />
        {texts}
      </div>
    </div>
  );
}

function Said({ card, called }: { card: CardModel; called: string }) {
  const { language, title, do: first, why, notes } = card;
  return (
    <div class="said" data-language={language}>
      <h3>{called}</h3>
      <div lang={language === 'zh-TW' ? 'zh-Hant-TW' : 'en'}>
        <p>
          <strong>
            <Sentence text={title} language={language} />
          </strong>
        </p>
        {[first, why, ...notes]
          .filter((text) => text !== '')
          .map((text) => (
            <p key={text}>
              <Sentence text={text} language={language} />
            </p>
          ))}
      </div>
    </div>
  );
}

import type { CheckState, Finding } from '../../classroom/check';
import type { Language, NamedPage } from '../../content-rules/schema';
import { conditionSentence } from '../condition-words';
import { fill } from '../fill';
import { Sentence } from '../Sentence';
import { trainerWordsOf } from './words';

export interface ClassCheckBoxProps {
  language: Language;
  pages: readonly NamedPage[];
  state: CheckState;
  onStart(): void;
  onStop(): void;
  /** The trainer stands on that page, and nothing has turned green. */
  onHere(page: NamedPage): void;
  onRecord(page: NamedPage): void;
}

/** 「課前檢查」: each page with its light, what failed, and what to press for those that no address reaches. */
export function ClassCheckBox({ language, pages, state, onStart, onStop, onHere, onRecord }: ClassCheckBoxProps) {
  const { check: words } = trainerWordsOf(language);
  const { phase, findings } = state;
  const isGoing = phase === 'opening' || phase === 'watching';
  const isBegun = isGoing || phase === 'stopped';
  const row = (page: NamedPage) => <Row key={page.page} {...{ page, pages, state, language, onHere, onRecord }} />;
  return (
    <section class="panel" aria-labelledby="check-title" data-part="class-check" data-phase={phase}>
      <h2 id="check-title">{words.title}</h2>
      <p>
        <Sentence text={words.lead} language={language} />
      </p>
      {phase === 'no-access' && <p class="note">{words.noAccess}</p>}
      <div class="pair">
        <button type="button" data-action="check" class="option" onClick={onStart}>
          {isBegun ? words.again : words.start}
        </button>
        {isGoing && (
          <button type="button" data-action="stop-check" class="option" onClick={onStop}>
            {words.stop}
          </button>
        )}
      </div>
      <p role="status" class="result" data-part="check-status">
        {isBegun ? statusSentence(state, pages, language) : ''}
      </p>
      {Object.values(findings).some(({ light }) => light !== 'green') && <p class="hint">{words.recorderAsks}</p>}
      {isBegun && (
        <>
          <h3>{words.byAddress}</h3>
          <ul class="checks">{pages.filter(({ address }) => address !== undefined).map(row)}</ul>
          <h3>{words.byPress}</h3>
          <ul class="checks">{pages.filter(({ press }) => press !== undefined).map(row)}</ul>
          <details class="aside">
            <summary>{words.notChecked}</summary>
            <ul class="checks">{pages.filter(({ page, left }) => left !== undefined && findings[page] === undefined).map(row)}</ul>
          </details>
          <p class="note">{words.afterwards}</p>
        </>
      )}
    </section>
  );
}

interface RowProps extends Pick<ClassCheckBoxProps, 'language' | 'pages' | 'state' | 'onHere' | 'onRecord'> {
  page: NamedPage;
}

function Row({ page, pages, state, language, onHere, onRecord }: RowProps) {
  const { check: words } = trainerWordsOf(language);
  const finding = state.findings[page.page];
  const light = finding?.light ?? 'none';
  const isOpening = state.opening === page.page;
  const named = (id: string | null) => pages.find((each) => each.page === id)?.name[language] ?? id ?? '';
  return (
    <li data-page={page.page} data-light={light} data-fault={finding?.fault ?? ''}>
      <p>
        <strong class={`light ${light}`}>{isOpening ? words.lights.now : words.lights[light]}</strong> {page.name[language]}
      </p>
      {finding === undefined && (page.press ?? page.left) !== undefined && (
        <p class="hint">
          <Sentence text={(page.press ?? page.left)?.[language] ?? ''} language={language} />
        </p>
      )}
      {finding !== undefined && (
        <p class="hint">
          <Sentence text={fill(words.faults[finding.fault], { instead: named(finding.instead) })} language={language} />
        </p>
      )}
      {finding !== undefined && finding.failed.length > 0 && finding.light !== 'green' && (
        <details>
          <summary>{words.failed}</summary>
          <ul class="told">
            {finding.failed.map((condition) => (
              <li key={condition}>
                <Sentence text={conditionSentence(condition, language)} language={language} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {(light === 'red' || light === 'yellow') && (
        <button type="button" class="option" data-action="record-page" onClick={() => onRecord(page)}>
          {page.address === undefined ? words.recordHere : words.record}
        </button>
      )}
      {page.press !== undefined && light === 'none' && state.phase === 'watching' && (
        <button type="button" class="option" data-action="here" onClick={() => onHere(page)}>
          {words.here}
        </button>
      )}
    </li>
  );
}

function statusSentence({ phase, opening, findings }: CheckState, pages: readonly NamedPage[], language: Language): string {
  const { check: words } = trainerWordsOf(language);
  if (phase === 'opening') return fill(words.opening, { page: pages.find(({ page }) => page === opening)?.name[language] ?? '' });
  const count = (light: Finding['light']) => Object.values(findings).filter((finding) => finding.light === light).length;
  const counted = fill(words.counted, { green: count('green'), yellow: count('yellow'), red: count('red') });
  return phase === 'watching' ? `${counted}${language === 'en' ? ' ' : ''}${words.watching}` : counted;
}

import { useState } from 'preact/hooks';
import type { SetClass } from '../../classroom/class-settings';
import { type ClassKey, type ClassSettings, HANDOUTS } from '../../classroom/kit';
import type { KitFault } from '../../classroom/read-kit';
import { TEXT_SIZES } from '../../classroom/text-sizes';
import type { Language } from '../../content-rules/schema';
import { FAULTS } from '../../practice/faults';
import { START_STEPS } from '../../practice/starts';
import { FileButton } from '../FileButton';
import { fill } from '../fill';
import { LANGUAGES } from '../language';
import { practiceWordsOf } from '../practice/words';
import { Sentence } from '../Sentence';
import { policyFaultSentence, readFaultSentence } from './fault-sentences';
import { trainerWordsOf } from './words';

/** What came of the last file: named, opened, refused, or not kept. */
export type KitNews = { news: 'exported'; file: string } | { news: 'imported' | 'not-kept' | 'unreadable' } | { news: 'refused'; why: KitFault };

export interface ClassKitBoxProps {
  language: Language;
  set: SetClass;
  news: KitNews | null;
  onChange(settings: ClassSettings): void;
  onExport(): void;
  onImport(file: File): void;
}

/** What the class is set to: by hand, by a file, or by the computer room. */
export function ClassKitBox({ language, set, news, onChange, onExport, onImport }: ClassKitBoxProps) {
  const { kit: words, policyFault } = trainerWordsOf(language);
  const { settings, byPolicy, policyFaults } = set;
  const [openFaults] = useState(settings.faults.length > 0);
  const byRoom = (key: ClassKey) => byPolicy.has(key) && <small data-policy={key}>{words.policy}</small>;
  const choice = <K extends 'language' | 'textSize' | 'startStep' | 'handout'>(
    key: K,
    values: readonly ClassSettings[K][],
    called: (value: ClassSettings[K]) => string,
  ) => (
    <label class="choice">
      <span>
        {words[key]}
        {byRoom(key)}
      </span>
      <select
        data-key={key}
        value={String(settings[key])}
        disabled={byPolicy.has(key)}
        onChange={({ currentTarget }) => onChange({ ...settings, [key]: values.find((value) => String(value) === currentTarget.value) })}
      >
        {values.map((value) => (
          <option key={value} value={String(value)}>
            {called(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="panel" aria-labelledby="kit-title" data-part="class-kit">
      <h2 id="kit-title">{words.title}</h2>
      <p>{words.lead}</p>
      {policyFaults.length > 0 && (
        <div class="note" data-part="policy-faults">
          <p>{policyFault.intro}</p>
          <ul class="told">
            {policyFaults.map((fault) => (
              <li key={fault.key}>
                <Sentence text={policyFaultSentence(fault, language)} language={language} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {choice('language', LANGUAGES, (value) => words.languages[value])}
      {choice('textSize', TEXT_SIZES, (value) => words.textSizes[value])}
      {choice('startStep', START_STEPS, String)}
      {choice('handout', HANDOUTS, (value) => words.handouts[value])}
      <details open={openFaults} class="aside">
        <summary>
          {words.faults} ({settings.faults.length}){byRoom('faults')}
        </summary>
        {FAULTS.map((fault) => (
          <label key={fault} class="check">
            <input
              type="checkbox"
              data-fault={fault}
              disabled={byPolicy.has('faults')}
              checked={settings.faults.includes(fault)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({ ...settings, faults: FAULTS.filter((each) => (each === fault ? checked : settings.faults.includes(each))) })
              }
            />
            {practiceWordsOf(language).faults[fault]}
          </label>
        ))}
      </details>
      <div class="pair">
        <button type="button" data-action="export-kit" class="option" onClick={onExport}>
          {words.export}
        </button>
        <FileButton action="import-kit" part="kit-file" label={words.import} onFile={onImport} />
      </div>
      <div role="alert" data-part="kit-news" data-news={news?.news ?? ''}>
        {news !== null && (
          <p class={news.news === 'imported' || news.news === 'exported' ? 'result' : 'note'}>
            <Sentence text={newsSentence(news, language)} language={language} />
          </p>
        )}
      </div>
    </section>
  );
}

function newsSentence(news: KitNews, language: Language): string {
  const { kit: words, kitFault } = trainerWordsOf(language);
  switch (news.news) {
    case 'exported':
      return fill(words.exported, { file: news.file });
    case 'imported':
      return words.imported;
    case 'not-kept':
      return words.notKept;
    case 'unreadable':
      return kitFault.unreadable;
    default:
      return `${kitFault.intro}${language === 'en' ? ' ' : ''}${readFaultSentence(news.why, language)}`;
  }
}

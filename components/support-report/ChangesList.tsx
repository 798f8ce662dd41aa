import type { Language } from '../../content-rules/schema';
import type { VerdictChange } from '../../support/report/verdict-format';
import { fill } from '../fill';
import { Sentence } from '../Sentence';
import type { Names } from './names';
import { reportWordsOf } from './words';

/** What the guide has said in the tab, in its order. */
export function ChangesList({ changes, names, language }: { changes: readonly VerdictChange[]; names: Names; language: Language }) {
  const words = reportWordsOf(language);
  if (changes.length === 0) return <p>{words.noChanges}</p>;
  return (
    <ol class="lines">
      {changes.map((change, index) => (
        // They never change their order, and may well say the same.
        <li key={index}>
          <Sentence text={changeSentence(change, names, language)} language={language} />
        </li>
      ))}
    </ol>
  );
}

function changeSentence({ kind, page, step, framed }: VerdictChange, names: Names, language: Language): string {
  const words = reportWordsOf(language);
  const said = fill(words.kinds[kind], { page: page === null ? '' : names.page(page, language) });
  const more = [...(step === null ? [] : [fill(words.atStep, { n: step })]), ...(framed ? [words.inFrame] : [])];
  if (more.length === 0) return said;
  return language === 'en' ? `${said} (${more.join(', ')})` : `${said}（${more.join('，')}）`;
}

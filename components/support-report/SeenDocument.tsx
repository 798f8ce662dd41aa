import type { Language } from '../../content-rules/schema';
import type { ToldDocument } from '../../support/report/format';
import { fill } from '../fill';
import type { Names } from './names';
import { stateWords, thoughtLines } from './seen-words';
import { reportWordsOf } from './words';

interface SeenDocumentProps {
  document: ToldDocument;
  /** Counts from 1 among the frames; 0 for the page itself. */
  number: number;
  names: Names;
  language: Language;
}

/** What the guide saw in one document: words, then what can be pressed, chosen or filled in, each with its state. */
export function SeenDocument({ document, number, names, language }: SeenDocumentProps) {
  const words = reportWordsOf(language);
  const { facts, depth } = document;
  return (
    <div class="seen" data-document={number}>
      <h3>{depth === 0 ? words.mainDocument : fill(words.framedDocument, { n: number, depth })}</h3>
      <dl class="told-rows">
        <div>
          <dt>{words.address}</dt>
          <dd lang="zh-Hant-TW">
            {facts.host}
            {facts.path}
          </dd>
        </div>
        <div>
          <dt>{words.thought}</dt>
          <dd>
            {thoughtLines(document, names, language).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </div>
      </dl>
      {facts.texts.length + facts.controls.length === 0 ? <p>{words.nothing}</p> : <p class="hint">{words.plain}</p>}
      {facts.texts.length > 0 && (
        <>
          <h4>{fill(words.texts, { n: facts.texts.length })}</h4>
          <ul class="lines words" lang="zh-Hant-TW">
            {facts.texts.map((text, index) => (
              <li key={index}>{text.whole ?? text.words.join('、')}</li>
            ))}
          </ul>
        </>
      )}
      {facts.controls.length > 0 && (
        <>
          <h4>{fill(words.controls, { n: facts.controls.length })}</h4>
          <ol class="lines">
            {facts.controls.map((control) => (
              <li key={control.element}>
                {words.roles[control.role]} <b lang="zh-Hant-TW">{control.name === '' ? words.noName : control.name}</b>
                <small>{stateWords(control, language).join(language === 'en' ? ', ' : '、')}</small>
              </li>
            ))}
          </ol>
          <p class="hint">{words.places}</p>
        </>
      )}
    </div>
  );
}

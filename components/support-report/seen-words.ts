import type { Language } from '../../content-rules/schema';
import type { ToldDocument } from '../../support/report/format';
import { fill } from '../fill';
import type { Names } from './names';
import { reportWordsOf } from './words';

type ToldControl = ToldDocument['facts']['controls'][number];

/** What the guide made of a document, line by line. */
export function thoughtLines({ verdict, facts, sentHere }: ToldDocument, names: Names, language: Language): string[] {
  const words = reportWordsOf(language);
  const { kind, page, pages = [], step, target, missing, cautions = [] } = verdict;
  const kindOf = verdict.translated === true ? words.kinds.translated : words.kinds[kind];
  const number = facts.controls.findIndex(({ element }) => element === target) + 1;
  return [
    fill(kindOf, { page: page === undefined ? '' : names.page(page, language) }),
    ...(pages.length === 0 ? [] : [fill(words.pages, { pages: pages.map((id) => names.page(id, language)).join(language === 'en' ? ', ' : '、') })]),
    ...(step == null ? [] : [fill(words.atStep, { n: step })]),
    ...(kind === 'recognised' || kind === 'degraded' ? [number > 0 ? fill(words.target, { n: number }) : words.noTarget] : []),
    ...(missing === undefined ? [] : [words.missing[missing]]),
    ...(cautions.length === 0 ? [] : [fill(words.cautions, { n: cautions.length })]),
    ...(sentHere ? [words.sentHere] : []),
    ...(facts.translated ? [words.translated] : []),
  ];
}

/** What is out of the ordinary about a control, and what is chosen. */
export function stateWords(control: ToldControl, language: Language): string[] {
  const { states } = reportWordsOf(language);
  const said: [boolean, string][] = [
    [!control.shown, states.hidden],
    [!control.enabled, states.disabled],
    [control.covered, states.covered],
    [control.shown && !control.inView, states.outOfView],
    [control.checked === true, states.checked],
    [control.checked === false, states.unchecked],
    [control.left && control.readOnly !== true, states.left],
    [control.focused, states.focused],
    [control.readOnly === true, states.readOnly],
    [control.complained === true, states.complained],
    [control.inSentence, states.inSentence],
    [control.address !== '', fill(states.leadsTo, { address: control.address })],
  ];
  return said.flatMap(([is, words]) => (is ? [words] : []));
}

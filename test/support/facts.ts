import type { Condition, Rule } from '../../content-rules/schema';
import type { ControlFact, PageFacts, TextFact } from '../../engine/facts/types';
import { isCalled, normalise, patterns } from '../../engine/normalise';

/** A control of a page, written down instead of read; what is not said is as on a plain page. */
export function control(element: number, role: ControlFact['role'], name: string, more: Partial<ControlFact> = {}): ControlFact {
  return {
    element,
    role,
    name: normalise(name),
    address: '',
    leadsTo: '',
    shown: true,
    enabled: true,
    covered: false,
    inView: true,
    checked: role === 'radio' || role === 'checkbox' ? false : null,
    left: false,
    focused: false,
    inSentence: false,
    place: [element],
    order: element,
    column: null,
    ...more,
  };
}

/** A block of text that holds some words of the rules; a heading where it is nothing but these words. */
export function text(order: number, words: string, more: Partial<TextFact> = {}): TextFact {
  const written = normalise(words);
  return { words: [written], whole: isCalled(written, patterns(words)) ? written : null, place: [order], order, column: null, ...more };
}

/** A page of e等公務園 with these controls and texts. */
export function page(controls: ControlFact[], texts: TextFact[] = [], path = '/'): PageFacts {
  return { host: 'elearn.hrd.gov.tw', path, translated: false, controls, texts };
}

/** A rule with made-up words, complete enough for the engine. */
export function rule(id: string, recognise: Partial<Rule['recognise']>, more: Partial<Rule> = {}): Rule {
  return {
    id,
    step: 3,
    recognise: { path: ['/'], all: [], none: [], ...recognise },
    targets: [],
    cautions: [],
    say: { 'zh-TW': { title: '標題' }, en: { title: 'Title' } },
    ...more,
  };
}

/** All combinations of answers that a condition can ask for. */
export const ALL_ANSWERS: Required<Pick<Condition, 'hours' | 'civil' | 'account' | 'identify'>>[] = ['yes', 'no', 'unsaid'].flatMap((hours) =>
  ['yes', 'no', 'unsaid'].flatMap((civil) =>
    ['yes', 'no', 'unsaid'].flatMap((account) => ['number', 'certificate', 'none', 'unsaid'].map((identify) => ({ hours, civil, account, identify }) as never)),
  ),
);

import type { Language } from '../content-rules/schema';
import { supportCatalogueOf } from '../support/catalogue';
import { failedConditionWords } from '../support/condition-words';
import { fill } from './fill';

const TARGET = /^to point at: one (?:button|radio|checkbox|field) (.*) \(here: (\d+)(, covered|, not enabled)?\)$/;

/** A condition of an explanation that does not hold, as one reads it: `heading 帳號登入 / 憑證登入` → 少了標題「帳號登入」或「憑證登入」. */
export function conditionSentence(condition: string, language: Language): string {
  const target = TARGET.exec(condition);
  if (target === null) return failedConditionWords(condition, language);
  const words = supportCatalogueOf(language).condition;
  const [, list = '', count = '0', how] = target;
  const quoted = list
    .split(' / ')
    .map((each) => fill(words.quoted, { words: each }))
    .join(words.or);
  return fill(how === ', covered' ? words.covered : how === ', not enabled' ? words.notEnabled : count === '0' ? words.notFound : words.several, {
    what: quoted,
    count,
  });
}

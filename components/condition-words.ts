import type { Language } from '../content-rules/schema';
import { TO_POINT_AT } from '../engine/why';
import { supportCatalogueOf } from '../support/catalogue';
import { failedConditionWords, quotedWords } from '../support/condition-words';
import { fill } from './fill';

const TARGET = new RegExp(`^${TO_POINT_AT}one (?:button|radio|checkbox|field) (.*) \\(here: (\\d+)(, covered|, not enabled)?\\)$`);

/** A condition of an explanation that does not hold, as one reads it: `heading 帳號登入 / 憑證登入` → 少了標題「帳號登入」或「憑證登入」. */
export function conditionSentence(condition: string, language: Language): string {
  const target = TARGET.exec(condition);
  if (target === null) return failedConditionWords(condition, language);
  const words = supportCatalogueOf(language).condition;
  const [, list = '', count = '0', how] = target;
  return fill(how === ', covered' ? words.covered : how === ', not enabled' ? words.notEnabled : count === '0' ? words.notFound : words.several, {
    what: quotedWords(list.split(' / '), language),
    count,
  });
}

import type { Language } from '../content-rules/schema';
import { fill } from './fill';
import { trainerWordsOf } from './trainer/words';

const EVIDENCE = /^(not )?(text|heading|button|choice|field|path) (.+)$/;
const TARGET = /^to point at: one (?:button|radio|checkbox|field) (.*) \(here: (\d+)(, covered|, not enabled)?\)$/;

/**
 * A condition of an explanation as one reads it: `heading 帳號登入 / 憑證登入` → 標題「帳號登入」或「憑證登入」. One of an unknown kind stays as it is.
 */
export function conditionSentence(condition: string, language: Language): string {
  const words = trainerWordsOf(language).condition;
  const quoted = (list: string, separator: string) =>
    list
      .split(separator)
      .map((each) => `「${each}」`)
      .join(words.or);
  const evidence = EVIDENCE.exec(condition);
  if (evidence !== null) {
    const [, not, kind, list] = evidence as unknown as [string, string | undefined, keyof typeof words.kinds | 'path', string];
    if (kind === 'path') return fill(words.path, { paths: list.replaceAll(' or ', ', ') });
    const what = quoted(list, ' / ');
    return fill(not === undefined ? words.missing : words.unwanted, { what: fill(words.kinds[kind], { words: what }) });
  }
  const target = TARGET.exec(condition);
  if (target === null) return condition;
  const [, list = '', count = '0', how] = target;
  return fill(how === ', covered' ? words.covered : how === ', not enabled' ? words.notEnabled : count === '0' ? words.notFound : words.several, {
    what: quoted(list, ' / '),
    count,
  });
}

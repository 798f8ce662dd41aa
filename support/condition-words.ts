import { fill } from '../components/fill';
import type { Language } from '../content-rules/schema';
import { supportCatalogueOf } from './catalogue';

/**
 * What it means that a condition does not hold.
 * @param condition as the page table has it: `button 登入`, `not text 平台識別碼`, `path / or /index.php`
 */
export function failedConditionWords(condition: string, language: Language): string {
  const words = supportCatalogueOf(language).condition;
  const isUnwanted = condition.startsWith('not ');
  const [kind = '', ...rest] = condition.slice(isUnwanted ? 'not '.length : 0).split(' ');
  const said = rest.join(' ');
  if (kind === 'path') return fill(words.address, { words: said.split(' or ').join(` ${words.or.trim()} `) });
  return fill(isUnwanted ? words.present : words.missing, { kind: words[kind as 'text'] ?? kind, words: quotedWords(said.split(' / '), language) });
}

/** Words of the site, several of which may stand for the others: 「登入」或「登 入」. */
export function quotedWords(list: readonly string[], language: Language): string {
  const words = supportCatalogueOf(language).condition;
  return list.map((each) => fill(words.quoted, { words: each })).join(words.or);
}

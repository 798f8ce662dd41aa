import { fill } from '../components/fill';
import type { Language } from '../content-rules/schema';
import { supportCatalogueOf } from './catalogue';
import type { CodeFault } from './decode';

/** Why a code cannot be read, in a sentence that names the wrong group where there is one. */
export function faultWords(fault: CodeFault, language: Language): string {
  const words = supportCatalogueOf(language).fault;
  switch (fault.kind) {
    case 'empty':
      return words.empty;
    case 'characters':
      return fill(words.characters, { found: fault.found });
    case 'length': {
      const { digits, groups } = fault;
      const named = groups.length === 0 ? [] : [fill(words.lengthOf, { groups: groups.join(words.and) })];
      return [fill(words.length, { digits }), ...named].join(language === 'en' ? ' ' : '');
    }
    case 'check':
      return fill(words.check, { groups: fault.groups.join(words.and) });
    case 'newer':
      return fault.what === 'code' ? words.newerCode : words.newerRules;
    case 'impossible':
      return words.impossible;
  }
}

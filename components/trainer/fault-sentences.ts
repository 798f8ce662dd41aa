import type { PolicyFault } from '../../classroom/class-settings';
import type { KitFault } from '../../classroom/read-kit';
import type { Language } from '../../content-rules/schema';
import { fill } from '../fill';
import { trainerWordsOf } from './words';

/** One sentence that names what is wrong in a file and where. */
export function readFaultSentence(why: KitFault, language: Language): string {
  const { kitFault } = trainerWordsOf(language);
  if (why.fault === 'not-json') return why.line === null ? kitFault['not-json'] : fill(kitFault['not-json-line'], { line: String(why.line) });
  if (why.fault === 'newer-version') return fill(kitFault['newer-version'], { version: String(why.version) });
  return fill(kitFault[why.fault], { where: 'where' in why ? why.where : '', allowed: 'allowed' in why ? why.allowed : '' });
}

/** One sentence that names what is wrong in what a policy has set. */
export function policyFaultSentence(why: PolicyFault, language: Language): string {
  return fill(trainerWordsOf(language).policyFault[why.fault], { where: why.key, allowed: 'allowed' in why ? why.allowed : '' });
}

import type { Language } from '../../content-rules/schema';
import type { Fault } from '../../support/report/fault';
import { fill } from '../fill';
import { reportWordsOf } from './words';

/** What is wrong with a file that was to be read as a report, where, and what follows. Repeats nothing that stands in the file. */
export function faultSentence({ what, place }: Fault, language: Language): string {
  const { faults } = reportWordsOf(language);
  return fill(faults[what], { place: place === '' ? faults.whole : place });
}

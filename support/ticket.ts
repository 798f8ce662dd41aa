import { fill } from '../components/fill';
import type { Language } from '../content-rules/schema';
import { supportCatalogueOf } from './catalogue';
import type { CodeLine } from './code-words';

/** Where what is known comes from. */
export interface TicketSource {
  /** The three groups, as they were read out; null where a report file was opened. */
  code: string | null;
  /** Date of the rules that the caller has, as 2026-11-30. */
  rulesDate: string;
}

/**
 * Five lines to paste into a ticket: the code, where, what was seen, what is different, what was answered.
 * @param lines what is known of the caller (`wordsOfCode`, or those of a report), in the same language; what none of them is about is not known
 */
export function ticketText(lines: readonly { about: string; text: string }[], { code, rulesDate: date }: TicketSource, language: Language): string {
  const words = supportCatalogueOf(language).ticket;
  const said = (wanted: CodeLine['about']) => lines.find(({ about }) => about === wanted)?.text ?? words.unknown;
  return [
    code === null ? fill(words.noCode, { date }) : fill(words.code, { code, date }),
    fill(words.where, { step: said('step'), page: said('page') }),
    fill(words.seen, { verdict: said('verdict') }),
    fill(words.different, { failed: said('failed') }),
    fill(words.answers, { answers: said('answers'), recovery: said('recovery') }),
  ]
    .map((line) => line.replace(/\s+/gu, ' '))
    .join('\n');
}

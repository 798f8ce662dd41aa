import type { HoursWords, Words } from '../../content-rules/schema';
import { writtenAs } from '../normalise';

/** The words of the rules as expressions over folded text, made once for a document. */
export interface HoursPatterns {
  label: RegExp;
  /** Number and unit and nothing else, as `amountIn` reads it. */
  amount: RegExp;
  /** The same where the unit stands over the column. */
  bare: RegExp;
  /** Every number of hours in a text. */
  amounts: RegExp;
  anyAmount: RegExp;
  /** How a text begins that carries on with the number before it. */
  goesOn: RegExp;
  /** The label with the unit behind it, as over a column. */
  labelWithUnit: RegExp;
}

/** What may stand between two words: white space and the seams between pieces of text. */
export const GAP = '[\\s\\ue000]*';
/** 1.50 and 0.5, but not 01 or 1,000: what is not written plainly is not read. */
const NUMBER = '((?:0|[1-9]\\d{0,2})(?:\\.\\d{1,2})?)';

const escaped = (letters: string) => letters.replace(/[-\\\]^]/g, '\\$&');

/** Any of some words, in whatever characters the normaliser takes for theirs, white space between its letters allowed. */
export function anyOf(words: Words, between = '\\s*'): string {
  const one = (word: string) => Array.from(word.replace(/\s/g, ''), (letter) => `[${escaped(writtenAs(letter.toLowerCase()))}]`).join(between);
  return `(?:${[words].flat().map(one).join('|')})`;
}

export function patternsFor({ label, unit, range }: HoursWords): HoursPatterns {
  const said = anyOf(label);
  const units = anyOf(unit, '');
  const someAmount = `(\\d+(?:\\.\\d+)?)${GAP}${units}`;
  return {
    label: new RegExp(said),
    amount: new RegExp(`^[\\s\\ue000:]*${NUMBER}${GAP}${units}${GAP}$`),
    bare: new RegExp(`^${GAP}${NUMBER}${GAP}(?:${units}${GAP})?$`),
    amounts: new RegExp(someAmount, 'g'),
    anyAmount: new RegExp(someAmount),
    goesOn: new RegExp(`^${GAP}(?:[~〜\\-‐-―+、,/.]|${anyOf(range)}${GAP}\\d|\\d+(?:\\.\\d+)?${GAP}\\p{L})`, 'u'),
    labelWithUnit: new RegExp(`^[\\s\\ue000]*${said}[\\s\\ue000(]+${units}[\\s\\ue000)]*$`),
  };
}

/** The number of hours that a text says and says nothing else; null where it says anything else. */
export function amountIn(text: string, pattern: RegExp): number | null {
  const number = pattern.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

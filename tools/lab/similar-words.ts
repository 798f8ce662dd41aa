import { normalise } from '../../engine/normalise';

/** Below this two phrases have too little in common to be worth showing. */
const LEAST = 0.4;

/** Pairs of neighbouring characters, as the guide compares them: without spaces and punctuation. */
function pairs(text: string): string[] {
  const signs = [...normalise(text)];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/**
 * How alike two phrases are, 0 to 1: the share of neighbouring pairs of characters that both have (Dice); at least a half where the
 * wanted one is how the other begins (否 and 否，我不需要).
 */
export function likeness(one: string, other: string): number {
  const begins = normalise(one) !== '' && normalise(other).startsWith(normalise(one));
  return Math.max(sharedPairs(one, other), begins ? 0.5 : 0);
}

function sharedPairs(one: string, other: string): number {
  const left = pairs(other);
  const own = pairs(one);
  if (own.length + left.length === 0) return 0;
  const total = own.length + left.length;
  const shared = own.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / total;
}

/**
 * What on a page reads most like one of the wanted phrases.
 * @param onPage names and lines that a person reads there
 * @returns at most two, the closest first; empty where nothing is like them
 */
export function closest(wanted: readonly string[], onPage: readonly string[]): string[] {
  const rated = [...new Set(onPage)].map((text) => ({ text, rate: Math.max(...wanted.map((word) => likeness(word, text))) }));
  return rated
    .filter(({ rate }) => rate >= LEAST)
    .sort((a, b) => b.rate - a.rate)
    .slice(0, 2)
    .map(({ text }) => text);
}

/** What the normaliser leaves out between two letters, or may make one of them of: anything but plain letters and digits. */
const BETWEEN = '[^A-Za-z0-9\\u4e00-\\u9fff]*';
/** Letters and signs that the normaliser may turn into plain ones (wide, squared, compatibility and old forms): each may stand for any. */
const UNUSUAL = '\\u00a8-\\u1fff\\u2070-\\u2fff\\u3036-\\u303f\\u3041-\\u4dff\\ua000-\\ufeff\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/**
 * A cheap first question to a text as it is written in the page: may it hold one of these words at all? A text that holds one always
 * passes, in whatever way it is written; one that passes may hold none. Asked by one short expression, however many words there are:
 * one of their first letters, then one of their second ones, then one of their third.
 * @param words normalised
 * @param writtenAs every way in which a letter of a normalised text may be written with plain letters, itself among them
 */
export function rawWords(words: readonly string[], writtenAs: (letter: string) => string): RegExp {
  const long = words.filter((word) => word.length > 2);
  const short = words.filter((word) => word.length <= 2);
  const letter = (some: readonly string[], at: number) => `[${[...new Set(some.map((word) => word.charAt(at)))].map(writtenAs).join('')}${UNUSUAL}]`;
  const pass = (some: readonly string[], length: number) => Array.from({ length }, (_, at) => letter(some, at)).join(BETWEEN);
  const kinds = [
    ...(long.length > 0 ? [pass(long, 3)] : []),
    ...[2, 1].flatMap((length) => {
      const same = short.filter((word) => word.length === length);
      return same.length > 0 ? [pass(same, length)] : [];
    }),
  ];
  return kinds.length > 0 ? new RegExp(kinds.join('|')) : /(?!)/;
}

/**
 * The part of an address glob that stands in one piece in whatever way a link to it is written: relative links leave out the host,
 * and any slash may come from the page's own address.
 * @param own the host of the page
 * @returns '' where there is none
 */
export function rawAddress(glob: string, own: string): string {
  const pieces = glob
    .split('*')
    .map((piece) => piece.replace(own, ''))
    .flatMap((piece) => piece.split('/'));
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

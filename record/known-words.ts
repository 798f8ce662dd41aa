/**
 * What of the sites is known already, from rules, replicas and the journey: the only words that a report made while someone is
 * logged in may hold. Made when the extension is built (`#known-words`).
 */
export interface KnownWords {
  /** Whole runs of text and their parts between punctuation marks, normalised. */
  words: readonly string[];
  /** Values of `id`, `class`, `name` and `for`, one by one, as written. */
  identifiers: readonly string[];
  hosts: readonly string[];
  /** Single steps of paths, in lower case. */
  steps: readonly string[];
  /** Official telephone numbers and mailboxes, normalised: they are no secret of anyone. */
  contacts: readonly string[];
}

/** The same, ready to be asked. */
export interface KnownIndex {
  words: ReadonlySet<string>;
  identifiers: ReadonlySet<string>;
  hosts: ReadonlySet<string>;
  steps: ReadonlySet<string>;
  contacts: ReadonlySet<string>;
  /** How long the longest word is, in characters. */
  longest: number;
}

export function indexOf({ words, identifiers, hosts, steps, contacts }: KnownWords): KnownIndex {
  return {
    words: new Set(words),
    identifiers: new Set(identifiers),
    hosts: new Set(hosts),
    steps: new Set(steps),
    contacts: new Set(contacts),
    longest: words.reduce((most, word) => Math.max(most, word.length), 0),
  };
}

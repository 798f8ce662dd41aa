import type { Pattern } from './normalise';

/** Words by their first two letters, so that a text is asked for the few that may stand in it, however many rules there are. */
export class WordIndex {
  readonly #byStart = new Map<string, { word: string; number: number }[]>();

  constructor(words: readonly string[]) {
    for (const [number, word] of words.entries()) {
      const start = word.slice(0, 2);
      const known = this.#byStart.get(start);
      if (known === undefined) this.#byStart.set(start, [{ word, number }]);
      else known.push({ word, number });
    }
  }

  /** Whether a normalised text holds any of the words. */
  isAnyIn(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const isThere = ({ word }: { word: string }) => text.startsWith(word, at);
      if (this.#byStart.get(text.slice(at, at + 2))?.some(isThere) || this.#byStart.has(text.charAt(at))) return true;
    }
    return false;
  }

  /** The words that a normalised text holds, in their own order. */
  in(text: string): string[] {
    const found = new Set<{ word: string; number: number }>();
    const look = (start: string, at: number) => {
      for (const entry of this.#byStart.get(start) ?? []) if (text.startsWith(entry.word, at)) found.add(entry);
    };
    for (let at = 0; at < text.length; at += 1) {
      look(text.slice(at, at + 2), at);
      // Words of one letter.
      if (at + 1 < text.length) look(text.charAt(at), at);
    }
    return [...found].sort((a, b) => a.number - b.number).map(({ word }) => word);
  }
}

/** Whole names by what they say, so that telling whether one is known costs the same for one rule and for hundreds. */
export class NameIndex {
  readonly #whole = new Set<string>();
  readonly #beginnings: readonly Pattern[];
  /** The longest whole name, in letters. */
  readonly #longest: number;

  constructor(patterns: readonly Pattern[]) {
    for (const { text, begins } of patterns) if (!begins) this.#whole.add(text);
    this.#beginnings = patterns.filter(({ begins }) => begins);
    this.#longest = Math.max(0, ...[...this.#whole].map(({ length }) => length));
  }

  get isEmpty(): boolean {
    return this.#whole.size === 0 && this.#beginnings.length === 0;
  }

  /** Whether a normalised name or block is one that is known. */
  has(name: string): boolean {
    return this.known(name) !== '';
  }

  /** What of a normalised name or block is known: all of it, or the longest known beginning; '' where nothing is. */
  known(name: string): string {
    if (name.length <= this.#longest && this.#whole.has(name)) return name;
    return this.#beginnings.reduce((most, { text }) => (text.length > most.length && name.startsWith(text) ? text : most), '');
  }
}

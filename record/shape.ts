import { normalise } from '../engine/normalise';
import { SHAPE } from '../engine/shape';
import type { KnownIndex } from './known-words';
import { looksPersonal, personalSpans, type Span } from './personal';

export { SHAPE };

/** The most characters of one run of text. */
export const TEXT_AT_MOST = 2000;

/**
 * How much is kept. `known`: nothing but what stands in the rules or the replicas, while someone is or may be logged in.
 * `open`: all but what looks personal, where the site cannot know who is looking.
 */
export type Keep = 'known' | 'open';

/** Turns what stands in a page into what may stand in a report. Pure; the same for text, attributes and addresses. */
export class Shaper {
  constructor(readonly known: KnownIndex) {}

  /**
   * A run of text. Unknown or personal parts become □□□, one for each part, whatever its length.
   * @returns white space collapsed, no control characters, no `<` or `>`; '' where there is nothing to read
   */
  text(written: string, keep: Keep): string {
    const text = readable(written);
    if (text === '') return '';
    const whole = normalise(text);
    if (this.known.words.has(whole) || this.known.contacts.has(whole)) return text;
    const personal = personalSpans(text).filter(({ from, to }) => !this.known.contacts.has(normalise(text.slice(from, to))));
    const marked = replaced(text, personal);
    return keep === 'open'
      ? marked
      : marked
          .split(SHAPE)
          .map((part) => this.#knownParts(part))
          .join(SHAPE)
          .replaceAll(/(?:□□□[\s\p{P}]*)+□□□/gu, SHAPE);
  }

  /** An id, class or name; null where it is not to be kept. */
  identifier(word: string, keep: Keep): string | null {
    if (/[<>"'&`\s]/.test(word) || word === '') return null;
    if (keep === 'known') return this.known.identifiers.has(word) ? word : null;
    return this.known.identifiers.has(word) || !looksPersonal(word) ? word : null;
  }

  /**
   * Where a link, form or picture leads: host and path, no port, no query, no fragment, nobody's name before an @.
   * `mailto:`, `tel:` and `javascript:` alone are told of addresses that are none, `#` of places in the page.
   * @returns null where nothing of it is to be kept
   */
  address(written: string, base: string, keep: Keep): string | null {
    const raw = written.trim();
    if (raw === '' || raw.startsWith('#')) return '#';
    if (!URL.canParse(raw, base)) return null;
    const { protocol, hostname, pathname } = new URL(raw, base);
    if (['mailto:', 'tel:', 'javascript:'].includes(protocol)) return protocol;
    if (protocol !== 'https:' && protocol !== 'http:') return null;
    return this.hostAndPath(hostname, pathname, keep);
  }

  hostAndPath(host: string, path: string, keep: Keep): string {
    const isKept = this.known.hosts.has(host) || (keep === 'open' && host.endsWith('.gov.tw') && !looksPersonal(host));
    return `${isKept ? host : SHAPE}${path
      .split('/')
      .map((step) => this.#step(step, keep))
      .join('/')}`;
  }

  #step(written: string, keep: Keep): string {
    const step = written.replace(/;.*$/s, '');
    if (step === '' || step === SHAPE || this.known.steps.has(step.toLowerCase())) return step;
    if (keep === 'open' && /^[\w.,~-]+$/.test(step) && !looksPersonal(step)) return step;
    return `${SHAPE}${/\.(?:php|aspx?|html?|jsp|do)$/i.exec(step)?.[0].toLowerCase() ?? ''}`;
  }

  /** Keeps the known words of a text, longest first. Punctuation stays only beside a word that stays. */
  #knownParts(text: string): string {
    const signs = [...text];
    const letters = signs.map((sign) => normalise(sign));
    const isKept = signs.map(() => false);
    for (let at = 0; at < signs.length; at += 1) {
      const end = letters[at] === '' ? at : this.#knownUpTo(signs, letters, at);
      for (let index = at; index < end; index += 1) isKept[index] = true;
      at = Math.max(at, end - 1);
    }
    const read = signs.flatMap((_, index) => (letters[index] === '' ? [] : [index]));
    if (read.length === 0) return text;
    let result = '';
    for (let index = 0; index < signs.length; index += 1) {
      if (letters[index] !== '') result += isKept[index] ? signs[index] : '\0';
      else {
        const before = read.findLast((place) => place < index);
        const after = read.find((place) => place > index);
        const isBesideWord = (before !== undefined && isKept[before]) || (after !== undefined && isKept[after]);
        result += isBesideWord ? signs[index] : '\0';
      }
    }
    return result.replace(/\0+/g, SHAPE);
  }

  /** Where the longest known word ends that begins here; `at` itself where none does. Single characters are no words. */
  #knownUpTo(signs: readonly string[], letters: readonly string[], at: number): number {
    const isLatin = (index: number) => /^[a-z0-9]/i.test((signs[index] ?? '').normalize('NFKC'));
    if (isLatin(at) && isLatin(at - 1)) return at;
    let word = '';
    let best = at;
    for (let index = at; index < signs.length && word.length < this.known.longest; index += 1) {
      word += letters[index];
      const isCut = isLatin(index) && isLatin(index + 1);
      if (!isCut && word.length > 1 && this.known.words.has(word)) best = index + 1;
    }
    return best;
  }
}

/** White space as single spaces, nothing that markup or a terminal could take for more than words. */
function readable(text: string): string {
  const plain = text
    .replace(/</g, '＜')
    .replace(/>/g, '＞')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ')
    .trim();
  return plain.length > TEXT_AT_MOST ? `${plain.slice(0, TEXT_AT_MOST - 1)}…` : plain;
}

function replaced(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of spans) {
    result += text.slice(at, from) + SHAPE;
    at = to;
  }
  return result + text.slice(at);
}

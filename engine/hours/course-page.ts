import type { HoursWords } from '../../content-rules/schema';
import { HEADINGS } from '../facts/of-interest';
import { labelTexts, sharedParent } from './labels';
import type { Line } from './line';
import { courseLinks } from './links';
import { anyOf } from './patterns';
import { fold, type IsVisible, textOf } from './text';

/** What of a page is about its own course: everything but boxes about other courses. */
export class CoursePage {
  /** Everything that holds a link to another course. */
  readonly #foreign = new Set<Element>();
  readonly #anchors: Text[];
  readonly #pageWords: RegExp;
  readonly #entryWords: RegExp;

  constructor(
    readonly document: Document,
    readonly words: HoursWords,
    readonly isVisible: IsVisible,
    /** In lower case. */
    own: string,
  ) {
    for (const [link, path] of courseLinks(document, words.course).links)
      for (let at: Element | null = path === own ? null : link; at !== null && !this.#foreign.has(at); at = at.parentElement) this.#foreign.add(at);
    this.#pageWords = new RegExp(anyOf(words.page));
    this.#entryWords = new RegExp(anyOf([words.beside, words.who.label].flat()), 'g');
    this.#anchors = [words.beside].flat().flatMap((word) => {
      const found = this.beginningWith(new RegExp(anyOf(word)));
      // Two of them: one may be another course's.
      return found.length === 1 ? found : [];
    });
  }

  /** Texts about this course that begin with these words, but for signs. */
  beginningWith(words: RegExp): Text[] {
    return this.own(labelTexts(this.document, words, this.isVisible)).filter(({ data }) => !/[\p{L}\p{N}]/u.test(data.slice(0, fold(data).search(words))));
  }

  /** Those that do not stand in a box about another course: the nearest element with a link to one holds the page's own parts, too. */
  own(texts: readonly Text[]): Text[] {
    return texts.filter((text) => {
      let at: Element | null = text.parentElement;
      while (at !== null && !this.#foreign.has(at)) at = at.parentElement;
      return at === null || this.#pageWords.test(at.textContent ?? '');
    });
  }

  /**
   * Whether label and value are one entry of the list in which the course's own dates are entries of the same kind: with nothing else in it, no
   * heading and no other course between them, and where labels and values alternate, both labels in the places of labels.
   */
  isFact({ text, alone, element, isPair }: Line): boolean {
    return this.#anchors.some((anchor) => {
      const list = sharedParent(text, anchor);
      if (list === null) return false;
      if (list === element && !isPair) return !this.#foreign.has(list);
      const [entry, other] = [entryOf(text, list), entryOf(anchor, list)];
      if (entry === null || other === null || entry.localName !== other.localName || this.#isParted(entry, other)) return false;
      if (isPair && entry === alone) return isLabelPlace(entry, list) && isLabelPlace(other, list);
      const whole = isPair ? this.#bare(alone as Element) + this.#bare(element) : this.#bare(element);
      return this.#bare(entry) === whole && (this.#bare(other).match(this.#entryWords)?.length ?? 0) === 1 && this.#bare(other).search(this.#entryWords) === 0;
    });
  }

  /** A heading or another course stands between two entries, or in them. */
  #isParted(one: Element, other: Element): boolean {
    const all = [...(one.parentElement as Element).children];
    const [from, to] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b) as [number, number];
    return all.slice(from, to + 1).some((each) => this.#foreign.has(each) || each.matches(HEADINGS) || each.querySelector(HEADINGS) !== null);
  }

  #bare(element: Element): string {
    return textOf(element, this.isVisible).replace(/[\s\ue000]/g, '');
  }
}

function entryOf(node: Node, list: Element): Element | null {
  let at = node.parentElement;
  while (at !== null && at.parentElement !== list) at = at.parentElement;
  return at;
}

/** The first, third, fifth of an even number. */
function isLabelPlace(entry: Element, list: Element): boolean {
  const all = [...list.children];
  return all.length % 2 === 0 && all.indexOf(entry) % 2 === 0;
}

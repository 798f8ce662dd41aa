import { ADDRESS_ATTRIBUTES, ENUMERATED, FLAG_ATTRIBUTES, IDENTIFIER_ATTRIBUTES, WORD_ATTRIBUTES } from './attributes';
import { layoutOf } from './layout';
import { announcesName, personalSpans } from './personal';
import type { RecordedDocument, RecordedElement, RecordedNode } from './report';
import { type SafeDom, safely } from './safe-dom';
import type { Keep, Shaper } from './shape';

/** Told as if they were not there: they run, load, style or draw something. */
const LEFT_OUT = new Set('script style link meta base template noscript object embed applet head title param source track map area'.split(' '));
/** Told without what is in them: what a person typed or chose, what a program draws, or another document. */
const EMPTY = new Set('textarea datalist output canvas audio video svg math iframe frame img input br hr'.split(' '));
const MARKUP_NAME = /^[a-z][a-z0-9-]{0,40}$/;
const NODES_AT_MOST = 30_000;
const DEPTH_AT_MOST = 200;
const OWN_ELEMENT = 'register-guide';

/** Names that are not kept get numbers instead, so that a label still finds its field and radio buttons stay one group. */
class Aliases {
  readonly #numbers = new Map<string, number>();

  of(word: string): string {
    const number = this.#numbers.get(word) ?? this.#numbers.size + 1;
    this.#numbers.set(word, number);
    return `□${number}`;
  }
}

/**
 * Reads a document for a report: elements, the attributes that are listed, and runs of text, all of it shaped on the way. Reads no
 * value of a field, nothing that was typed or chosen; no comments, scripts or styles.
 */
export function walkDocument(document: Document, shaper: Shaper, keep: Keep): Omit<RecordedDocument, 'place' | 'guide'> {
  return new Walk(document, shaper, keep).read();
}

class Walk {
  readonly #nodes: RecordedNode[] = [];
  readonly #aliases = new Aliases();
  readonly #dom: SafeDom;
  readonly #view: Window;
  /** The last text of the page, also of another element: 「姓名：」 in one, the name in the next. */
  #lastText = '';

  constructor(
    readonly document: Document,
    readonly shaper: Shaper,
    readonly keep: Keep,
  ) {
    this.#dom = safely(document);
    this.#view = document.defaultView as Window;
  }

  read(): Omit<RecordedDocument, 'place' | 'guide'> {
    const { document } = this;
    const { body, title } = this.#dom;
    if (body !== null) this.#children(body, 0, this.keep);
    const { hostname, pathname } = document.location;
    // A frame written by its page (`srcdoc`, `about:blank`) has no address of its own.
    const address = hostname === '' ? '#' : this.shaper.hostAndPath(hostname, pathname, this.keep);
    return { address, title: this.shaper.text(title, this.keep), nodes: this.#nodes };
  }

  #children(element: Element, depth: number, keep: Keep) {
    for (const child of this.#dom.children(element)) {
      if (this.#nodes.length >= NODES_AT_MOST || depth > DEPTH_AT_MOST) return;
      if (child.nodeType === 3) this.#text((child as Text).data, depth, keep);
      else if (this.#dom.nameOf(child) !== null) this.#element(child as Element, depth, keep);
    }
  }

  #text(written: string, depth: number, keep: Keep) {
    if (written.trim() === '') return;
    const isName = keep === 'open' && announcesName(this.#lastText);
    this.#lastText = written;
    const text = this.shaper.text(written, isName ? 'known' : keep);
    if (text !== '') this.#nodes.push({ depth, text });
  }

  #element(element: Element, depth: number, keep: Keep) {
    const name = this.#dom.nameOf(element) ?? '';
    if (LEFT_OUT.has(name) || name === OWN_ELEMENT || this.#isUnseenField(element, name)) return;
    const layout = layoutOf(element, name, this.#view);
    // Nobody sees what is hidden, so nobody could know whose it is.
    const within: Keep = layout === 'hidden' ? 'known' : keep;
    const node: RecordedElement = { depth, tag: MARKUP_NAME.test(name) ? name : 'div' };
    const attributes = this.#attributes(element, name, within);
    if (Object.keys(attributes).length > 0) node.attributes = attributes;
    if (layout !== null) node.layout = layout;
    if (this.#dom.hasShadow(element)) node.shadow = true;
    const frame = name === 'iframe' || name === 'frame' ? this.#frameNumber(element) : -1;
    if (frame >= 0) node.frame = frame;
    this.#nodes.push(node);
    if (!EMPTY.has(name) && this.#dom.attribute(element, 'contenteditable') === null) this.#children(element, depth + 1, within);
  }

  /** Hidden fields hold tokens and the like, and no page is told by them. */
  #isUnseenField(element: Element, name: string): boolean {
    return name === 'input' && (this.#dom.attribute(element, 'type') ?? '').trim().toLowerCase() === 'hidden';
  }

  #attributes(element: Element, name: string, keep: Keep): NonNullable<RecordedElement['attributes']> {
    const kept: Record<string, string> = {};
    const each = (names: readonly string[], shape: (value: string, which: string) => string | null) => {
      for (const which of names) {
        const value = this.#dom.attribute(element, which);
        const shaped = value === null ? null : shape(value, which);
        if (shaped !== null) kept[which] = shaped;
      }
    };
    const isPressed = /^(?:submit|button|reset)$/i.test(this.#dom.attribute(element, 'type')?.trim() ?? '');
    each(WORD_ATTRIBUTES, (value, which) => {
      if (which === 'value' && !(name === 'input' && isPressed)) return null;
      if (which === 'label' && name !== 'optgroup' && name !== 'option') return null;
      return this.shaper.text(value, keep) || null;
    });
    each(IDENTIFIER_ATTRIBUTES, (value) => {
      const words = value
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, 10);
      return words.map((word) => this.shaper.identifier(word, this.#keepOf(value, keep)) ?? this.#aliases.of(word)).join(' ') || null;
    });
    each(ADDRESS_ATTRIBUTES, (value) => this.shaper.address(value, this.#dom.base, keep));
    each(FLAG_ATTRIBUTES, (value, which) => (which === 'contenteditable' && value === 'false' ? null : ''));
    each(Object.keys(ENUMERATED), (value, which) => {
      const word = value.trim().toLowerCase();
      return ENUMERATED[which]?.test(word) === true ? word : null;
    });
    const value = this.#dom.attribute(element, 'class') ?? '';
    const classes = value.split(/\s+/).flatMap((word) => this.shaper.identifier(word, this.#keepOf(value, keep)) ?? []);
    if (classes.length > 0) kept.class = classes.slice(0, 20).join(' ');
    return kept as NonNullable<RecordedElement['attributes']>;
  }

  /** A number may be written with spaces, and is several names then, none of which tells of anyone. */
  #keepOf(names: string, keep: Keep): Keep {
    return personalSpans(names).length > 0 ? 'known' : keep;
  }

  #frameNumber(element: Element): number {
    const view = this.#view as Window & Record<number, Window | undefined>;
    for (let number = 0; number < Math.min(view.length, 999); number += 1) if (view[number] === (element as HTMLIFrameElement).contentWindow) return number;
    return -1;
  }
}

/** Which frame of which frame a window is; empty for the page itself, 999 for a frame that its parent does not list. */
export function placeOf(window: Window): number[] {
  const place: number[] = [];
  for (let at = window; at !== at.parent && place.length < 10; at = at.parent) {
    const above = at.parent as Window & Record<number, Window | undefined>;
    let number = 999;
    for (let index = 0; index < Math.min(above.length, 999); index += 1) if (above[index] === at) number = index;
    place.unshift(number);
  }
  return place;
}

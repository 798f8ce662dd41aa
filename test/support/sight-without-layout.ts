import type { Window } from 'happy-dom';
import type { Sight } from '../../engine/facts/types';

/**
 * What can be told of an element without layout: hidden, of no size or pushed off the page by attribute or style. A fixed layer that fills the
 * window and holds neither element counts as covering, and so does an open dialog (a native modal one, or a fancybox of the replicas).
 */
export function sightWithoutLayout(document: Document): Sight {
  const window = document.defaultView as unknown as Window;
  const styleOf: StyleOf = (element) => window.getComputedStyle(element as never) as unknown as CSSStyleDeclaration;
  const hidden = new Map<Element, boolean>();
  const isHidden = (element: Element | null): boolean => {
    if (element === null) return false;
    const known = hidden.get(element);
    if (known !== undefined) return known;
    const style = styleOf(element);
    const own = element.hasAttribute('hidden') || style.display === 'none' || style.visibility === 'hidden' || isAway(element as HTMLElement);
    const answer = own || isHidden(above(element));
    hidden.set(element, answer);
    return answer;
  };
  const layers = layersOf(document, styleOf).filter((element) => !isHidden(element));
  return {
    isShown: (element) => !isHidden(element) || labelIsShown(element, isHidden),
    isCovered: (element) => layers.some((layer) => !holds(layer, element)),
    isCutOff: () => false,
    isInView: () => true,
    wasLeft: () => false,
    hasFocus: (element) => element === (element.getRootNode() as Document | ShadowRoot).activeElement,
    flowsInText: (element) => flowsInText(element, styleOf),
  };
}

const DOCUMENT_FRAGMENT_NODE = 11;

type StyleOf = (element: Element) => CSSStyleDeclaration;

/** Every element, those in open shadow roots too. */
function everyElement(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : everyElement(element.shadowRoot))]);
}

/** The element around another one, past the edge of a shadow root. The root of what is out of the page may be a link, which has a `host`, too. */
function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root.nodeType === DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : null) ?? null;
}

function holds(layer: Element, element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = above(at)) if (at === layer) return true;
  return false;
}

const KNOWN_LAYERS = '.fancybox-container, .fancybox-overlay, .modal, [data-cover], dialog[open]';

/** Only pages that say `fixed` somewhere are asked for the style of every element: that takes most of the time of a test. */
function layersOf(document: Document, styleOf: StyleOf): Element[] {
  const all = everyElement(document);
  const mayHaveMore = all.some(({ localName, textContent }) => localName === 'style' && /fixed/u.test(textContent ?? ''));
  return all.filter(
    (element) => element.matches(KNOWN_LAYERS) || ((mayHaveMore || /fixed/u.test(element.getAttribute('style') ?? '')) && covers(element, styleOf)),
  );
}

/** Fixed and as large as the window. A bar at the top is not. */
function covers(element: Element, styleOf: StyleOf): boolean {
  const { position, inset, top, left, bottom, right, width, height } = styleOf(element);
  if (position !== 'fixed') return false;
  const isZero = (value: string) => value !== '' && Number.parseFloat(value) === 0;
  const isPinned = [top, left, bottom, right].every(isZero) || isZero(inset);
  return isPinned || (isZero(top) && isZero(left) && width === '100%' && height === '100%');
}

/** By its own style, as an author writes it: cut down to nothing, or pushed out over the left or upper edge. */
function isAway(element: HTMLElement): boolean {
  const written = element.getAttribute('style') ?? '';
  if (written === '') return false;
  const { width, height, overflow, position, left, top } = element.style;
  const isNothing = overflow === 'hidden' && Number.parseFloat(width) === 0 && Number.parseFloat(height) === 0;
  return isNothing || (['absolute', 'fixed'].includes(position) && (Number.parseFloat(left) < -999 || Number.parseFloat(top) < -999));
}

/** As a browser computes it: the children of flex and grid boxes are blocks. */
function flowsInText(element: Element, styleOf: StyleOf): boolean {
  const isItem = element.parentElement !== null && /flex|grid/u.test(styleOf(element.parentElement).display);
  return !isItem && ['inline', 'contents', ''].includes(styleOf(element).display);
}

function labelIsShown(element: Element, isHidden: (element: Element) => boolean): boolean {
  const labels = (element as HTMLInputElement).labels;
  return (
    element.localName === 'input' &&
    ['radio', 'checkbox'].includes(element.getAttribute('type') ?? '') &&
    labels !== null &&
    [...labels].some((label) => !isHidden(label))
  );
}

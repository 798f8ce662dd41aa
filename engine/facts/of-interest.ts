import type { ControlRole } from '../../content-rules/schema';
import type { Vocabulary } from '../vocabulary';
import { controlRole } from './control-role';

/** What may be known by more than its own text: by a label, a value, a picture, an attribute. */
const TOLD_OTHERWISE = 'input, select, textarea, [role], [aria-labelledby], [aria-label], [title], [alt]';
/** Attributes that a name may be made of. */
const NAMES = ['aria-label', 'title', 'alt'];
const CHOSEN_OR_FILLED_IN: readonly (ControlRole | null)[] = ['radio', 'checkbox', 'field'];
const SHOW_ELEMENT = 1;

export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';

/**
 * The elements of a document that hold something which is not plain text and may yet be known: fields, pictures, links with a known
 * address, shadow roots. A block that is not among them is known by its text, or not at all.
 * Asked of the browser as a whole, since asking each element in turn costs many times as much.
 */
export function holdersOfInterest(document: Document, vocabulary: Vocabulary): ReadonlySet<Node> {
  const holders = new Set<Node>();
  const mark = (element: Element) => {
    for (let at: Node | null = element; at !== null && !holders.has(at); at = parentOf(at)) holders.add(at);
  };
  // Nodes are asked past their own properties: see `isForm`.
  const { Node: AnyNode } = document.defaultView as Window & typeof globalThis;
  const parentNode = Object.getOwnPropertyDescriptor(AnyNode.prototype, 'parentNode')?.get;
  const parentOf = (node: Node): Node | null => parentNode?.call(node) ?? null;

  for (const element of document.querySelectorAll(TOLD_OTHERWISE)) if (mayBeKnown(element, vocabulary.raw)) mark(element);
  const { rawAddresses } = vocabulary;
  if (rawAddresses.length > 0) {
    // Where a page says what its addresses start from, they need not be in a link.
    const links = document.querySelector('base') === null ? rawAddresses.map((part) => `[href*="${part}" i]`).join(',') : '[href]';
    for (const element of document.querySelectorAll(links)) mark(element);
  }

  const walker = document.createTreeWalker(document, SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if ((node as Element).shadowRoot) mark(node as Element);
  return holders;
}

function mayBeKnown(element: Element, raw: RegExp): boolean {
  if (element.localName === 'input' || element.hasAttribute('aria-labelledby') || CHOSEN_OR_FILLED_IN.includes(controlRole(element))) return true;
  // A heading may be made of several pictures.
  if (element.localName === 'img' && element.closest(HEADINGS) !== null) return true;
  return NAMES.some((name) => raw.test(element.getAttribute(name) ?? ''));
}

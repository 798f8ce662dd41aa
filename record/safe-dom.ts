/**
 * Reads a document by the prototypes' own methods: a field named `id` hides its form's property of that name, a form named `body`
 * its document's.
 */
export interface SafeDom {
  /** In small letters; null for what is no element. */
  nameOf(node: Node): string | null;
  attribute(element: Element, name: string): string | null;
  /** As they are shown: those of an open shadow root instead, what a slot is given in its place. */
  children(element: Element): Iterable<Node>;
  hasShadow(element: Element): boolean;
  matches(element: Element, selector: string): boolean;
  text(element: Element): string;
  root: Element | null;
  body: Element | null;
  title: string;
  /** What addresses in the document start from. */
  base: string;
}

export function safely(document: Document): SafeDom {
  const { Node: N, Element: E, Document: D } = document.defaultView as Window & typeof globalThis;
  const type = getter(N.prototype, 'nodeType');
  const childNodes = getter(N.prototype, 'childNodes') as (this: unknown) => NodeListOf<ChildNode>;
  const content = getter(E.prototype, 'textContent') as (this: unknown) => string | null;
  const localName = getter(E.prototype, 'localName') as (this: unknown) => string;
  const shadowRoot = getter(E.prototype, 'shadowRoot') as (this: unknown) => ShadowRoot | null;
  const nameOf = (node: Node) => ((type.call(node) as number) === 1 ? localName.call(node).toLowerCase() : null);
  return {
    root: (getter(D.prototype, 'documentElement') as (this: unknown) => Element | null).call(document),
    body: (getter(D.prototype, 'body') as (this: unknown) => Element | null).call(document),
    title: (getter(D.prototype, 'title') as (this: unknown) => string).call(document),
    base: (getter(D.prototype, 'baseURI') as (this: unknown) => string).call(document),
    nameOf,
    attribute: (element, name) => E.prototype.getAttribute.call(element, name),
    children(element) {
      const given = nameOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes?.() : undefined;
      return given !== undefined && given.length > 0 ? given : childNodes.call(shadowRoot.call(element) ?? element);
    },
    hasShadow: (element) => shadowRoot.call(element) !== null,
    matches: (element, selector) => E.prototype.matches.call(element, selector),
    text: (element) => content.call(element) ?? '',
  };
}

/** A property's own way of being read, wherever up the prototypes it stands. */
function getter(prototype: object, name: string): (this: unknown) => unknown {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get !== undefined) return get;
  }
  throw new Error(`This browser has no ${name}.`);
}

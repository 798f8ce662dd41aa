import type { Random } from './random';

/** A replica open in a document, with the element that was right before the redesign. */
export interface Drilled {
  document: Document;
  /** The right element, or what has replaced it; null where the page has none. */
  target: Element | null;
  /** Tells that one element now stands for another. */
  replace(old: Element, by: Element): void;
  random: Random;
  address: { host: string; path: string };
  framed: boolean;
  /** Does something to the page later, so many ms on the page's own clock. Missing where there is no such clock. */
  later?(delay: number, act: () => void): void;
}

/**
 * A redesign. `keeps` says what a person still reads: `words` (everything, so the same element is due), `target` (the words are
 * there, but the right element is not there once and pressable: words without a ring are due), or `nothing` (some words are
 * others now).
 */
export interface Drill {
  name: string;
  keeps: 'words' | 'target' | 'nothing';
  /** Changes the page. False where it has nothing to change. */
  apply(page: Drilled): boolean;
}

/** The document and every open shadow root in it. */
export function rootsOf(document: Document): (Document | ShadowRoot)[] {
  const within = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : within(shadowRoot))),
  ];
  return within(document);
}

/** Everything in the body that matches, in shadow roots too. */
export function elementsOf(document: Document, selector = '*'): Element[] {
  return rootsOf(document).flatMap((root) => [...root.querySelectorAll(root === document ? `body ${selector.replaceAll(',', ', body ')}` : selector)]);
}

/** All text nodes that a person could read. */
export function textNodes(document: Document): Text[] {
  const found: Text[] = [];
  const walk = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) found.push(child as Text);
      else if (child.nodeType === 1 && !['SCRIPT', 'STYLE', 'TEMPLATE'].includes((child as Element).tagName)) walk((child as Element).shadowRoot ?? child);
    }
  };
  if (document.body !== null) walk(document.body);
  return found.filter(({ data }) => data.trim() !== '');
}

/** Applies a change to every word that is read or named: text and naming attributes. */
export function changeWords(document: Document, change: (text: string) => string): void {
  for (const node of textNodes(document)) node.data = change(node.data);
  for (const element of elementsOf(document, '[alt], [aria-label], [title], [placeholder], input[type=submit], input[type=button]')) {
    for (const name of ['alt', 'aria-label', 'title', 'placeholder', ...(element.localName === 'input' ? ['value'] : [])]) {
      const text = element.getAttribute(name);
      if (text !== null) element.setAttribute(name, change(text));
    }
  }
}

/** Makes an element of another kind with the same content and attributes. */
export function remake(element: Element, tag: string, attributes: Record<string, string>, page: Drilled): Element {
  const made = page.document.createElement(tag);
  for (const { name, value } of [...element.attributes]) made.setAttribute(name, value);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
  page.replace(element, made);
  return made;
}

/** The words that a person reads on or beside an element that is pressed or filled in. */
export function wordsOn(element: Element | null): string {
  if (element === null) return '';
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join(' ');
  const picture = element.querySelector('[alt]')?.getAttribute('alt') ?? element.getAttribute('alt') ?? '';
  const value = element.localName === 'input' && ['submit', 'button'].includes(element.getAttribute('type') ?? '') ? (element.getAttribute('value') ?? '') : '';
  return (
    [element.textContent ?? '', labels, value, element.getAttribute('aria-label') ?? '', picture].map((text) => text.trim()).find((text) => text !== '') ?? ''
  );
}

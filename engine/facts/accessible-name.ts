import { ELEMENT_NODE, TEXT_NODE } from './node-types';

/** Elements inside a name that hold what a person typed or chose: never read. */
const HOLDS_VALUE = new Set(['input', 'select', 'textarea']);
const PRESSED_INPUT = /^(submit|button|reset)$/i;

/**
 * The accessible name of a control, as assistive technology gets it (accname 1.2, as far as controls need it), but for one thing: the
 * value of a field inside a label is part of the name there and is never read here. Tests hold it against a full implementation and
 * against both browsers' accessibility trees.
 */
export function accessibleName(element: Element): string {
  return (
    labelledBy(element) ||
    attribute(element, 'aria-label') ||
    nativeName(element) ||
    (HOLDS_VALUE.has(element.localName) ? '' : textIn(element)) ||
    attribute(element, 'title') ||
    attribute(element, 'placeholder')
  );
}

function attribute(element: Element, name: string): string {
  return (element.getAttribute(name) ?? '').trim();
}

function labelledBy(element: Element): string {
  const ids = attribute(element, 'aria-labelledby');
  if (ids === '') return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  const labels = ids.split(/\s+/).map((id) => root.getElementById?.(id) ?? null);
  return joined(labels.map((label) => (label === null ? '' : attribute(label, 'aria-label') || nativeName(label) || textIn(label))));
}

function nativeName(element: Element): string {
  const type = attribute(element, 'type');
  if (element.localName === 'input' && PRESSED_INPUT.test(type)) return attribute(element, 'value');
  if (element.localName === 'img' || (element.localName === 'input' && type.toLowerCase() === 'image')) return attribute(element, 'alt');
  const { labels } = element as HTMLInputElement;
  if (labels === undefined || labels === null || typeof labels.length !== 'number') return '';
  return joined([...new Set(labels)].map((label) => attribute(label, 'aria-label') || textIn(label)));
}

/** The text of what is shown inside an element, pictures by their alternative text. */
function textIn(element: Element): string {
  const pieces: string[] = [];
  for (const child of (element.shadowRoot ?? element).childNodes) {
    if (child.nodeType === TEXT_NODE) pieces.push((child as Text).data);
    else if (child.nodeType === ELEMENT_NODE) pieces.push(partOfName(child as Element));
  }
  return joined([pieces.join('')]);
}

function partOfName(element: Element): string {
  if (element.hasAttribute('hidden') || attribute(element, 'aria-hidden') === 'true') return '';
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style?.display === 'none' || style?.visibility === 'hidden') return '';
  if (HOLDS_VALUE.has(element.localName) && !PRESSED_INPUT.test(attribute(element, 'type'))) return '';
  const text = labelledBy(element) || attribute(element, 'aria-label') || nativeName(element) || textIn(element) || attribute(element, 'title');
  return style?.display === 'inline' ? text : ` ${text} `;
}

function joined(pieces: readonly string[]): string {
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

/** Cheap texts that the name of something pressed could come from, without styles: enough to rule it out. */
export function possibleButtonNames(element: Element): string[] {
  const names: string[] = [];
  const add = (text: string | null) => {
    if (text !== null && text.length > 0 && text.length < 120) names.push(text);
  };
  add(element.textContent);
  for (const attribute of ['aria-label', 'title', 'alt']) add(element.getAttribute(attribute));
  if (element.localName === 'input') add(element.getAttribute('value'));
  for (const part of element.querySelectorAll('[alt], [aria-label]')) add(part.getAttribute('alt') ?? part.getAttribute('aria-label'));
  return names;
}

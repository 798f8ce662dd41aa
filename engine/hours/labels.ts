import { isForm } from '../facts/node-types';
import { fold, type IsVisible } from './text';

const SHOW_TEXT = 4;
/** Words in these are names of controls, choices or nobody's, and never said of a course. */
const PASSED_OVER = 'script, style, noscript, template, textarea, select, svg, head, title';

/** The texts of a document that hold a label and are shown, in its order. Our own overlay lies outside the body. */
export function labelTexts(document: Document, label: RegExp, isVisible: IsVisible): Text[] {
  if (document.body === null) return [];
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text;
    const parent = node.parentElement;
    if (data.length < 2 || !label.test(fold(data)) || parent === null) continue;
    if (isForm(parent) || (parent.closest(PASSED_OVER) === null && isVisible(parent))) found.push(node as Text);
  }
  return found;
}

/** The nearest element that holds both. */
export function sharedParent(one: Node, other: Node): Element | null {
  for (let at = one.parentElement; at !== null; at = at.parentElement) if (holds(at, other)) return at;
  return null;
}

/** Asked without the element's own properties, which a form's fields may stand in for. */
function holds(outer: Element, inner: Node): boolean {
  for (let at: Node | null = inner; at !== null; at = at.parentNode) if (at === outer) return true;
  return false;
}

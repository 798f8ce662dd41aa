import { controlRole } from './control-role';
import { COMMENT_NODE, ELEMENT_NODE, isForm } from './node-types';

/**
 * The words that a person reads as a field's label where the markup says nothing: text right before a field (or right
 * after a choice) in its own line, the table cell beside it, or the block before it. Fields in the 2013–2021 builds of the
 * account site stood in such tables.
 * @param element a field, radio or box
 * @param after whether the words stand behind it (choices) or before it (fields)
 * @returns the words as written, or '' where none stand there
 */
export function textBeside(element: Element, after: boolean): string {
  let node: Element = element;
  for (let climbed = 0; climbed < 4; ) {
    const text = textOnSide(node, after);
    if (text !== null) return text;
    const parent = node.parentElement;
    if (parent === null || isForm(parent) || parent.localName === 'tr' || parent.localName === 'body') return '';
    // What wraps the field and nothing else is no step away from it.
    if (parent.childElementCount > 1) climbed += 1;
    node = parent;
  }
  return '';
}

/** Null: nothing stands there, look further out. An empty answer means that another control comes first. */
function textOnSide(node: Element, after: boolean): string | null {
  let text = '';
  for (let sibling = step(node, after); sibling !== null; sibling = step(sibling, after)) {
    if (isForm(sibling)) return text;
    if (sibling.nodeType === ELEMENT_NODE && holdsControl(sibling as Element)) return text.trim() === '' ? '' : text;
    const piece = sibling.nodeType === COMMENT_NODE ? '' : (sibling.textContent ?? '');
    text = after ? text + piece : piece + text;
    const isBlock = sibling.nodeType === ELEMENT_NODE && !['SPAN', 'B', 'STRONG', 'FONT', 'EM', 'I', 'LABEL'].includes((sibling as Element).tagName);
    if (text.trim() !== '' && isBlock) return text;
  }
  return text.trim() === '' ? null : text;
}

function step(node: Node, after: boolean): Node | null {
  return after ? node.nextSibling : node.previousSibling;
}

function holdsControl(element: Element): boolean {
  if (controlRole(element) !== null && element.localName !== 'a') return true;
  return element.querySelector('input:not([type=hidden]), select, textarea, button, [role=radio], [role=checkbox], [role=textbox]') !== null;
}

/** DOM node types as numbers: the engine runs where no global `Node` exists. */
export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const COMMENT_NODE = 8;

/**
 * Whether this is a form. The fields of a form take the place of its own properties (`<input name="childNodes">`), so that nothing a
 * form says of itself can be relied on, not even its name: one whose name is an element has lost it to a field.
 */
export function isForm(node: Node): boolean {
  const { localName } = node as Element;
  return localName === 'form' || typeof localName === 'object';
}

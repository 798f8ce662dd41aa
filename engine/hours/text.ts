import { BLOCKS, SKIPPED } from '../facts/blocks';
import { ELEMENT_NODE, isForm, TEXT_NODE } from '../facts/node-types';

/** Whether the browser shows an element at all, as far as that can be said without asking where it is. */
export type IsVisible = (element: Element) => boolean;

/** Stands between two pieces of text, so that no number is put together across them. */
const SEAM = '\ue000';
/** Stands for what is no text: a picture, a field, something struck out. Nothing that has it in it can be read as a number. */
const NO_TEXT = '\ufffd';
const NOT_READ = new Set(['img', 'input', 'button', 'del', 's', 'strike', 'meter', 'progress', 'math', 'ruby', 'sup', 'sub', 'slot']);
/** As much as is ever looked at of what follows a label. Letters. */
const ENOUGH = 400;

const PLAIN_LETTER = /[\da-z\u4e00-\u9fa5\ufffd]/;

/** Anything but what is folded already: most texts of a list are. */
const TO_FOLD = /[^\u4e00-\u9fffa-z0-9 :~-]| {2}/;

/** Wide letters, digits and spaces as the narrow ones. No more: NFKC would make 2 of ² and ①. */
export function fold(text: string): string {
  if (!TO_FOLD.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .replaceAll(SEAM, NO_TEXT)
    .toLowerCase();
}

export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.localName);
}

/** As much as tells whether a text goes on with what stands before it: no number of hours, and no word that joins two, is longer. Letters. */
export const A_BEGINNING = 12;

/**
 * What is shown of a node as text, folded; a line break where a block or a line ends.
 * @param most letters, white space and seams not counted, after which no more is read; what is left out stands for no text
 */
export function textOf(node: Node, isVisible: IsVisible, most = ENOUGH): string {
  if (node.nodeType === TEXT_NODE) return fold((node as Text).data) + SEAM;
  if (node.nodeType !== ELEMENT_NODE || isForm(node)) return isForm(node) ? NO_TEXT : '';
  const element = node as Element;
  if (element.localName === 'br') return '\n';
  if (element.localName === 'script' || element.localName === 'style' || !isVisible(element)) return '';
  if (SKIPPED.has(element.localName) || NOT_READ.has(element.localName) || element.shadowRoot) return NO_TEXT;
  let text = '';
  let child = element.firstChild;
  for (; child !== null && !isEnough(text, most); child = child.nextSibling) text += textOf(child, isVisible, most);
  if (child !== null) text += NO_TEXT;
  return isBlock(element) ? `\n${text}\n` : text;
}

function isEnough(text: string, most: number): boolean {
  return text.length >= most && text.replace(/[\s\ue000]/g, '').length >= most;
}

/** The text beside a node in its own line: up to a `br`, or the end of its parent. */
export function textBefore(node: Node, isVisible: IsVisible): string {
  let text = '';
  for (let at = node.previousSibling; at !== null && (at as Element).localName !== 'br' && text.length < ENOUGH; at = at.previousSibling)
    text = textOf(at, isVisible) + text;
  return text;
}

export function textAfter(node: Node, isVisible: IsVisible): string {
  let text = '';
  let at = node.nextSibling;
  for (; at !== null && (at as Element).localName !== 'br' && text.length < ENOUGH; at = at.nextSibling) text += textOf(at, isVisible);
  return at === null || text.length < ENOUGH ? text : text + NO_TEXT;
}

/** Whether a text says anything. */
export function says(text: string): boolean {
  // To ask for all letters of all scripts costs a browser half a millisecond, once in each page.
  return PLAIN_LETTER.test(text) || (/[^\s\ue000]/.test(text) && /[\p{L}\p{N}\ufffd]/u.test(text));
}

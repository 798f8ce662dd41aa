import { normalise, patterns } from '../normalise';
import type { Reading } from './read';
import type { Sight } from './types';

const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
/** Of `compareDocumentPosition`. */
const CONTAINS = 8;
/** Longer texts are advice. In letters, as they are compared. */
const LONGEST = 30;

interface Field {
  element: Element;
  name: string;
}

/**
 * Marks the fields that a page complains of: those that say so themselves, and those beside which, or with whose name, it shows words
 * of complaint. A complaint that could be about several is left out. Pages keep such words hidden until they need them, so each text
 * is asked for itself whether it is shown. Meant for a form that was sent: before, the same words may be advice.
 */
export function markComplaints({ facts, elements }: Reading, complaints: readonly string[], sight: Sight): void {
  const controls = facts.controls.filter(({ role, shown }) => role === 'field' && shown);
  const fields = controls.map(({ element, name }): Field => ({ element: elements[element] as Element, name }));
  const about = new Set(fields.map(({ element }) => element).filter((element) => element.getAttribute('aria-invalid') === 'true'));
  const words = patterns(complaints).map(({ text }) => text);
  for (const root of new Set(fields.map(({ element }) => element.getRootNode()))) {
    const document = root.ownerDocument ?? (root as Document);
    const walker = document.createTreeWalker(root, SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = normalise((node as Text).data);
      const holder = node.parentElement;
      if (holder === null || text.length > LONGEST || !words.some((word) => complains(text, word, fields)) || !sight.isShown(holder)) continue;
      const found = fieldBeside(document.createTreeWalker(root, SHOW_ELEMENT), holder, fields) ?? fieldNamed(text, fields);
      if (found !== null) about.add(found.element);
    }
  }
  for (const control of controls) if (about.has(elements[control.element] as Element)) control.complained = true;
}

/** Not where the words are part of a field's own name, such as 請輸入驗證碼. */
function complains(text: string, word: string, fields: readonly Field[]): boolean {
  return text.includes(word) && !fields.some(({ name }) => name.includes(word) && text === name);
}

/** The only field in the nearest thing around the text that holds any. Goes up by a walker: a form is asked nothing, see `isForm`. */
function fieldBeside(upwards: TreeWalker, holder: Element, fields: readonly Field[]): Field | null {
  upwards.currentNode = holder;
  for (let around: Node | null = holder; around !== null; around = upwards.parentNode()) {
    const held = fields.filter(({ element }) => (element.compareDocumentPosition(around as Node) & CONTAINS) !== 0);
    if (held.length > 0) return held.length === 1 ? (held[0] as Field) : null;
  }
  return null;
}

/** The only field whose name the text holds, names within a longer one (電子信箱 in 確認電子信箱) left out. */
function fieldNamed(text: string, fields: readonly Field[]): Field | null {
  const named = fields.filter(({ name }) => name.length > 1 && text.includes(name));
  const whole = named.filter(({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)));
  return whole.length === 1 ? (whole[0] as Field) : null;
}

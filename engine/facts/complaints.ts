import { normalise, patterns } from '../normalise';
import type { Reading } from './read';
import type { Sight } from './types';

const SHOW_TEXT = 4;

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
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = normalise((node as Text).data);
      const holder = node.parentElement;
      if (holder === null || !words.some((word) => complains(text, word, fields)) || !sight.isShown(holder)) continue;
      const found = fieldBeside(holder, fields) ?? fieldNamed(text, fields);
      if (found !== null) about.add(found.element);
    }
  }
  for (const control of controls) if (about.has(elements[control.element] as Element)) control.complained = true;
}

/** Not where the words are part of a field's own name, such as 請輸入驗證碼. */
function complains(text: string, word: string, fields: readonly Field[]): boolean {
  return text.includes(word) && !fields.some(({ name }) => name.includes(word) && text === name);
}

/** The only field in the nearest thing around the text that holds any. */
function fieldBeside(holder: Element, fields: readonly Field[]): Field | null {
  for (let around: Element | null = holder; around !== null; around = around.parentElement) {
    const held = fields.filter(({ element }) => Node.prototype.contains.call(around as Element, element));
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

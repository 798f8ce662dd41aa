import type { Rule } from '../content-rules/schema';
import { accessibleName } from '../engine/facts/accessible-name';
import { textBeside } from '../engine/facts/beside';
import { ROLE_OF_ARIA } from '../engine/facts/control-role';
import { isCalled, normalise, patterns } from '../engine/normalise';
import { findersOf } from '../engine/vocabulary';

/** An element as it may be told outside its page: nothing of it but words of the rules, and counts. */
export interface Described {
  role: string;
  /** What the rules call it, as it is written there; empty where they know it by its address alone. */
  name: string;
  /** Its local name, such as `a`. */
  tag: string;
  /** Which of the elements with that local name it is, in the order of the document; -1 in a shadow root. */
  at: number;
}

/** Told of an element in explanations. What else stands in its name or its attributes may be about a person. */
export function describeElement(element: Element, rules: readonly Rule[]): Described {
  const name = normalise(nameOf(element));
  const known = rules.flatMap(findersOf).flatMap((finder) => finder.name ?? []);
  return { role: roleOf(element), name: known.find((words) => isCalled(name, patterns(words))) ?? '', ...placeOf(element) };
}

/** Which element it is, without a word of it. */
export function placeOf(element: Element): Pick<Described, 'tag' | 'at'> {
  const { localName, ownerDocument } = element;
  return { tag: localName, at: [...ownerDocument.getElementsByTagName(localName)].indexOf(element) };
}

/** The whole name, as the page has it: for our own card in that page, and for nothing else. */
export function nameOf(element: Element): string {
  const name = accessibleName(element).replace(/\s+/g, ' ').trim();
  if (name !== '') return name;
  const isChoice = ['radio', 'checkbox'].includes(roleOf(element));
  return textBeside(element, isChoice).replace(/\s+/g, ' ').trim().slice(0, 80);
}

function roleOf(element: Element): string {
  const role = element.getAttribute('role')?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(ROLE_OF_ARIA, role)) return role;
  const type = (element.getAttribute('type') ?? 'text').toLowerCase();
  if (element.localName === 'a') return 'link';
  if (element.localName === 'select') return 'combobox';
  if (element.localName === 'textarea') return 'textbox';
  if (element.localName !== 'input') return 'button';
  if (type === 'radio' || type === 'checkbox') return type;
  if (type === 'number') return 'spinbutton';
  return ['submit', 'button', 'reset', 'image'].includes(type) ? 'button' : 'textbox';
}

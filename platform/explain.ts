import { accessibleName } from '../engine/facts/accessible-name';
import { textBeside } from '../engine/facts/beside';

/** An element as the laboratory prints it. */
export interface Described {
  role: string;
  name: string;
  tag: string;
}

const SHOWN_ATTRIBUTES = ['id', 'class', 'name', 'type', 'role', 'href'];

/** Role, name and opening tag of an element. Addresses lose their query; a value is never among the attributes. */
export function describeElement(element: Element): Described {
  return { role: roleOf(element), name: nameOf(element), tag: openingTag(element) };
}

function nameOf(element: Element): string {
  const name = accessibleName(element).replace(/\s+/g, ' ').trim();
  if (name !== '') return name;
  const isChoice = ['radio', 'checkbox'].includes(roleOf(element));
  return textBeside(element, isChoice).replace(/\s+/g, ' ').trim().slice(0, 80);
}

function roleOf(element: Element): string {
  const role = element.getAttribute('role');
  if (role !== null) return role;
  const type = (element.getAttribute('type') ?? 'text').toLowerCase();
  if (element.localName === 'a') return 'link';
  if (element.localName === 'select') return 'combobox';
  if (element.localName === 'textarea') return 'textbox';
  if (element.localName !== 'input') return 'button';
  if (type === 'radio' || type === 'checkbox') return type;
  if (type === 'number') return 'spinbutton';
  return ['submit', 'button', 'reset', 'image'].includes(type) ? 'button' : 'textbox';
}

function openingTag(element: Element): string {
  const attributes = SHOWN_ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`${name}="${name === 'href' ? value.replace(/[?#].*$/s, '') : value}"`];
  });
  return `<${[element.localName, ...attributes].join(' ')}>`;
}

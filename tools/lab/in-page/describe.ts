import { nameOf } from '../../../platform/explain';

const SHOWN_ATTRIBUTES = ['id', 'class', 'name', 'type', 'role', 'href'];

/** Name and opening tag of an element of the page; null where it is not there any more. Addresses lose their query; a value is never among the attributes. */
export function describe(tag: string, at: number): { name: string; tag: string } | null {
  const element = document.getElementsByTagName(tag)[at];
  return element === undefined ? null : { name: nameOf(element), tag: openingTag(element) };
}

function openingTag(element: Element): string {
  const attributes = SHOWN_ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`${name}="${name === 'href' ? value.replace(/[?#].*$/s, '') : value}"`];
  });
  return `<${[element.localName, ...attributes].join(' ')}>`;
}

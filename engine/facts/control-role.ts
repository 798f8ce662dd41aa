import type { ControlRole } from '../../content-rules/schema';

/** The ARIA roles of controls, and what is done with them. */
export const ROLE_OF_ARIA: Record<string, ControlRole> = {
  button: 'button',
  link: 'button',
  menuitem: 'button',
  tab: 'button',
  radio: 'radio',
  menuitemradio: 'radio',
  checkbox: 'checkbox',
  switch: 'checkbox',
  textbox: 'field',
  searchbox: 'field',
  combobox: 'field',
  spinbutton: 'field',
};

const ROLE_OF_INPUT: Record<string, ControlRole | null> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  radio: 'radio',
  checkbox: 'checkbox',
  hidden: null,
  file: null,
  range: null,
  color: null,
};

/**
 * What a person does with an element: press it, choose it, tick it, fill it in; null where none of these.
 * An `a` without an address counts: the sites hang scripts on such links.
 */
export function controlRole(element: Element): ControlRole | null {
  const aria = element.getAttribute('role');
  if (aria !== null) {
    const role = ROLE_OF_ARIA[aria.trim().toLowerCase()];
    if (role !== undefined) return role;
  }
  switch (element.localName) {
    case 'a':
    case 'button':
    case 'summary':
      return 'button';
    case 'input': {
      const role = ROLE_OF_INPUT[(element.getAttribute('type') ?? 'text').toLowerCase()];
      return role === undefined ? 'field' : role;
    }
    case 'select':
    case 'textarea':
      return 'field';
    default:
      return null;
  }
}

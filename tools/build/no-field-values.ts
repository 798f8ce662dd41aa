import type { Plugin } from 'vite';

/** The two places where the accessible-name library reads what a person has typed or chosen. */
const READINGS: [string, string][] = [
  ['return element.value;', 'return "";'],
  ['return listbox.selectedOptions || querySelectorAllSubtree(listbox, "[selected]");', 'return [];'],
];

/**
 * Builds the accessible-name library without its readings of field values (law 7: nothing is read). A label that wraps a
 * field would otherwise carry the field's value in its name. Stops the build when the library has changed.
 */
export function noFieldValues(): Plugin {
  return {
    name: 'no-field-values',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('dom-accessibility-api') || !id.includes('accessible-name-and-description')) return null;
      return READINGS.reduce((rest, [reading, instead]) => {
        if (!rest.includes(reading)) throw new Error(`dom-accessibility-api has changed: «${reading}» is no longer in it; see tools/build/no-field-values.ts`);
        return rest.replace(reading, instead);
      }, code);
    },
  };
}

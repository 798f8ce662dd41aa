import type { ElementHandle, Frame } from 'puppeteer-core';
import { queryAccessibilityTree, speaksBidi } from './puppeteer-inside';

/**
 * The elements of one frame that the browser's own accessibility tree gives for a role and an exact name, in document
 * order. Without those in child frames and in shadow roots, and so without our overlay's own.
 *
 * What is hidden is in no such tree; what is disabled or transparent is. A password field counts as a `textbox` in both
 * browsers, although ARIA gives it no role and Firefox does as ARIA says.
 *
 * @param role an ARIA role, such as `button`, `link`, `radio`, `textbox`
 * @param name the whole accessible name
 */
export async function accessibleElements(frame: Frame, role: string, name: string): Promise<ElementHandle<Element>[]> {
  const root = await frame.$('html');
  if (root === null) return [];
  return speaksBidi(frame) ? inFirefox(root, role, name) : inChromium(root, role, name);
}

type Handle = ElementHandle<Element>;

async function inChromium(root: Handle, role: string, name: string): Promise<Handle[]> {
  // Chromium calls it by the newer of the two names, and knows only that.
  const found = await queryAccessibilityTree(root, role === 'img' ? 'image' : role, name);
  return only(found, (element) => element.getRootNode() === element.ownerDocument);
}

async function inFirefox(root: Handle, role: string, name: string): Promise<Handle[]> {
  const found = await queryAccessibilityTree(root, role, name);
  if (role !== 'textbox') return found;
  const named = await queryAccessibilityTree(root, undefined, name);
  const passwords = await only(named, (element) => element.matches('input[type=password]'));
  return passwords.length === 0 ? found : inDocumentOrder(root, [...found, ...passwords]);
}

async function only(handles: Handle[], keep: (element: Element) => boolean): Promise<Handle[]> {
  const kept = await Promise.all(handles.map((handle) => handle.evaluate(keep)));
  return handles.filter((_, index) => kept[index]);
}

async function inDocumentOrder(root: Handle, handles: Handle[]): Promise<Handle[]> {
  const places = await Promise.all(handles.map((handle) => root.evaluate((html, element) => Array.from(html.querySelectorAll('*')).indexOf(element), handle)));
  return handles
    .map((handle, index) => ({ handle, place: places[index] ?? 0 }))
    .sort((one, other) => one.place - other.place)
    .map(({ handle }) => handle);
}

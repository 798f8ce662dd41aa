import type { ElementHandle, Frame } from 'puppeteer-core';
import { adoptNode, cdpSession, locateAccessible, protocolId, speaksBidi } from './puppeteer-inside';

/**
 * The elements of one frame that the browser's own accessibility tree gives for a role and an exact name, in document
 * order. Without those in child frames and in shadow roots, and so without our overlay's own.
 *
 * What is hidden is in no such tree; what is disabled or transparent is. A password field counts as a `textbox` in both
 * browsers, although ARIA gives it no role and Firefox does as ARIA says.
 *
 * @param role an ARIA role, such as `button`, `link`, `radio`, `textbox`
 * @param name the whole accessible name; older versions of Chromium have white space around it
 */
export async function accessibleElements(frame: Frame, role: string, name: string): Promise<ElementHandle<Element>[]> {
  const root = await frame.$('html');
  if (root === null) return [];
  const found = await (speaksBidi(frame) ? inFirefox(root, role, name) : inChromium(frame, role, name));
  return inDocumentOrder(root, found);
}

type Handle = ElementHandle<Element>;

/**
 * Reads the whole tree: `Accessibility.queryAXTree` would never answer for a document that is not being drawn, such as a
 * background tab's or that of another site's frame that is scrolled out of sight.
 */
async function inChromium(frame: Frame, role: string, name: string): Promise<Handle[]> {
  const { nodes } = await cdpSession(frame).send('Accessibility.getFullAXTree', {
    frameId: protocolId(frame),
  });
  const roles = namesOf(role);
  const numbers = nodes
    .filter((node) => !node.ignored && roles.includes(node.role?.value) && node.name?.value?.trim() === name)
    .flatMap(({ backendDOMNodeId }) => backendDOMNodeId ?? []);
  const found = await Promise.all(numbers.map((number) => adoptNode(frame, number)));
  return only(found, (element) => element.getRootNode() === element.ownerDocument);
}

async function inFirefox(root: Handle, role: string, name: string): Promise<Handle[]> {
  const found: Handle[] = [];
  for (const sameRole of namesOf(role)) found.push(...(await locateAccessible(root, name, sameRole)));
  if (role !== 'textbox') return found;
  const named = await locateAccessible(root, name);
  return [...found, ...(await only(named, (element) => element.matches('input[type=password]')))];
}

/** ARIA has two names for the role of a picture; which of them a browser uses depends on its version. */
function namesOf(role: string): string[] {
  return role === 'img' || role === 'image' ? ['image', 'img'] : [role];
}

async function only(handles: Handle[], keep: (element: Element) => boolean): Promise<Handle[]> {
  const kept = await Promise.all(handles.map((handle) => handle.evaluate(keep)));
  return handles.filter((_, index) => kept[index]);
}

async function inDocumentOrder(root: Handle, handles: Handle[]): Promise<Handle[]> {
  if (handles.length < 2) return handles;
  const places = await Promise.all(handles.map((handle) => root.evaluate((html, element) => Array.from(html.querySelectorAll('*')).indexOf(element), handle)));
  return handles
    .map((handle, index) => ({ handle, place: places[index] ?? 0 }))
    .sort((one, other) => one.place - other.place)
    .map(({ handle }) => handle);
}

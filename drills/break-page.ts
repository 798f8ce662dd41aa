import type { Finder } from '../content-rules/schema';
import { accessibleName } from '../engine/facts/accessible-name';
import { textBeside } from '../engine/facts/beside';
import type { Reading } from '../engine/facts/read';
import { locateAll } from '../engine/locate';
import { isCalled, normalise, patterns } from '../engine/normalise';
import type { Missing } from '../engine/verdict';
import { changeWords, elementsOf, textNodes } from './drill';

/** In what a page is to be other than its replica. */
export interface Broken {
  /** Conditions that do not hold there, as explanations write them: `heading 帳號登入 / 憑證登入`, `not field 密碼`. Others are passed over. */
  conditions: readonly string[];
  /** What keeps the guide from pointing; null where nothing does. */
  missing: Missing | null;
  /** What is due there. */
  finders: readonly Finder[];
  /** Said on what lies over the page, where it is `covered`. */
  cover: string;
}

const CONDITION = /^(not )?(text|heading|button|choice|field) (.+)$/;
const SHAPE = '□';

/**
 * Breaks a page as the caller's is broken: each condition that failed there fails here, and what is due cannot be pressed for the same reason.
 *
 * @param read gives the page's facts as they are now
 */
export function breakPage(document: Document, { conditions, missing, finders, cover }: Broken, read: () => Reading): void {
  const { facts, elements } = read();
  const due = locateAll(facts, finders).map(({ element }) => elements[element] as HTMLElement);
  for (const condition of conditions) {
    const [, not, kind, words] = CONDITION.exec(condition) ?? [];
    if (kind === undefined || words === undefined) continue;
    const wanted = words.split(' / ');
    if (not !== undefined) add(document, kind, wanted[0] ?? '');
    else if (kind === 'text') for (const text of wanted) maskText(document, normalise(text));
    else if (kind === 'heading') for (const block of blocksCalled(document, wanted)) mask(block);
    else hideControls(read(), kind, wanted);
  }
  hinder(document, missing, due, cover);
}

/** Anywhere in the page, also where it runs through several elements. */
function maskText(document: Document, wanted: string) {
  const holds = (element: Element) => normalise(element.textContent ?? '').includes(wanted);
  for (const element of elementsOf(document)) if (holds(element) && ![...element.children].some(holds)) mask(element);
  changeWords(document, (text) => (normalise(text).includes(wanted) ? shapeOf(text) : text));
}

function blocksCalled(document: Document, wanted: readonly string[]): Element[] {
  const list = patterns(wanted);
  return elementsOf(document).filter(
    (element) =>
      isCalled(normalise(element.textContent ?? ''), list) ||
      [...element.querySelectorAll(':scope > [alt]')].some((picture) => isCalled(normalise(picture.getAttribute('alt') ?? ''), list)),
  );
}

function mask(element: Element) {
  for (const node of textNodes(element.ownerDocument)) if (element.contains(node)) node.data = shapeOf(node.data);
  for (const picture of element.querySelectorAll('[alt]')) picture.setAttribute('alt', shapeOf(picture.getAttribute('alt') ?? ''));
}

function shapeOf(text: string): string {
  return text.replace(/[^\s]/gu, SHAPE);
}

function hideControls({ facts, elements }: Reading, kind: string, wanted: readonly string[]) {
  const list = patterns(wanted);
  const roles = kind === 'choice' ? ['radio', 'checkbox'] : [kind];
  for (const { role, name, element } of facts.controls) {
    const found = elements[element] as HTMLElement | undefined;
    if (found !== undefined && roles.includes(role) && isCalled(name, list)) hide(found);
  }
}

function hide(element: HTMLElement) {
  for (const each of [element, ...((element as HTMLInputElement).labels ?? [])]) {
    each.setAttribute('hidden', '');
    each.style.setProperty('display', 'none', 'important');
  }
}

function add(document: Document, kind: string, words: string) {
  const made = document.createElement({ text: 'p', heading: 'h2', button: 'button', choice: 'label', field: 'label' }[kind] ?? 'p');
  made.textContent = words.replace(/…$/u, '');
  if (kind === 'choice' || kind === 'field') {
    const field = document.createElement('input');
    field.type = kind === 'choice' ? 'radio' : 'text';
    made.prepend(field);
  }
  document.body.prepend(made);
}

function hinder(document: Document, missing: Broken['missing'], due: readonly HTMLElement[], cover: string) {
  if (missing === 'covered') return coverPage(document, cover);
  for (const element of due) {
    if (missing === 'not-found') hide(element);
    if (missing === 'not-enabled') {
      element.setAttribute('disabled', '');
      element.setAttribute('aria-disabled', 'true');
    }
    if (missing === 'several') addTwin(element);
  }
}

/** Of the same name, but leading elsewhere: the guide cannot tell which of the two is meant. */
function addTwin(element: HTMLElement) {
  const twin = element.cloneNode(true) as HTMLElement;
  twin.removeAttribute('id');
  twin.setAttribute('aria-label', accessibleName(element) || textBeside(element, (element as HTMLInputElement).type === 'radio'));
  if (twin.hasAttribute('href')) twin.setAttribute('href', '/elsewhere');
  (element.closest('form') ?? element).after(twin);
}

function coverPage(document: Document, words: string) {
  const layer = document.createElement('div');
  Object.assign(layer.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '1000',
    display: 'grid',
    placeItems: 'center',
    background: 'rgb(0 0 0 / 45%)',
    color: '#fff',
    fontSize: '32px',
  });
  layer.textContent = words;
  document.body.append(layer);
}

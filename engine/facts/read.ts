import type { ControlRole } from '../../content-rules/schema';
import { matchesGlob } from '../glob';
import { normalise } from '../normalise';
import type { Vocabulary } from '../vocabulary';
import { accessibleName, possibleButtonNames } from './accessible-name';
import { textBeside } from './beside';
import { BLOCKS, SKIPPED } from './blocks';
import { controlRole } from './control-role';
import { ELEMENT_NODE, isForm, TEXT_NODE } from './node-types';
import { HEADINGS, holdersOfInterest } from './of-interest';
import { isTranslated } from './translated';
import type { ControlFact, PageFacts, Place, Sight, TextFact } from './types';

/** What one look gives: the facts, and the elements that their numbers stand for. */
export interface Reading {
  facts: PageFacts;
  elements: Element[];
  /** The open shadow roots that were read through. */
  roots: ShadowRoot[];
}

/** Letters and signs, white space among them. */
const LONGEST_ASKED = 400;

/** A run of text in one block: the unit in which words are looked for. */
interface Run {
  block: Element;
  place: Place;
  order: number;
  column: number | null;
  text: string;
  /** The words that stand for the pictures of a heading: it is read by these where it is only a picture (a logo, mostly). */
  pictures: string;
  /** Where in the text controls are. */
  controls: { from: number; to: number }[];
  /** Facts of links in this run, to be told whether they stand in a sentence. */
  links: ControlFact[];
  /** Where a line may end without a block: at a `br` (no element), and around something pressed that is drawn as a box. */
  breaks: { from: number; to: number; order: number; element: Element | null }[];
}

/**
 * Reads a document once: which words of the vocabulary stand where, and which controls bear them.
 * Walks open shadow roots too; never reads the value of a field.
 * @param address host and path of the document
 * @param own our own overlay element, passed over
 */
export function readFacts(
  document: Document,
  address: { host: string; path: string },
  vocabulary: Vocabulary,
  sight: Sight,
  own: Element | null = null,
): Reading {
  const texts: TextFact[] = [];
  const controls: ControlFact[] = [];
  const elements: Element[] = [];
  const roots: ShadowRoot[] = [];
  const view = document.defaultView as Window & typeof globalThis;
  const firstChild = Object.getOwnPropertyDescriptor(view.Node.prototype, 'firstChild')?.get;
  const nextSibling = Object.getOwnPropertyDescriptor(view.Node.prototype, 'nextSibling')?.get;
  const { raw } = vocabulary;
  const holders = holdersOfInterest(document, vocabulary);
  let shadowDepth = 0;
  let order = 0;
  let run: Run | null = null;

  /** Long texts are not asked: what is asked of a block would be asked again of each block in it. */
  const mayHold = (text: string): boolean => {
    if (text.length > LONGEST_ASKED) return true;
    if (!raw.test(text)) return false;
    const read = normalise(text);
    return vocabulary.texts.isAnyIn(read) || vocabulary.buttonNames.isAnyIn(read);
  };

  const startRun = (block: Element, place: Place, column: number | null): Run => {
    return { block, place: [...place], order, column, text: '', pictures: '', controls: [], links: [], breaks: [] };
  };

  const endRun = () => {
    if (run === null) return;
    const ended = run;
    run = null;
    if (ended.links.length === 0 && !raw.test(ended.text) && ended.pictures === '') return;
    const written = normalise(ended.text);
    if (ended.links.length > 0) {
      const around = written.length - ended.controls.reduce((sum, { from, to }) => sum + normalise(ended.text.slice(from, to)).length, 0);
      // A link drawn as a button may share its block with sentences (a table cell, mostly): a person does not read it as one of their words.
      for (const link of ended.links) link.inSentence = around >= 2 && sight.flowsInText(elements[link.element] as Element);
    }
    const text = written === '' ? normalise(ended.pictures) : written;
    const words = vocabulary.texts.in(text);
    if (words.length === 0 || !sight.isShown(ended.block)) return;
    const whole = vocabulary.headings.has(text) ? text : null;
    texts.push({ words, whole, place: ended.place, order: ended.order, column: ended.column });
    if (whole === null) readLines(ended);
  };

  /** A heading may share its block with what stands below it, a line or a button away: a person still sees it as a heading. */
  const readLines = ({ text, breaks, place, order: first, column }: Run) => {
    const ends = breaks.filter(({ element }) => element === null || !sight.flowsInText(element));
    if (ends.length === 0) return;
    const starts = [{ to: 0, order: first }, ...ends];
    for (const [index, start] of starts.entries()) {
      const line = normalise(text.slice(start.to, ends[index]?.from));
      if (!vocabulary.headings.has(line)) continue;
      texts.push({ words: vocabulary.texts.in(line), whole: line, place, order: start.order, column });
    }
  };

  const readControl = (element: Element, role: ControlRole, place: number[], column: number | null): ControlFact | null => {
    const name = knownName(element, role, vocabulary);
    const mayKnowAddress = role === 'button' && vocabulary.addresses.length > 0 && (name !== '' || holders.has(element) || shadowDepth > 0);
    const address = mayKnowAddress ? addressOf(element) : '';
    const knowsAddress = address !== '' && vocabulary.addresses.some((glob) => matchesGlob(address, glob));
    if (name === '' && !knowsAddress) return null;
    const fact: ControlFact = {
      element: elements.length,
      role,
      name,
      address: knowsAddress ? address : '',
      leadsTo: leadsTo(element),
      shown: sight.isShown(element) && !sight.isCutOff(element),
      enabled: isEnabled(element),
      covered: sight.isCovered(element),
      inView: sight.isInView(element),
      checked: checkedState(element) ?? (sight.wasChosen?.(element) || null),
      // A field that cannot be written in has been filled in for the person (from their certificate).
      left: sight.wasLeft(element) || element.hasAttribute('readonly'),
      readOnly: element.hasAttribute('readonly'),
      focused: sight.hasFocus(element),
      inSentence: false,
      place: [...place],
      order,
      column,
    };
    elements.push(element);
    controls.push(fact);
    return fact;
  };

  const walk = (element: Element, place: number[], block: Element, column: number | null, insideControl: boolean) => {
    // A field named `id` or `childNodes` hides its form's own property of that name, so a form is asked nothing.
    if (isForm(element)) {
      endRun();
      order += 1;
      walkNodes(firstChild?.call(element), place, element, column, insideControl);
      return endRun();
    }
    if (element === own || SKIPPED.has(element.localName)) {
      if (element.localName === 'select' || element.localName === 'textarea') readField(element, place, column);
      return;
    }
    const isBlock = BLOCKS.has(element.localName);
    if (isBlock) endRun();
    if (isBlock && shadowDepth === 0 && !holders.has(element) && !mayHold(element.textContent ?? '')) return;
    const cell = element.localName === 'td' || element.localName === 'th' ? (element as HTMLTableCellElement).cellIndex : column;
    const within = isBlock ? element : block;
    order += 1;

    const role = controlRole(element);
    const fact = role === null ? null : readControl(element, role, place, cell);
    const runBefore = run;
    const before = run?.text.length ?? 0;
    if (!element.hasAttribute('contenteditable')) walkChildren(element, place, within, cell, insideControl || role === 'button');
    if (role === 'button' && !insideControl && run !== null) {
      run.controls.push({ from: run === runBefore ? before : 0, to: run.text.length });
      if (fact !== null && isLink(element)) run.links.push(fact);
      order += 1;
      run.breaks.push({ from: run === runBefore ? before : 0, to: run.text.length, order, element });
    }
    if (element.localName === 'br') (run as Run | null)?.breaks.push({ from: before, to: before, order, element: null });
    if (isBlock) endRun();
  };

  const readField = (element: Element, place: number[], column: number | null) => {
    const role = controlRole(element);
    if (role !== null) readControl(element, role, place, column);
  };

  const walkChildren = (element: Element, place: number[], block: Element, column: number | null, insideControl: boolean) => {
    const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes?.() : undefined;
    if (slotted !== undefined && slotted.length > 0) {
      let index = 0;
      for (const node of slotted) index = walkNode(node, index, place, block, column, insideControl);
      return;
    }
    const { shadowRoot } = element;
    if (shadowRoot === null || shadowRoot === undefined) return walkNodes(element.firstChild, place, block, column, insideControl);
    roots.push(shadowRoot);
    shadowDepth += 1;
    walkNodes(shadowRoot.firstChild, place, block, column, insideControl);
    shadowDepth -= 1;
  };

  const walkNodes = (first: Node | null, place: number[], block: Element, column: number | null, insideControl: boolean) => {
    let index = 0;
    for (let node = first; node !== null; node = isForm(node) ? nextSibling?.call(node) : node.nextSibling)
      index = walkNode(node, index, place, block, column, insideControl);
  };

  /** @returns the number of the next element among its siblings */
  const walkNode = (node: Node, index: number, place: number[], block: Element, column: number | null, insideControl: boolean): number => {
    if (node.nodeType === TEXT_NODE) {
      run ??= startRun(block, place, column);
      run.text += (node as Text).data;
      return index;
    }
    if (node.nodeType !== ELEMENT_NODE && !isForm(node)) return index;
    if ((node as Element).localName === 'img' && !isForm(block) && block.matches(HEADINGS)) {
      run ??= startRun(block, place, column);
      run.pictures += (node as Element).getAttribute('alt') ?? '';
    }
    place.push(index);
    walk(node as Element, place, block, column, insideControl);
    place.pop();
    return index + 1;
  };

  if (document.body !== null) walk(document.body, [], document.body, null, false);
  endRun();
  return { facts: { host: address.host, path: address.path.toLowerCase(), translated: isTranslated(document), texts, controls }, elements, roots };
}

function knownName(element: Element, role: ControlRole, vocabulary: Vocabulary): string {
  const known = vocabulary.names[role];
  if (known.isEmpty) return '';
  if (role === 'button' && !element.hasAttribute('aria-labelledby')) {
    const mayBear = possibleButtonNames(element).some((text) => vocabulary.raw.test(text) && vocabulary.buttonNames.isAnyIn(normalise(text)));
    if (!mayBear) return '';
  }
  const name = normalise(accessibleName(element));
  if (known.has(name)) return name;
  if (role === 'button' || name !== '') return '';
  const beside = normalise(textBeside(element, role !== 'field'));
  return known.has(beside) ? beside : '';
}

/** Whether a person may take it for words of a sentence: not where the page itself says that it is a button. */
function isLink(element: Element): boolean {
  return element.localName === 'a' && element.getAttribute('role')?.trim().toLowerCase() !== 'button';
}

function addressOf(element: Element): string {
  const href = element.getAttribute('href');
  if (href === null || href.startsWith('#')) return '';
  try {
    const url = new URL(href, element.ownerDocument.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? `${url.host}${url.pathname}`.toLowerCase() : '';
  } catch {
    return '';
  }
}

/** A short fingerprint, so that facts can say "the same address" without holding a query string. */
function fingerprint(text: string): string {
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1) hash = ((hash * 33) ^ text.charCodeAt(index)) >>> 0;
  return hash.toString(36);
}

function leadsTo(element: Element): string {
  const href = element.getAttribute('href');
  if (href !== null) {
    if (href === '' || href.startsWith('#')) return '';
    try {
      return `address:${fingerprint(new URL(href, element.ownerDocument.baseURI).href)}`;
    } catch {
      return '';
    }
  }
  const isSubmit = element.localName === 'button' || element.localName === 'input';
  const form = isSubmit ? element.closest('form') : null;
  if (form === null) return '';
  const number = [...element.ownerDocument.querySelectorAll('form')].indexOf(form as HTMLFormElement);
  return `form:${number}:${fingerprint(['type', 'formaction', 'onclick', 'name'].map((name) => element.getAttribute(name) ?? '').join('\n'))}`;
}

function isEnabled(element: Element): boolean {
  if (element.getAttribute('aria-disabled') === 'true' || element.hasAttribute('inert') || element.closest('[inert]') !== null) return false;
  return !element.matches('button, input, select, textarea') || !element.matches(':disabled');
}

function checkedState(element: Element): boolean | null {
  if (element.localName === 'input' && ['radio', 'checkbox'].includes((element.getAttribute('type') ?? '').toLowerCase())) {
    return (element as HTMLInputElement).checked;
  }
  const aria = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed') ?? element.getAttribute('aria-selected');
  return aria === null ? null : aria === 'true';
}

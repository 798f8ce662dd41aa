import type { HoursWords } from '../../content-rules/schema';
import { isForm } from '../facts/node-types';
import { readPass, whoMayEnrol } from './conditions';
import { CoursePage } from './course-page';
import type { CourseFinding } from './finding';
import { labelTexts } from './labels';
import { isWordLike, type Line, lineAt } from './line';
import type { HoursPatterns } from './patterns';
import { type IsVisible, says, textAfter, textOf } from './text';

/** What the browser can tell of an element. `isShown` asks where it is, and is asked of the one line alone. */
export interface CourseSight {
  isVisible: IsVisible;
  isShown(element: Element): boolean;
  /** The path of the page. */
  path: string;
}

/** The label where it stands, and what is said there; null in the midst of other words. */
interface Place {
  text: Text;
  line: Line | null;
}

/** What is pressed, and has the label for its name. */
const CONTROL = 'a, button, label, [role=tab], [role=button]';
/** Letters that are still a line to a person. */
const LONGEST_LINE = 60;

/**
 * Reads how many hours the course of this page gives. A number counts only from the list of facts that has the course's own dates in it, and
 * only if nothing else that the page says of this course gives another one: a notice, a second label, a box.
 */
export function readCourse(document: Document, words: HoursWords, patterns: HoursPatterns, { isVisible, isShown, path }: CourseSight): CourseFinding {
  const page = new CoursePage(document, words, isVisible, path.toLowerCase());
  const places: Place[] = page.own(labelTexts(document, patterns.label, isVisible)).map((text) => ({ text, line: lineAt(text, patterns, isVisible) }));
  const facts = places.filter(({ line }) => line !== null && page.isFact(line));
  const others = places.filter((place) => !facts.includes(place));
  const hours = facts[0]?.line?.hours ?? null;
  const isSure =
    hours !== null &&
    facts.every(({ text, line }) => line?.hours === hours && isShown(line.element) && isShown(text.parentElement as Element)) &&
    others.every(({ text }) => isName(text) || numbersBehind(text, patterns, isVisible).every((number) => number === hours));
  return Object.freeze({
    of: 'course',
    hours: isSure ? hours : null,
    line: isSure ? null : lineToLookAt(facts, others, isShown),
    who: whoMayEnrol(page, words),
    ...readPass(page, words),
  });
}

/** The label is the whole name of something that is pressed: a tab, the head of a list. */
function isName(text: Text): boolean {
  return text.parentElement?.closest(CONTROL)?.textContent?.trim() === text.data.trim();
}

/** Every number of hours behind a label, however it is said: what may speak against the one that was read. */
function numbersBehind(text: Text, { label, amounts }: HoursPatterns, isVisible: IsVisible): number[] {
  let said = textOf(text, isVisible).replace(new RegExp(`^[^]*?${label.source}`), '');
  for (let at: Node = text, parent = text.parentElement; parent !== null && !isForm(parent) && parent.localName !== 'body'; ) {
    said += textAfter(at, isVisible);
    if (says(said) && !isWordLike(parent)) break;
    at = parent;
    parent = parent.parentElement;
  }
  return [...said.matchAll(amounts)].map(([, number]) => Number(number));
}

/** The one place that has the label, in the list of facts rather than elsewhere, words rather than a tab; null where no one place can be seen. */
function lineToLookAt(facts: readonly Place[], others: readonly Place[], isShown: (element: Element) => boolean): Element | null {
  const words = others.filter(({ text }) => !isName(text));
  const [place, second] = [facts, words, others].find(({ length }) => length > 0) ?? [];
  if (place === undefined || second !== undefined) return null;
  const { line, text } = place;
  const isLine = line !== null && !line.isPair && says(line.rest) && line.rest.length <= LONGEST_LINE;
  const whole = isName(text) ? (text.parentElement?.closest(CONTROL) ?? null) : isLine ? line.element : (line?.alone ?? text.parentElement);
  return whole !== null && isShown(whole) ? whole : null;
}

import { ELEMENT_NODE, isForm, TEXT_NODE } from '../facts/node-types';
import { amountIn, type HoursPatterns } from './patterns';
import { A_BEGINNING, fold, type IsVisible, isBlock, says, textAfter, textBefore, textOf } from './text';

/** A label where it stands at the beginning of a line or in a place of its own, and what is said of it there. */
export interface Line {
  /** The text that holds the label. */
  text: Text;
  /** The outermost element that holds the label and nothing else; null where it shares its text with more. */
  alone: Element | null;
  /** The element that holds label and value; the value's own where they stand side by side. */
  element: Element;
  /** Label and value stand side by side, in two elements. */
  isPair: boolean;
  /** What is said behind the label, in one piece with it. Folded. */
  rest: string;
  /** Only where nothing but a plain number of hours is said. */
  hours: number | null;
}

/** Words that stand between other words of a line, and not as a thing of their own. */
const WORD_LIKE = new Set('a abbr b bdi big cite code data em font i kbd label mark output q samp small span strong time tt u var'.split(' '));
const DEEPEST = 6;

/**
 * Reads what stands behind a label: in the same text, in the rest of its line, or in the element beside it. Everything that could give the
 * number another meaning (words before the label, a second number behind it, a range, something that is no text) makes `hours` null.
 * @returns null where the label stands in the midst of other words
 */
export function lineAt(text: Text, patterns: HoursPatterns, isVisible: IsVisible): Line | null {
  const written = fold(text.data);
  const label = patterns.label.exec(written);
  if (label === null || /[\p{L}\p{N}]/u.test(written.slice(0, label.index))) return null;
  const own = written.slice(label.index + label[0].length);
  // A longer word begins with it.
  if (/^[\p{L}]/u.test(own)) return null;
  let at: Text | Element = text;
  for (let climbed = 0; climbed < DEEPEST; climbed += 1) {
    const parent: Element | null = at.parentElement;
    if (parent === null || isForm(parent) || parent.localName === 'body') break;
    const before = textBefore(at, isVisible);
    const isFirst = !/[\p{L}\p{N}]/u.test(before);
    const alone = at === text ? null : (at as Element);
    const after = textAfter(at, isVisible);
    if (!isFirst || says(own) || says(after)) {
      const rest = isFirst || alone === null ? `${own}\ue000${after}` : own;
      const isWhole = isFirst ? !isInMidst(parent, isVisible) && !goesOn(parent, isVisible, patterns) : alone === null && followsLink(at) && says(own);
      const hours = isWhole ? amountIn(rest, patterns.amount) : null;
      const line: Line = { text, alone, element: parent, isPair: false, rest, hours };
      return hours !== null || alone === null || says(own) ? line : pairAt(line, alone, patterns, isVisible);
    }
    at = parent;
  }
  const alone = at === text ? null : (at as Element);
  return { text, alone, element: alone ?? (text.parentElement as Element), isPair: false, rest: '', hours: null };
}

/** The label in one element, its value in the next. */
function pairAt(line: Line, label: Element, patterns: HoursPatterns, isVisible: IsVisible): Line {
  const value = label.nextElementSibling;
  if (value === null || says(textBetween(label, value))) return line;
  const said = textOf(value, isVisible);
  const before = label.previousElementSibling;
  // Where a number stands on either side, nobody can say to which of them the label belongs.
  const isBehind = before !== null && patterns.anyAmount.test(textOf(before, isVisible));
  const isWhole = !isBehind && !isInMidst(label, isVisible) && !goesOn(value, isVisible, patterns);
  return { ...line, element: value, isPair: true, rest: said, hours: isWhole ? amountIn(said, patterns.amount) : null };
}

function textBetween(one: Node, other: Node): string {
  let text = '';
  for (let at = one.nextSibling; at !== null && at !== other; at = at.nextSibling) text += at.textContent ?? '';
  return text;
}

/** A text straight behind the link of a course: the one thing that a label may follow in its own line. */
function followsLink(at: Node): boolean {
  const before = at.previousSibling;
  return before !== null && before.nodeType === ELEMENT_NODE && (isBlock(before as Element) || (before as Element).localName === 'a');
}

/** Bare words right before it, or one short word: 「本課程無」, 「非」. */
function isInMidst(element: Element, isVisible: IsVisible): boolean {
  if (!isWordLike(element)) return false;
  const [before, , text] = beside(element, 'previousSibling', isVisible);
  return before !== null && (before.nodeType === TEXT_NODE || (isWordLike(before) && isShort(text)));
}

/** What follows belongs to the number: a second one, a range, bare words, one short word (以上, 起, 半). */
function goesOn(element: Element, isVisible: IsVisible, patterns: HoursPatterns): boolean {
  const [next, from, text] = beside(element, 'nextSibling', isVisible);
  if (next === null) return false;
  return patterns.goesOn.test(text) || (isWordLike(from) && (next.nodeType === TEXT_NODE || (isWordLike(next) && isShort(text))));
}

/** The nearest thing that says something on one side of an element, in its own line, the one of its parents that stands beside it, and how that begins. */
function beside(element: Element, side: 'nextSibling' | 'previousSibling', isVisible: IsVisible): [Node | null, Element, string] {
  for (let from = element; ; from = from.parentElement as Element) {
    for (let at = from[side]; at !== null; at = at[side]) {
      if ((at as Element).localName === 'br') return [null, from, ''];
      const text = textOf(at, isVisible, A_BEGINNING);
      if (/[^\s\ue000]/.test(text)) return [at, from, text];
    }
    if (!isWordLike(from) || from.parentElement === null || isForm(from.parentElement)) return [null, from, ''];
  }
}

/** A word or some among others by its name, whatever the style makes of it. */
export function isWordLike(node: Node): boolean {
  return WORD_LIKE.has((node as Element).localName);
}

function isShort(text: string): boolean {
  return !/(?:[\p{L}\p{N}\ufffd][^\p{L}\p{N}\ufffd]*){3}/u.test(text);
}

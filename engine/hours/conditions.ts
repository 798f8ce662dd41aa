import type { HoursWords, Words } from '../../content-rules/schema';
import { normalise } from '../normalise';
import type { CoursePage } from './course-page';
import type { CourseFinding, PassCondition } from './finding';
import { anyOf } from './patterns';
import { fold, type IsVisible, says, textOf } from './text';

/** Who may enrol, as the one line says it that bears the label. */
export function whoMayEnrol(page: CoursePage, { who }: HoursWords): CourseFinding['who'] {
  const label = anyOf(who.label);
  const [text, second] = page.beginningWith(new RegExp(label));
  if (text === undefined || second !== undefined) return null;
  const own = fold(text.data).replace(new RegExp(`^[^]*?${label}`), '');
  // A longer word begins with it.
  if (/^\p{L}/u.test(own)) return null;
  const said = normalise(says(own) ? own : behind(text, page.isVisible));
  if (said === '') return null;
  return [who.anyone].flat().some((word) => normalise(word) === said) ? 'anyone' : 'some';
}

/** What stands behind a label: in the next element, or in the rest of its line; no further out than a bold word in the head of a row. */
function behind(text: Text, isVisible: IsVisible): string {
  let at: Node = text;
  for (let climbed = 0; climbed < 3; climbed += 1) {
    for (let next = at.nextSibling; next !== null; next = next.nextSibling) {
      const said = textOf(next, isVisible);
      if (says(said)) return said;
    }
    at = at.parentElement as Element;
  }
  return '';
}

/** What has to be done to pass, as the lines under the label say it. A line that says more than one thing, or 無 or 免, is only counted as more. */
export function readPass(page: CoursePage, { pass }: HoursWords): Pick<CourseFinding, 'pass' | 'hasMore'> {
  const nothing = { pass: [], hasMore: false };
  const label = about(pass.label);
  const [text, second] = page.beginningWith(label);
  if (text === undefined || second !== undefined) return nothing;
  const lines = linesUnder(text, label, page.isVisible);
  const kinds: Record<string, RegExp> = { reading: about(pass.reading), test: about(pass.test), questionnaire: about(pass.questionnaire) };
  const found: PassCondition[] = [];
  let hasMore = false;
  for (const line of lines) {
    const [kind, other] = Object.keys(kinds).filter((each) => kinds[each]?.test(line));
    const isKnown = found.some((each) => kindOf(each) === kind);
    if (kind === undefined || other !== undefined || isKnown || about(pass.unless).test(line)) hasMore = true;
    else found.push(conditionIn(line, kind as 'reading', pass));
  }
  return found.length === 0 ? nothing : { pass: Object.freeze(found), hasMore };
}

function about(words: Words): RegExp {
  return new RegExp(anyOf(words));
}

function kindOf({ kind }: PassCondition): string {
  return kind === 'minutes' || kind === 'hours' ? 'reading' : kind === 'mark' ? 'test' : kind;
}

/** With its number where the line has one alone, in a unit that goes with it. */
function conditionIn(line: string, kind: 'reading' | 'test' | 'questionnaire', { minute, mark, hour }: HoursWords['pass']): PassCondition {
  const numbers = [...line.matchAll(/\d+(?:[.,:]\d+)*/g)];
  const [number] = numbers;
  if (number === undefined || numbers.length > 1 || !/^\d+(?:\.\d+)?$/.test(number[0])) return { kind };
  const unit = line.slice(number.index + number[0].length);
  const is = (words: Words) => new RegExp(`^[\\s\\ue000]*${anyOf(words)}`).test(unit);
  const n = Number(number[0]);
  if (kind === 'reading' && is(minute)) return { kind: 'minutes', n };
  if (kind === 'reading' && is(hour)) return { kind: 'hours', n };
  return kind === 'test' && is(mark) && !is(minute) ? { kind: 'mark', n } : { kind };
}

/** The lines behind or under a label, numbers of a list taken off. */
function linesUnder(text: Text, label: RegExp, isVisible: IsVisible): string[] {
  let at: Node = text;
  let said = fold(text.data).replace(new RegExp(`^[^]*?${label.source}`), '');
  while (!says(said) && at.parentElement !== null && at.parentElement.localName !== 'body') {
    said = listAfter(at, isVisible);
    at = at.parentElement;
  }
  return said
    .split(/[\n;；]/)
    .map((line) => line.replace(/^[\s\ue000(]*\d{1,2}[.)、]\s*/, ''))
    .flatMap((line) => line.split('、'))
    .filter(says);
}

/** What follows in the same line, or the first thing that follows together with those of its kind. */
function listAfter(node: Node, isVisible: IsVisible): string {
  let said = '';
  let kind = '';
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) {
    const text = textOf(next, isVisible);
    if (!says(text)) continue;
    const { localName = '#text' } = next as Element;
    kind ||= localName;
    if (localName !== kind) break;
    said += `${text}\n`;
  }
  return said;
}

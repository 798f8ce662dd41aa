import type { HoursWords } from '../../content-rules/schema';
import type { ListFinding } from './finding';
import { labelTexts } from './labels';
import { type Line, lineAt } from './line';
import { type CourseLinks, courseLinks, holderOf, MANY } from './links';
import { amountIn, type HoursPatterns } from './patterns';
import { type IsVisible, textOf } from './text';

/** What is said of one course, and in which element that holds no other course. */
interface Said {
  within: Element;
  hours: (number | null)[];
}

/**
 * Counts the courses of a list, each by the link to its page, and how many of them give hours. A course of which nothing is said though others
 * beside it are told, or more than one thing, counts as unclear. Asks nothing of layout.
 * @returns null where no course's hours are spoken of
 */
export function readList(document: Document, words: HoursWords, patterns: HoursPatterns, isVisible: IsVisible): ListFinding | null {
  const { links, holders } = courseLinks(document, words.course);
  if (links.size === 0) return null;
  const said = new Map<string, Said>();
  /** A label of their own, not one amid other words. */
  const labelled = new Set<string>();
  const lines = labelTexts(document, patterns.label, isVisible).map((text) => ({ text, line: lineAt(text, patterns, isVisible) }));
  const columns = lines.flatMap(({ line }) => (line === null ? [] : columnUnder(line, patterns, holders, isVisible)));
  for (const { text, line } of lines) {
    const holder = holderOf(text, holders);
    const course = holder === null ? undefined : holders.get(holder);
    if (holder === null || course === undefined || course === MANY) continue;
    note(said, course, holder, line?.hours ?? null);
    if (line !== null) labelled.add(course);
  }
  for (const { course, within, hours } of columns) {
    // The row speaks for itself where it has the label, too.
    const known = said.get(course);
    if (known === undefined || !within.contains(known.within)) note(said, course, within, hours);
    labelled.add(course);
  }
  return said.size === 0 && !lines.some(({ text }) => isAmongCourses(text, holders)) ? null : counted(said, labelled, links, holders, isVisible);
}

/** The nearer to the course's link, the more it is meant: of what stands further out only one course happens to be there. */
function note(said: Map<string, Said>, course: string, within: Element, hours: number | null) {
  const known = said.get(course);
  if (known === undefined || (known.within !== within && known.within.contains(within))) said.set(course, { within, hours: [hours] });
  else if (known.within === within || !within.contains(known.within)) known.hours.push(hours);
}

/** A label that belongs to several courses at once, and is no head of a column: there are hours here, and nobody can say whose. */
function isAmongCourses(text: Text, holders: CourseLinks): boolean {
  const holder = holderOf(text, holders);
  return holder !== null && holder.localName !== 'body' && holders.get(holder) === MANY && text.parentElement?.closest('label, form, a') === null;
}

/** What stands below a label that is the head of a column, row by row: the rows that follow it and have the same cells. */
function columnUnder(
  head: Line,
  patterns: HoursPatterns,
  holders: CourseLinks,
  isVisible: IsVisible,
): { course: string; within: Element; hours: number | null }[] {
  const { alone } = head;
  const row = alone?.parentElement;
  if (alone === null || row == null || row.childElementCount < 2 || holders.has(row) || hasWideCells(row)) return [];
  const column = [...row.children].indexOf(alone);
  const pattern = patterns.labelWithUnit.test(textOf(alone, isVisible)) ? patterns.bare : patterns.amount;
  const found: { course: string; within: Element; hours: number | null }[] = [];
  for (const below of rowsBelow(row)) {
    const course = holders.get(below);
    // Another row of heads.
    if (course === undefined && found.length > 0 && below.childElementCount === row.childElementCount) break;
    if (course === undefined || course === MANY || below.localName !== row.localName || !isVisible(below)) continue;
    const cell = below.children[column];
    const fits = below.childElementCount === row.childElementCount && cell !== undefined && !hasWideCells(below);
    found.push({ course, within: below, hours: fits ? amountIn(textOf(cell, isVisible), pattern) : null });
  }
  return found;
}

function rowsBelow(row: Element): Element[] {
  const table = row.localName === 'tr' ? row.closest('table') : null;
  const all = table === null ? [...(row.parentElement?.children ?? [])] : [...table.querySelectorAll('tr')].filter((each) => each.closest('table') === table);
  return all.slice(all.indexOf(row) + 1);
}

function hasWideCells(row: Element): boolean {
  return row.querySelector('[colspan], [rowspan]') !== null;
}

function counted(
  said: ReadonlyMap<string, Said>,
  labelled: ReadonlySet<string>,
  links: ReadonlyMap<Element, string>,
  holders: CourseLinks,
  isVisible: IsVisible,
): ListFinding {
  const courses = new Map<string, number | null>();
  // A sentence with the label and one link is no course of the list; in the list it is counted below.
  for (const [course, { hours }] of said) if (labelled.has(course)) courses.set(course, hours.every((each) => each === hours[0]) ? (hours[0] ?? null) : null);
  // Courses of the same list of which nothing is said count as unclear; links elsewhere in the page are no part of it.
  const rows = new Map<Element, string>();
  for (const [link, course] of links) rows.set(rowOf(link, course, holders), course);
  const parents: (Element | null)[] = [...rows.keys()].map(({ parentElement }) => parentElement);
  const isList = (parent: Element | null, at: number) => parents.indexOf(parent) !== at;
  const lists = new Set(courses.size === 0 ? parents.filter(isList) : [...rows].flatMap(([row, course]) => (courses.has(course) ? [row.parentElement] : [])));
  for (const [row, course] of rows) if (!courses.has(course) && lists.has(row.parentElement) && isVisible(row)) courses.set(course, null);
  const all = [...courses.values()];
  return Object.freeze({
    of: 'list',
    all: all.length,
    some: all.filter((hours) => hours !== null && hours > 0).length,
    unclear: all.filter((hours) => hours === null).length,
  });
}

/** The largest element that holds this course and no other. */
function rowOf(link: Element, course: string, holders: CourseLinks): Element {
  let row = link;
  while (row.parentElement !== null && holders.get(row.parentElement) === course) row = row.parentElement;
  return row;
}

import type { HoursWords } from '../../content-rules/schema';
import { type CourseSight, readCourse } from './course';
import type { HoursFinding } from './finding';
import { readList } from './list';
import { patternsFor } from './patterns';
import type { IsVisible } from './text';

export type ReadHours = (document: Document, asks: HoursFinding['of'], sight: CourseSight) => HoursFinding | null;

/**
 * What reads whether the course or the courses of a page give hours. Pure; sure only of what is said in plain words, and of nothing else.
 * @returns a function that is asked, as the page's rule says, of one course or of a list; it gives null where a list says nothing of hours
 */
export function hoursReader(words: HoursWords): ReadHours {
  const patterns = patternsFor(words);
  return (document, asks, { isVisible, ...sight }) => {
    const known = onceEach(isVisible);
    return asks === 'course' ? readCourse(document, words, patterns, { isVisible: known, ...sight }) : readList(document, words, patterns, known);
  };
}

/** Nothing changes during one reading, and the neighbours of a line are looked at again and again. */
function onceEach(isVisible: IsVisible): IsVisible {
  const known = new Map<Element, boolean>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const now = isVisible(element);
    known.set(element, now);
    return now;
  };
}

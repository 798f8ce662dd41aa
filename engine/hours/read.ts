import type { HoursWords } from '../../content-rules/schema';
import { type CourseSight, readCourse } from './course';
import type { HoursFinding } from './finding';
import { readList } from './list';
import { patternsFor } from './patterns';

export type ReadHours = (document: Document, asks: HoursFinding['of'], sight: CourseSight) => HoursFinding | null;

/**
 * What reads whether the course or the courses of a page give hours. Pure; sure only of what is said in plain words, and of nothing else.
 * @returns a function that is asked, as the page's rule says, of one course or of a list; it gives null where a list says nothing of hours
 */
export function hoursReader(words: HoursWords): ReadHours {
  const patterns = patternsFor(words);
  return (document, asks, sight) => (asks === 'course' ? readCourse(document, words, patterns, sight) : readList(document, words, patterns, sight.isVisible));
}

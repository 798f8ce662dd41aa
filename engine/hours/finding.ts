/** What one line of a course's pass conditions asks for, as the page says it; a number only where the line has exactly one. */
export interface PassCondition {
  kind: 'reading' | 'minutes' | 'hours' | 'test' | 'mark' | 'questionnaire';
  /** Minutes or hours of reading, or the mark. */
  n?: number;
}

/** What the page of one course says. */
export interface CourseFinding {
  of: 'course';
  /** 0 where it gives none; null where it cannot be told. */
  hours: number | null;
  /** Only where it cannot be told: the one line to look at oneself. */
  line: Element | null;
  /** Who may enrol: `anyone`, or something else is said; null where nothing can be told. */
  who: 'anyone' | 'some' | null;
  /** Empty where they cannot be read. */
  pass: readonly PassCondition[];
  /** There is more under the conditions than `pass` says. */
  hasMore: boolean;
}

/** What a list of courses says, each course counted once. */
export interface ListFinding {
  of: 'list';
  all: number;
  /** Those that give hours. */
  some: number;
  /** Those of which it cannot be told. */
  unclear: number;
}

export type HoursFinding = CourseFinding | ListFinding;

/** What a figure is to reach. */
export interface Goal {
  what: string;
  unit: string;
  /** The goal is met by this and anything below it. */
  most: number;
  /** Why it is missed today; said only where it is. */
  whenMissed?: string;
}

/** One figure beside its goal. */
export interface Figure {
  goal: GoalId;
  value: number;
  isMet: boolean;
}

/** Held against more than one goal. */
const WHOLE_PAGE = 'each look searches the whole page for the words: what shows is judged by its words, whatever its address';
const START = 'what does not grow with the page (compare 1,000 and 10,000 elements) is the start of the script, the rest its looks at the whole page';

/** Every goal, by part and name. Where a cost has an interval, its upper end is what counts. */
export const GOALS = {
  'load.script': { what: 'script added to a load of a step, 1,000 elements (upper end)', unit: 'ms', most: 2, whenMissed: START },
  'load.main': { what: 'main thread added to it (upper end)', unit: 'ms', most: 6, whenMissed: START },
  'load.beside-driver': { what: 'main thread added, as a share of what driver.js adds', unit: '×', most: 0.5, whenMissed: START },
  'load.growth': { what: 'script at 10,000 elements, as a multiple of that at 1,000', unit: '×', most: 1.2, whenMissed: WHOLE_PAGE },
  'load.paint': { what: 'delay of the first paint that can be told from 0 (lower end)', unit: 'ms', most: 0 },
  'load.heap': {
    what: 'memory in use after a load',
    unit: 'KB',
    most: 450,
    whenMissed: 'most of it is there on a page that is no step, too (compare): the script itself; the rest is what is drawn',
  },
  'load.quiet-ring': { what: 'loads of a page that is no step with anything drawn', unit: '', most: 0 },
  'load.quiet-script': { what: 'script on a page that is no step, as a multiple of what an empty WXT script adds', unit: '×', most: 1, whenMissed: START },
  'load.other-script': { what: 'script on a site that is not guided', unit: 'ms', most: 0.005 },
  'load.other-heap': { what: 'memory on a site that is not guided', unit: 'KB', most: 0.5 },
  'look.p50': { what: 'one look at 1,000 elements with 25 rules, median', unit: 'µs', most: 10, whenMissed: WHOLE_PAGE },
  'look.rules': { what: 'the same with 250 rules, as a multiple', unit: '×', most: 1.3 },
  'look.growth': { what: 'exponent with which a look grows with the elements', unit: '', most: 1.1 },
  'hours.beside-look': {
    what: 'one reading of the hours of 500 courses, as a multiple of the look at the same page, the slowest build',
    unit: '×',
    most: 1,
    whenMissed: 'in cards that are links in one line with each other the neighbours of each are read too, and a look at them is cheap',
  },
  'hours.growth': { what: 'exponent with which a reading grows with the courses, the worst build', unit: '', most: 1.1 },
  'ring.late': { what: 'ring after the later of first paint and target, 95 %', unit: 'ms', most: 16.8 },
  'ring.late-firefox': { what: 'the same in Firefox, at load', unit: 'ms', most: 16.8 },
  'storm.share': { what: 'script in a storm of 10,000 changes a second, share of one core (upper end)', unit: '%', most: 1.5, whenMissed: WHOLE_PAGE },
  'storm.longest': { what: 'longest piece of work of ours in it', unit: 'ms', most: 50 },
  'storm.ring-lost': { what: 'storms after which the ring is not there', unit: '', most: 0 },
  'idle.chromium': { what: 'timers, frames and calls at rest in Chromium', unit: '', most: 0 },
  'idle.firefox': { what: 'timers and frames at rest in Firefox', unit: '', most: 0 },
  'shift.score': { what: 'layout shift score, the most of any load', unit: '', most: 0 },
  'shift.moved': { what: 'the most that any element of the page is moved or resized', unit: 'px', most: 0 },
  'click.added': { what: 'press to the end of its frame, added (upper end)', unit: 'ms', most: 3 },
  'memory.growth': { what: 'growth over 1,000 navigations', unit: 'KB', most: 20 },
  'memory.nodes': { what: 'nodes left behind by them', unit: '', most: 0 },
  'memory.listeners': { what: 'listeners left behind by them', unit: '', most: 0 },
  'bytes.content-script': { what: 'the largest content script, both languages, gzip -9', unit: 'bytes', most: 30_000 },
  'popup.paint': { what: 'first paint of the popup, the slowest case (median)', unit: 'ms', most: 100 },
  'controls.blind': { what: 'gates that cannot tell a fault put in on purpose', unit: '', most: 0 },
} as const satisfies Record<string, Goal>;

export type GoalId = keyof typeof GOALS;

/** Holds a value against its goal. */
export function judge(goal: GoalId, value: number): Figure {
  return { goal, value, isMet: value <= GOALS[goal].most };
}

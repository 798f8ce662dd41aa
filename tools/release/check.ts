/** What came of one check: fine, not fine, or not to be known here. */
export interface Finding {
  state: 'good' | 'FAILED' | 'not asked';
  /** One line. */
  said: string;
}

/** One line of `npm run check:release`. */
export interface Check {
  title: string;
  run(): Promise<Finding>;
}

export function good(said: string): Finding {
  return { state: 'good', said };
}

export function failed(said: string): Finding {
  return { state: 'FAILED', said: said.trim().replaceAll(/\s*\n\s*/g, ' / ') };
}

/** Where the one who would know does not answer: no fault of the tree, and no proof either. */
export function notAsked(said: string): Finding {
  return { state: 'not asked', said };
}

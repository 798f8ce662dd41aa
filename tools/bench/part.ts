import type { ARM_NAMES, Arm } from './arms';
import type { Figure } from './goals';

/** What a part of the bench is given. */
export interface Bench {
  root: string;
  /** Fewer rounds, for a look at it. */
  isQuick: boolean;
  /** Seeded: draws the order of the arms and the bootstrap. */
  random: () => number;
  /** Where the pages of the bench are served. */
  port: number;
  log(line: string): void;
  /** Built once, however many parts want them. */
  arms(...names: (typeof ARM_NAMES)[number][]): Promise<Arm[]>;
}

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

/** What a part found. */
export interface Outcome {
  figures: Figure[];
  tables: Table[];
  /** Everything that was measured, for whoever wants to work it out again. */
  samples: unknown;
  /** Why these figures prove nothing: a line for each reason; none is the rule. */
  voids: string[];
}

export type Part = (bench: Bench) => Promise<Outcome>;

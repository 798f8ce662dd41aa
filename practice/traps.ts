/**
 * The mistakes that a practice tells of at its end: the four that cost people their learning hours first, then the smaller ones.
 * The words for them stand in the locales under `practice.traps`.
 */
export const TRAPS = [
  'chose-no',
  'other-login',
  'official-account',
  'no-id-number',
  'real-number',
  'mail-link',
  'lookalike',
  'no-hours',
  'restricted',
] as const;

export type Trap = (typeof TRAPS)[number];

/** `watch` plays itself, `guided` has the guide, `alone` has no hints. */
export const WAYS = ['watch', 'guided', 'alone'] as const;
export type Way = (typeof WAYS)[number];

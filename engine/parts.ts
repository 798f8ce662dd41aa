import type { Finder, Rule } from '../content-rules/schema';

type Target = Rule['targets'][number];
/** A target itself, or one of the things that follow it on its page. */
export type TargetPart = Target | Extract<NonNullable<Target['then']>, { find: Finder[] }>;

/** One of the things that a target has one do, in their order. @param part 0 is the target itself, 1 the first of what follows it */
export function partOf(target: Target | undefined, part: number): TargetPart | undefined {
  return part === 0 ? target : [target?.then ?? []].flat()[part - 1];
}

/** The words to look for, as written on the site; '' where a thing is known by its address alone. */
export function wordsOf(finders: readonly Finder[]): string {
  const name = finders.find((finder) => finder.name !== undefined)?.name;
  return ([name ?? ''].flat()[0] ?? '').replace(/…$/u, '');
}

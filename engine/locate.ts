import type { Finder } from '../content-rules/schema';
import type { ControlFact, PageFacts, TextFact } from './facts/types';
import { matchesGlob } from './glob';
import { isCalled, patterns } from './normalise';
import type { Located, Missing } from './verdict';

/** Either one element, or the reason why there is none. */
export type Location = { found: Located } | { found: null; missing: Missing };

/**
 * Law 2, one element or none: each finder counts only if it finds exactly one shown, enabled, uncovered control, and
 * finders that disagree cancel each other.
 */
export function locate(facts: PageFacts, finders: readonly Finder[]): Location {
  const found = new Map<number, ControlFact>();
  let missing: Missing = 'not-found';
  for (const finder of finders) {
    const shown = matching(facts, finder).filter((control) => control.shown);
    const here = oneOfTwins(shown.filter((control) => control.enabled));
    if (here.length === 0 && shown.length > 0 && missing === 'not-found') missing = 'not-enabled';
    const only = here.length === 1 ? here[0] : undefined;
    if (only === undefined) {
      if (here.length > 1) missing = 'several';
    } else if (only.covered) {
      return { found: null, missing: 'covered' };
    } else {
      found.set(only.element, only);
    }
  }
  if (found.size > 1) return { found: null, missing: 'several' };
  for (const control of found.values()) return { found: asLocated(control) };
  return { found: null, missing };
}

/** Every control that any of the finders speaks of, hidden ones left out. For wrong choices: each of them counts. */
export function locateAll(facts: PageFacts, finders: readonly Finder[]): Located[] {
  const found = new Set<ControlFact>();
  for (const finder of finders) for (const control of matching(facts, finder)) if (control.shown) found.add(control);
  return [...found].map(asLocated);
}

function asLocated({ element, role, name }: ControlFact): Located {
  return { element, role, name };
}

/** Controls of a finder's kind and name, where it wants them. A link amid a sentence is never meant. */
export function matching(facts: PageFacts, finder: Finder): ControlFact[] {
  const names = finder.name === undefined ? null : patterns(finder.name);
  const globs = finder.address === undefined ? null : [finder.address].flat();
  const elsewhere = [finder.elsewhere ?? []].flat();
  const called = facts.controls.filter(
    (control) =>
      control.role === finder.role &&
      !control.inSentence &&
      (names === null || isCalled(control.name, names)) &&
      (globs === null || globs.some((glob) => matchesGlob(control.address, glob))) &&
      !elsewhere.some((glob) => matchesGlob(control.address, glob)),
  );
  if (finder.within === undefined) return called;
  return called.filter((control) => standsUnder(facts, control, called, finder.within as NonNullable<Finder['within']>));
}

/** Same role, same name, same destination: one thing shown twice. The one in view is meant. */
function oneOfTwins(controls: ControlFact[]): ControlFact[] {
  const first = controls[0];
  if (controls.length < 2 || first === undefined || first.leadsTo === '') return controls;
  const areTwins = controls.every((control) => control.leadsTo === first.leadsTo && control.name === first.name);
  if (!areTwins) return controls;
  const open = controls.filter((control) => !control.covered);
  return [open.find((control) => control.inView) ?? open[0] ?? first];
}

/**
 * Whether a control belongs to the part of the page under one heading rather than another (the chooser has the same
 * names in both columns). Three builds are known to work: each part has an element of its own; the headings and controls are
 * siblings in one row of elements; the headings are the first row of a table.
 */
function standsUnder(facts: PageFacts, control: ControlFact, rivals: readonly ControlFact[], within: NonNullable<Finder['within']>): boolean {
  const headings = headingsOf(facts, within.text);
  const others = within.not === undefined ? [] : headingsOf(facts, within.not);
  if (headings.length === 0 || (within.not !== undefined && others.length === 0)) return false;
  const nearHeading = nearness(control, headings);
  const nearOther = nearness(control, others);
  if (nearHeading !== nearOther) return nearHeading > nearOther;
  return inColumnOf(control, headings, others) ?? followsOwnHeading(control, rivals, headings, others);
}

function headingsOf(facts: PageFacts, words: NonNullable<Finder['within']>['text']): TextFact[] {
  const called = patterns(words);
  return facts.texts.filter((text) => text.whole !== null && isCalled(text.whole, called));
}

function sharedDepth(a: readonly number[], b: readonly number[]): number {
  let depth = 0;
  while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth += 1;
  return depth;
}

function nearness(control: ControlFact, headings: readonly TextFact[]): number {
  return Math.max(-1, ...headings.map((heading) => sharedDepth(control.place, heading.place)));
}

function inColumnOf(control: ControlFact, headings: readonly TextFact[], others: readonly TextFact[]): boolean | null {
  const columns = new Set(headings.map((heading) => heading.column));
  const otherColumns = new Set(others.map((heading) => heading.column));
  if (control.column === null || columns.has(null) || otherColumns.has(null)) return null;
  if ([...columns].some((column) => otherColumns.has(column))) return null;
  return columns.has(control.column);
}

/** Only where each heading is followed by a control of its own before the other heading comes. */
function followsOwnHeading(control: ControlFact, rivals: readonly ControlFact[], headings: readonly TextFact[], others: readonly TextFact[]): boolean {
  const all = [...headings.map((heading) => ({ order: heading.order, own: true })), ...others.map((heading) => ({ order: heading.order, own: false }))];
  all.sort((a, b) => a.order - b.order);
  const owner = (order: number) => all.findLastIndex((heading) => heading.order <= order);
  const owned = new Set(rivals.map((rival) => owner(rival.order)));
  if (all.some((_, index) => !owned.has(index))) return false;
  return all[owner(control.order)]?.own === true;
}

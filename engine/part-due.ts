import type { Finder, Target } from '../content-rules/schema';
import type { ControlFact, PageFacts } from './facts/types';
import { type Location, locate } from './locate';
import { meets, type Progress } from './progress';

/** Which of a target's things is to be done now. */
export interface PartDue {
  location: Location;
  finders: readonly Finder[];
  /** 0 is the target itself, 1 the first of what follows it. */
  part: number;
}

/**
 * The first thing of a target that is not done yet: a choice is done when it is chosen, a field when the person has left it.
 * A field the person is in comes first, whatever the order; the last thing is never done (its press leads to another page).
 */
export function partDue(facts: PageFacts, target: Target, progress: Progress, page: string): PartDue {
  const parts = [{ find: target.find, for: undefined, optional: undefined }, ...[target.then ?? []].flat()];
  const located = parts
    .map((part, index) => ({
      finders: part.find,
      part: index,
      location: locate(facts, part.find),
      isOptional: part.optional === true,
      isMeant: meets(part.for, progress, page),
    }))
    .filter(({ isMeant }) => isMeant);
  const due = located.filter(({ isOptional, location }) => !(isOptional && location.found === null && location.missing === 'not-found'));
  const controlOf = ({ location }: PartDue): ControlFact | undefined =>
    location.found === null ? undefined : facts.controls.find(({ element }) => element === location.found.element);
  const inUse = due.find((part) => controlOf(part)?.role === 'field' && controlOf(part)?.focused === true);
  const isDone = (part: PartDue) => {
    const control = controlOf(part);
    // Who comes past a choice with the Tab key has not made it.
    return control !== undefined && (control.checked ?? control.left);
  };
  return inUse ?? due.find((part) => !isDone(part)) ?? due.at(-1) ?? (located[0] as PartDue);
}

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
  /** The page complains of what is in it. */
  isWrong: boolean;
  /** Some of the fields were filled in for the person. */
  isPrefilled: boolean;
}

/** What became of the form after the person sent it: nothing yet, it is still there, or the site has sent it back in a new document. */
export type Sending = 'not-sent' | 'still-here' | 'came-back';

/**
 * The first thing of a target that is not done yet, fields and boxes in the order in which the page has them: a choice is done when it is
 * chosen, a field when the person has left it. Once the form was sent, only what the page complains of and what the site has emptied
 * is left to do: whether the rest is filled in, nobody looks.
 * A field the person is in comes first, whatever the order; the last thing is never done (its press leads to another page).
 */
export function partDue(facts: PageFacts, target: Target, progress: Progress, page: string, sending: Sending = 'not-sent'): PartDue {
  const parts: Part[] = [{ find: target.find }, ...[target.then ?? []].flat()];
  const located = parts
    .map((part, index) => {
      // Of what is not needed only what the person is in is meant, however many have its names.
      const location = locate(part.needless === true ? { ...facts, controls: facts.controls.filter(({ focused }) => focused) } : facts, part.find);
      const control = location.found === null ? undefined : facts.controls.find(({ element }) => element === location.found.element);
      return { ...part, index, location, control };
    })
    .filter((part) => meets(part.for, progress, page));
  const isInUse = ({ control }: LocatedPart) => control?.role === 'field' && control.focused && control.readOnly !== true;
  const meant = inOrderOfPage(
    located.filter((part) => {
      if (part.needless === true) return isInUse(part);
      return !(part.optional === true && part.location.found === null && part.location.missing === 'not-found');
    }),
  );
  const isDone = ({ control, emptied }: LocatedPart) => {
    if (control === undefined) return false;
    // Who comes past a choice with the Tab key has not made it.
    if (control.checked !== null) return control.checked;
    return (
      control.left || (sending !== 'not-sent' && control.role === 'field' && control.complained !== true && !(sending === 'came-back' && emptied === true))
    );
  };
  const due = meant.find(isInUse) ?? meant.find((part) => !isDone(part)) ?? meant.at(-1) ?? (located[0] as LocatedPart);
  return {
    location: due.location,
    finders: due.find,
    part: due.index,
    isWrong: sending !== 'not-sent' && due.control?.complained === true,
    isPrefilled: located.some(({ control }) => control?.readOnly === true),
  };
}

type Part = Pick<Exclude<NonNullable<Target['then']>, readonly unknown[]>, 'find' | 'for' | 'optional' | 'needless' | 'emptied'>;
interface LocatedPart extends Part {
  index: number;
  location: Location;
  control: ControlFact | undefined;
}

/** Only what is filled in or ticked is put in order; what is missing stays after what the rule has before it, and the last thing last. */
function inOrderOfPage(parts: readonly LocatedPart[]): LocatedPart[] {
  let before = -1;
  const keyed = parts.map((part, index) => {
    const isEntry = part.control?.role === 'field' || part.control?.role === 'checkbox';
    if (index === parts.length - 1 && !isEntry) before = Number.POSITIVE_INFINITY;
    else if (isEntry) before = part.control?.order ?? before;
    return { part, key: before };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ part }) => part);
}

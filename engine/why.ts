import type { Finder } from '../content-rules/schema';
import type { PageFacts } from './facts/types';
import { locate, matching } from './locate';
import type { Fit } from './recognise';
import type { Reason } from './verdict';

/** How the line about something to point at begins, in an explanation. */
export const TO_POINT_AT = 'to point at: ';

/** Every condition of every rule that came near, the best fit first, each rule's in its own order. */
export function pageReasons(fits: readonly Fit[]): Reason[] {
  const near = fits.filter((fit) => fit.lines.some((line) => line.passed)).sort((a, b) => b.share - a.share);
  return near.flatMap((fit) => fit.lines.map((line) => ({ page: fit.rule.id, ...line })));
}

/** Each way of finding what is due on a page, and whether it leads to one element. */
export function targetReasons(facts: PageFacts, page: string, finders: readonly Finder[]): Reason[] {
  return finders.map((finder) => ({ page, condition: `${TO_POINT_AT}${describeFinder(facts, finder)}`, passed: locate(facts, [finder]).found !== null }));
}

function describeFinder(facts: PageFacts, finder: Finder): string {
  const { role, name, address, within } = finder;
  const called = [name ?? address ?? []].flat().join(' / ');
  const under = within === undefined ? '' : ` under ${[within.text].flat().join(' / ')}`;
  const there = matching(facts, finder).filter(({ shown }) => shown);
  const pressable = there.filter(({ enabled }) => enabled);
  const how =
    pressable.length === 0 && there.length > 0
      ? `${there.length}, not enabled`
      : pressable.length === 1 && pressable[0]?.covered
        ? '1, covered'
        : pressable.length;
  return `one ${role} ${called}${under} (here: ${how})`;
}

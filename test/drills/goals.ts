import type { DrillResult } from './run';

/** One goal: how many results it looks at, the share that meets it, and whether that is enough. */
export interface Goal {
  name: string;
  of: number;
  met: number;
  wanted: number;
  isMet: boolean;
}

/** What a redesign must not do, and how often the guide must still help. Pages that no rule may claim count only for the first two. */
export function goalsOf(results: readonly DrillResult[]): Goal[] {
  const told = results.filter(({ isClaimable }) => isClaimable);
  const single = told.filter(({ size }) => size === 1);
  const combined = told.filter(({ size }) => size > 1);
  const keeping = (list: readonly DrillResult[], keeps: DrillResult['keeps']) => list.filter((result) => result.keeps === keeps);
  const isSame = ({ outcome }: DrillResult) => outcome === 'same';
  const isHelped = ({ outcome }: DrillResult) => outcome === 'same' || outcome === 'words';
  return [
    goal('no wrong element', results, ({ outcome }) => outcome !== 'WRONG ELEMENT', 1),
    goal('no wrong page', results, ({ outcome }) => outcome !== 'WRONG PAGE', 1),
    goal('words kept: same element', keeping(single, 'words'), isSame, 0.97),
    goal('words kept, two or three at once: same element', keeping(combined, 'words'), isSame, 0.9),
    goal('words changed: same element or the right words', keeping(single, 'nothing'), isHelped, 0.9),
    goal('words changed, two or three at once: same element or the right words', keeping(combined, 'nothing'), isHelped, 0.9),
    goal('target not there once and pressable: same element or the right words', keeping(single, 'target'), isHelped, 0.9),
    goal('no silence on pages of the journey while it is under way', told, ({ isDeadEnd }) => !isDeadEnd, 1),
    goal('what comes late or anew is seen within two frames', timed(told), ({ noticedAfter }) => (noticedAfter ?? Number.POSITIVE_INFINITY) <= 34, 1),
  ];
}

const timed = (results: readonly DrillResult[]) => results.filter(({ drill }) => /target (late|made anew)/.test(drill));

function goal(name: string, results: readonly DrillResult[], meets: (result: DrillResult) => boolean, wanted: number): Goal {
  const met = results.filter(meets).length;
  return { name, of: results.length, met, wanted, isMet: results.length === 0 || met / results.length >= wanted };
}

import { describe, expect, it } from 'vitest';
import { type Claim, claimOf, frameThatSpeaks } from '../../engine/settle';
import type { Verdict } from '../../engine/verdict';

const says = (kind: Claim['kind'], depth = 0, isCovered = false): Claim => ({ kind, depth, isCovered });
const speaker = (...claims: Claim[]) => frameThatSpeaks(new Map(claims.map((claim, frame) => [frame, claim])));
const KINDS: Claim['kind'][] = ['recognised', 'degraded', 'ambiguous', 'lost', 'quiet'];

describe('which frame of a tab shows the card', () => {
  it('is nobody where there is nothing to say', () => {
    expect(speaker()).toBeNull();
    expect(speaker(says('quiet'), says('quiet', 1))).toBeNull();
  });
  it.each(['recognised', 'degraded', 'ambiguous', 'lost'] as const)('is the page itself where it alone has something to say: %s', (kind) => {
    expect(speaker(says(kind), says('quiet', 1))).toBe(0);
  });
  it('is the deepest frame that knows its page', () => {
    expect(speaker(says('recognised'), says('recognised', 1))).toBe(1);
    expect(speaker(says('recognised'), says('recognised', 2), says('degraded', 1))).toBe(1);
    expect(speaker(says('recognised'), says('degraded', 1), says('ambiguous', 2))).toBe(2);
  });
  it('is the page that knows itself, not a frame that is lost', () => expect(speaker(says('recognised'), says('lost', 1))).toBe(0));
  it('is a lost frame where the target of the page lies covered behind it', () => {
    expect(speaker(says('degraded', 0, true), says('lost', 1))).toBe(1);
    expect(speaker(says('degraded', 0, true), says('recognised', 1))).toBe(1);
  });
  it('is the covered page where no frame says anything', () => expect(speaker(says('degraded', 0, true), says('quiet', 1))).toBe(0));
  it('is the covered page before a lost one of the same depth', () => expect(speaker(says('lost'), says('degraded', 0, true))).toBe(1));
  it('is the first of equals, in whatever order they told', () => {
    const claims: [number, Claim][] = [
      [7, says('recognised', 1)],
      [3, says('recognised', 1)],
    ];
    expect(frameThatSpeaks(new Map(claims))).toBe(3);
    expect(frameThatSpeaks(new Map(claims.reverse()))).toBe(3);
  });
  it('is exactly one, and never a quiet one, for all that three frames can say', () => {
    const all = KINDS.flatMap((kind) => [0, 1, 2].flatMap((depth) => [true, false].map((covered) => says(kind, depth, covered && kind === 'degraded'))));
    for (const a of all) {
      for (const b of all) {
        const frame = speaker(a, b, says('quiet', 1));
        expect(frame === null ? [a, b].every(({ kind }) => kind === 'quiet') : [a, b][frame]?.kind !== 'quiet').toBe(true);
      }
    }
  });
});

describe('what a verdict claims', () => {
  const degraded = (missing: string) => ({ kind: 'degraded', missing }) as unknown as Verdict;
  it('is its kind and how deep the frame lies', () =>
    expect(claimOf({ kind: 'lost', step: 3, why: [] }, 2)).toEqual({ kind: 'lost', depth: 2, isCovered: false }));
  it('is covered only where the target is', () => {
    expect(claimOf(degraded('covered'), 0).isCovered).toBe(true);
    expect(claimOf(degraded('not-found'), 0).isCovered).toBe(false);
  });
});

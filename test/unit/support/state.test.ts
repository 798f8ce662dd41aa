import { describe, expect, it } from 'vitest';
import { NO_PROGRESS, type Progress } from '../../../engine/progress';
import type { Verdict } from '../../../engine/verdict';
import { parseToldState } from '../../../platform/told-state';
import { decodeSpokenCode } from '../../../support/decode';
import { encode } from '../../../support/encode';
import { PAGE_TABLE, pagesAt, partAt } from '../../../support/page-table';
import { partsOf, type ToldState } from '../../../support/state';
import { cases, help, pack } from '../../support/content';
import { lookAtCase, progressOf, readCase } from '../../support/looked';

const known = { pack, help };

/** As the guide tells of a verdict when it is asked to explain itself. */
function toldOf(verdict: Verdict): ToldState {
  const told = verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict : null;
  const because = 'missing' in verdict ? verdict.missing : 'reason' in verdict ? verdict.reason : 'translated' in verdict ? 'translated' : null;
  const state = {
    verdict: verdict.kind,
    page: told?.page ?? null,
    step: 'step' in verdict ? verdict.step : null,
    say: told?.say ?? null,
    because,
    why: verdict.why,
  };
  const parsed = parseToldState(state);
  if (parsed === null) throw new Error(JSON.stringify(state));
  return parsed;
}

const homeLook = pagesAt(PAGE_TABLE, PAGE_TABLE.editions.length).find(({ id }) => id === 'elearn/01-home')?.look;
const whyOf = (page: string, passed: boolean[]) => passed.map((each) => ({ page, passed: each }));
const onHome: ToldState = {
  verdict: 'recognised',
  page: 'elearn/01-home',
  step: 1,
  say: { target: 1, part: 0 },
  because: null,
  why: [
    ...whyOf('elearn/01-home', [true, true, false, true, true, false]),
    ...whyOf('elearn/01-home', [false]),
    ...whyOf('elearn/10-home-logged-in', [false, true]),
  ],
};
const inRecovery = (id: string): Progress => ({ ...NO_PROGRESS, recovery: { id, until: [] } });

describe('what goes into a code', () => {
  it('of every case of every replica is what the guide says there, and comes out of the code again', () => {
    const seen = new Set<string>();
    for (const placed of cases) {
      const { verdict } = lookAtCase(readCase(pack, placed), pack.rules, pack.journey, placed, true);
      const progress = progressOf(placed.case.given, pack.journey, placed.folder);
      const parts = partsOf(toldOf(verdict), progress, progress.here || 1, known);
      const decoded = decodeSpokenCode(encode(parts).join(' '));
      const where = `${placed.folder}/${placed.case.replica}`;
      if (!decoded.ok) throw new Error(where);
      expect(decoded.parts, where).toEqual(parts);
      expect([parts.kind, parts.answers], where).toEqual([verdict.kind, progress.answers]);
      seen.add(`${parts.kind} ${parts.reason}`);
      if (verdict.kind !== 'recognised' && verdict.kind !== 'degraded') continue;
      expect(parts.page, where).toBe(verdict.page);
      const failed = verdict.why
        .filter(({ page, condition, passed }) => page === verdict.page && !passed && !condition.startsWith('to point at'))
        .map(({ condition }) => condition);
      expect(
        parts.failed.map((condition) => decoded.placed?.look.conditions[condition]),
        where,
      ).toEqual(failed);
      if (verdict.kind === 'degraded' && verdict.look !== '')
        expect(partAt(decoded.placed?.look ?? { since: 0, conditions: [], targets: [] }, parts.spot)?.words, where).toBe(verdict.look);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['degraded covered', 'degraded not-found', 'lost null', 'quiet unknown-page', 'recognised null']));
  });

  it('the conditions that failed, and not those of finding what is due, nor those of another page', () => {
    expect(partsOf(onHome, NO_PROGRESS, 1, known).failed).toEqual([2, 5]);
  });

  it('of what is pointed at its number among all of the page; of what a way back points at none, but the way back', () => {
    expect(partsOf(onHome, NO_PROGRESS, 1, known).spot).toBe(2);
    const wayBack = partsOf({ ...onHome, say: { target: 0, part: 0 } }, inRecovery('chose-no'), 1, known);
    expect([wayBack.spot, wayBack.recovery]).toEqual([0, 'chose-no']);
    expect(partsOf({ ...onHome, say: { target: 2, part: 0 } }, inRecovery('chose-no'), 1, known).spot).toBe(2);
    expect(homeLook?.targets.length).toBe(6);
  });

  it('that the mail comes first, and that the site complains', () => {
    expect(partsOf({ ...onHome, say: { target: null, part: 0, isWaiting: true } }, NO_PROGRESS, 1, known).reason).toBe('waiting');
    expect(partsOf({ ...onHome, say: { target: 1, part: 0, isWrong: true } }, NO_PROGRESS, 1, known).reason).toBe('complained');
  });

  it('that it is not the first time on this page', () => {
    const again: Progress = { ...NO_PROGRESS, lastPage: 'elearn/01-home', arrivals: { 'elearn/01-home': 2 } };
    expect([partsOf(onHome, again, 1, known).visit, partsOf(onHome, NO_PROGRESS, 1, known).visit]).toEqual(['again', 'first']);
  });

  it('of somebody lost the nearest page, where half of it is there, and the step', () => {
    const lost = (passed: boolean[]) =>
      partsOf({ verdict: 'lost', page: null, step: 4, say: null, because: null, why: whyOf('elearn/01-home', passed) }, NO_PROGRESS, 9, known);
    expect(lost([true, true, false, false, true, false])).toMatchObject({ page: 'elearn/01-home', step: 4, spot: 0, failed: [2, 3, 5] });
    expect(lost([true, false, false, false, true, true])).toMatchObject({ page: null, step: 4, failed: [] });
  });

  it('of a page that could be one of several the nearest; of a translated one that it is', () => {
    const unsure: ToldState = { ...onHome, verdict: 'ambiguous', page: null, say: null };
    expect(partsOf(unsure, NO_PROGRESS, 9, known)).toMatchObject({ kind: 'ambiguous', reason: null, page: 'elearn/01-home', spot: 0, step: null });
    expect(partsOf({ ...unsure, because: 'translated', why: [] }, NO_PROGRESS, 9, known)).toMatchObject({ reason: 'translated', page: null, step: 9 });
  });

  it('where nobody answered that, and the step at hand', () => {
    expect(partsOf(null, NO_PROGRESS, 6, known)).toMatchObject({ kind: 'quiet', reason: 'not-guided', page: null, step: 6 });
  });
});

describe('what a document tells', () => {
  it.each<[string, object]>([
    ['a verdict that there is not', { verdict: 'sure' }],
    ['a page that is no id', { page: '王小明' }],
    ['a step too far', { step: 12 }],
    ['words for a reason', { because: '王小明' }],
    ['a thousand targets', { say: { target: 1000, part: 0 } }],
    ['a page of a condition that is no id', { why: [{ page: 'A123456789', passed: true }] }],
    ['a condition that is neither', { why: [{ page: 'elearn/01-home', passed: 'yes' }] }],
  ])('with %s is no explanation', (_, wrong) => expect(parseToldState({ ...onHome, ...wrong })).toBeNull());

  it('is taken without whatever else is in it', () => {
    const whole = { ...onHome, card: { title: '王小明' }, why: onHome.why.map((line) => ({ ...line, condition: 'button 登入' })) };
    expect(parseToldState(whole)).toEqual(onHome);
    for (const nothing of [null, undefined, true, [], 'quiet']) expect(parseToldState(nothing)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { recognise } from '../../../engine/recognise';
import { cases, pack } from '../../support/content';
import { lookAtCase, readCase } from '../../support/looked';

/** Every replica runs against every rule of its site: only its own may win. */
describe.each(cases)('$folder $case.replica at $case.url given $case.given without $case.without', ({ folder, case: entry }) => {
  const placed = { folder, case: entry };
  const shown = lookAtCase(readCase(pack, placed), pack.rules, pack.journey, placed, true);

  test(`is ${[entry.expect.verdict].flat().join(' or ')}`, () => {
    const { why, ...verdict } = shown.verdict;
    const failed = why.filter((reason) => !reason.passed && reason.page === folder).map(({ condition }) => condition);
    expect([entry.expect.verdict].flat(), `missing here: ${failed.join(' · ')}\nverdict: ${JSON.stringify(verdict)}`).toContain(shown.verdict.kind);
  });

  test('is won by its own rule only', () => {
    const winner = shown.verdict.kind === 'recognised' || shown.verdict.kind === 'degraded' ? shown.verdict.page : null;
    if (winner !== null && folder !== 'lookalikes') expect(winner).toBe(folder);
    if (folder === 'lookalikes') expect(winner).toBeNull();
  });

  test(`points at ${entry.expect.target ?? 'nothing'}`, () => {
    expect(shown.target).toBe(entry.expect.target);
  });

  if (entry.expect.cautions !== undefined) {
    test(`warns of ${entry.expect.cautions.join(', ')}`, () => {
      expect(shown.cautions).toEqual([...(entry.expect.cautions ?? [])].sort());
    });
  }
  if (entry.expect.drift !== undefined) {
    test(`notes ${entry.expect.drift} missing`, () => {
      expect(shown.verdict).toMatchObject({ drift: entry.expect.drift });
    });
  }
});

test('the engine has rules to run', () => {
  expect(pack.rules.length).toBeGreaterThan(15);
  expect(recognise({ host: '', path: '', translated: false, texts: [], controls: [] }, pack.rules).recognition.kind).toBe('none');
});

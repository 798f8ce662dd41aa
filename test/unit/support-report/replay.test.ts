import { expect, test } from 'vitest';
import { claimOf, frameThatSpeaks } from '../../../engine/settle';
import { reportText } from '../../../support/report/format';
import { readReport } from '../../../support/report/read-report';
import { replay } from '../../../support/report/replay';
import { toldVerdict } from '../../../support/report/tell';
import { cases, pack } from '../../support/content';
import { progressOf, readCase } from '../../support/looked';
import { RULES, reportOf, seenIn } from '../../support/support-report';

/** Every replica in every state: made, saved, read again and replayed. */
test.each(cases)('$folder $case.replica at $case.url given $case.given without $case.without', ({ folder, case: entry }) => {
  const progress = progressOf(entry.given, pack.journey, folder);
  const all = readCase(pack, { folder, case: entry }).flatMap(({ read, framed }) =>
    read === null ? [] : (seenIn(read.facts, progress, framed ? 1 : 0) ?? []),
  );
  if (all.length === 0) return;
  const read = readReport(reportText(reportOf(all.map(({ seen }) => seen))), RULES);
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  const again = replay(read.report, RULES);
  expect(again?.differences).toEqual([]);
  expect(again?.documents.map(({ verdict }) => toldVerdict(verdict))).toEqual(all.map(({ verdict }) => toldVerdict(verdict)));
  const speaks = frameThatSpeaks(new Map(all.map(({ verdict, seen }, index) => [index, claimOf(verdict, seen.depth)])));
  expect([again?.spoke, again?.speaks]).toEqual([speaks, speaks]);
  // What was looked for in vain is told in the same words.
  const look = (verdict: object | undefined) => (verdict !== undefined && 'look' in verdict ? verdict.look : null);
  expect(again?.documents.map(({ verdict }) => look(verdict))).toEqual(all.map(({ verdict }) => look(verdict)));
});

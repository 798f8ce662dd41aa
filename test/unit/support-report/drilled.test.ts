import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { markComplaints } from '../../../engine/facts/complaints';
import { readFacts } from '../../../engine/facts/read';
import { reportText } from '../../../support/report/format';
import { readReport } from '../../../support/report/read-report';
import { replay } from '../../../support/report/replay';
import { toldVerdict } from '../../../support/report/tell';
import { OpenedCase } from '../../drills/opened-case';
import { drawSample } from '../../drills/sample';
import { cases, pack } from '../../support/content';
import { sightWithoutLayout } from '../../support/page';
import { RULES, reportOf, seenIn } from '../../support/support-report';

const PAGES = 1000;

/** Redesigned pages: what is replayed from the file is what the engine said on the page, whatever that was. */
test(`a report of ${PAGES} redesigned pages is replayed as it was`, async () => {
  const kinds = new Map<string, number>();
  let made = 0;
  for (const { placed, drills, seed } of drawSample(cases, PAGES * 2, 20261201)) {
    const opened = new OpenedCase(pack, placed, seed);
    try {
      const [speaking] = opened.documents;
      if (speaking === undefined) continue;
      speaking.page.target = speaking.page.document.querySelector('a[href], button, input');
      if (!drills.every((drill) => drill.apply(speaking.page))) continue;
      const all = opened.documents.flatMap(({ page, vocabulary }) => {
        const sight = sightWithoutLayout(page.document);
        const reading = readFacts(page.document, page.address, vocabulary, sight);
        const sent = vocabulary.rules.find(({ id }) => id === opened.progress.sentFrom)?.sent;
        if (sent !== undefined) markComplaints(reading, sent.complaints, sight);
        return seenIn(reading.facts, opened.progress, page.framed ? 1 : 0) ?? [];
      });
      const origin = `${placed.folder}/${placed.case.replica} ${drills.map(({ name }) => name).join(' + ')} seed ${seed}`;
      const read = readReport(reportText(reportOf(all.map(({ seen }) => seen))), RULES);
      if ('fault' in read) throw new Error(`${origin}: ${JSON.stringify(read.fault)}`);
      const again = replay(read.report, RULES);
      expect(again?.differences, origin).toEqual([]);
      expect(
        again?.documents.map(({ verdict }) => toldVerdict(verdict)),
        origin,
      ).toEqual(all.map(({ verdict }) => toldVerdict(verdict)));
      for (const { verdict } of all) kinds.set(verdict.kind, (kinds.get(verdict.kind) ?? 0) + 1);
      made += 1;
    } finally {
      opened.close();
    }
    if (made === PAGES) break;
    // A closed window only lets go of its memory between two turns.
    await setImmediate();
  }
  expect(made).toBe(PAGES);
  expect(Object.fromEntries(kinds)).toMatchObject({ recognised: expect.any(Number), degraded: expect.any(Number) });
}, 300_000);

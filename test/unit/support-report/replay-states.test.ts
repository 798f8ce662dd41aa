import { describe, expect, it } from 'vitest';
import { recoveryOfSite } from '../../../components/stuck-model';
import type { RecoveryOfSite, Site } from '../../../content-rules/schema';
import { readFacts } from '../../../engine/facts/read';
import { foldProgress, type JourneyEvent } from '../../../engine/progress';
import { vocabularyOf } from '../../../engine/vocabulary';
import { withRecovery } from '../../../engine/with-recovery';
import { reportText, type SupportReport } from '../../../support/report/format';
import type { SeenDocument } from '../../../support/report/make-report';
import { readReport } from '../../../support/report/read-report';
import { replay } from '../../../support/report/replay';
import { pagePack } from '../../../tools/build/rule-pack-module';
import { cases, help, pack } from '../../support/content';
import { progressOf, readCase } from '../../support/looked';
import { closePage, openReplica, sightWithoutLayout } from '../../support/page';
import { RULES, reportOf, seenIn } from '../../support/support-report';

/** Written, read, and worked out again. */
function again(seen: readonly SeenDocument[], change: (report: SupportReport) => SupportReport = (report) => report) {
  const read = readReport(reportText(reportOf(seen)), RULES);
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  return replay(change(read.report), RULES);
}

describe.each(help.recoveries)('on the way back $id', (recovery) => {
  it.each(recovery.cases.map((entry) => [`${entry.replica} given ${JSON.stringify(entry.given ?? {})}`, entry] as const))(
    '%s',
    (_, { replica, url, given }) => {
      const site = replica.split('/')[0] as Site;
      const carried = withRecovery(pagePack(pack, site), recoveryOfSite(help, pack, recovery.id, site, 'chrome') as RecoveryOfSite);
      const { host, pathname } = new URL(url);
      const { document } = openReplica(replica, url);
      const { facts } = readFacts(document, { host, path: pathname }, vocabularyOf(carried, site), sightWithoutLayout(document));
      closePage(document);
      const told = Object.entries({ ...recovery.tells, ...given }).filter(([key]) => key !== 'visit' && key !== 'after' && key !== 'sent');
      const events: JourneyEvent[] = [
        ...told.map(([question, answer]) => ({ type: 'answered', question, answer }) as JourneyEvent),
        { type: 'began', recovery: recovery.id, until: recovery.until },
      ];
      const made = seenIn(facts, foldProgress(events, pack.journey.tells), 0, { carried });
      if (made === null) throw new Error('the host is no guided site');
      const replayed = again([made.seen]);
      expect(replayed?.differences).toEqual([]);
      const { verdict } = made;
      const isOwnTarget = verdict.kind === 'recognised' && verdict.say.target === 0 && recovery.steps.some(({ page }) => page === verdict.page);
      if (!isOwnTarget) return;
      // Without the way back its own target is not there.
      const without = again([made.seen], (report) => ({
        ...report,
        ...(report.journey === undefined ? {} : { journey: { ...report.journey, recovery: null } }),
      }));
      expect(without?.differences).not.toEqual([]);
    },
  );
});

describe('a form that was sent', () => {
  const sent = cases.filter(({ case: entry }) => entry.given?.sent === true && entry.frames === undefined);
  it.each(sent.map((placed) => [`${placed.folder}/${placed.case.replica}`, placed] as const))('is still here, or has come back: %s', (_, placed) => {
    const [own] = readCase(pack, placed);
    if (own?.read == null) throw new Error('there is nothing to read');
    const progress = progressOf(placed.case.given, pack.journey, placed.folder);
    const [here, back] = [true, false].map((sentHere) => seenIn((own.read as NonNullable<typeof own.read>).facts, progress, 0, { sentHere }));
    if (here == null || back == null) throw new Error('the host is no guided site');
    expect([again([here.seen])?.differences, again([back.seen])?.differences]).toEqual([[], []]);
    // One taken for the other is seen wherever the guide says something else of it.
    const isOther = JSON.stringify(here.seen.verdict) !== JSON.stringify(back.seen.verdict);
    expect(again([{ ...here.seen, sentHere: false }])?.differences.length !== 0).toBe(isOther);
  });
  it('there are some', () => expect(sent.length).toBeGreaterThan(1));
});

describe('every state of a control', () => {
  const placed = cases.find(({ folder, case: entry }) => folder === 'egov/04-registration' && entry.expect.verdict === 'recognised');
  const read = placed === undefined ? null : readCase(pack, placed)[0]?.read;
  it.each(['shown', 'enabled', 'covered', 'inView', 'left', 'focused', 'readOnly', 'complained', 'inSentence', 'checked'] as const)(
    'counts as it did: %s',
    (state) => {
      if (read == null || placed === undefined) throw new Error('the form has gone');
      const progress = progressOf({ ...placed.case.given, sent: true }, pack.journey, placed.folder);
      for (const [index] of read.facts.controls.entries()) {
        const controls = read.facts.controls.map((control, number) => (number === index ? { ...control, [state]: control[state] !== true } : control));
        const made = seenIn({ ...read.facts, controls }, progress);
        expect(made === null ? null : again([made.seen])?.differences, `${state} of ${index}`).toEqual([]);
      }
    },
  );
});

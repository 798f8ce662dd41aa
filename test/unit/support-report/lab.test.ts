import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NO_PROGRESS } from '../../../engine/progress';
import { reportText, without } from '../../../support/report/format';
import { examineAsAsked } from '../../../tools/lab/command';
import { replayedReport } from '../../../tools/lab/replayed';
import { pack } from '../../support/content';
import { readReplica } from '../../support/readings';
import { RULES, reportOf, seenIn } from '../../support/support-report';

const folder = mkdtempSync(join(tmpdir(), 'replayed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = readReplica(pack, 'elearn/05-certificate-question/replica.html', 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php');
if (read === null) throw new Error('the replica has gone');
const seen = seenIn(read.facts, { ...NO_PROGRESS, here: 4, reached: 4, seen: [1, 4], lastPage: 'elearn/05-certificate-question' });
const REPORT = reportOf(seen === null ? [] : [seen.seen]);
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const ask = (...words: string[]) => examineAsAsked(words, folder, () => undefined);

/** Rules of another day, in which the wording of the question is another one. */
const LATER = {
  ...RULES,
  versions: { date: '2027-01-01', mark: 'abcdefabcdef' },
  pack: {
    ...pack,
    rules: pack.rules.map((rule) =>
      rule.id === 'elearn/05-certificate-question'
        ? { ...rule, targets: rule.targets.map((target) => ({ ...target, find: [{ role: 'button' as const, name: '別的' }] })) }
        : rule,
    ),
  },
};

describe('npm run lab -- --report', () => {
  write('report.json', reportText(REPORT));

  it('says that the verdict is the same', async () => {
    expect(await ask('--report', 'report.json')).toMatchObject({
      report: 'report.json',
      same: true,
      sameRules: true,
      differences: [],
      was: { verdict: 'recognised', page: 'elearn/05-certificate-question', step: 4, target: { role: 'radio' } },
      is: { verdict: 'recognised', page: 'elearn/05-certificate-question', step: 4, target: { role: 'radio' } },
    });
  });
  it('says what is another by newer rules, and what the page does not meet', () => {
    const replayed = replayedReport('report.json', folder, LATER);
    expect(replayed).toMatchObject({
      same: false,
      sameRules: false,
      rules: { is: '2027-01-01' },
      was: { verdict: 'recognised' },
      is: { verdict: 'degraded', missing: 'not-found', target: null },
    });
    expect(replayed.differences.map(({ part }) => part)).toEqual(expect.arrayContaining(['kind', 'target', 'missing']));
    expect(replayed.failed.map(({ condition }) => condition).join()).toContain('別的');
  });
  it('says that the replay knows no answers where they were left out', async () => {
    write('no-journey.json', reportText(without(REPORT, new Set(['journey']))));
    expect(await ask('--report=no-journey.json')).toMatchObject({ withoutJourney: true, is: { page: 'elearn/05-certificate-question' } });
  });
  it.each<[string, () => void, string]>([
    ['there is none', () => undefined, 'bad.json: there is no such file'],
    ['nothing is in it', () => write('bad.json', ''), 'bad.json: This file is empty.'],
    ['it is cut off', () => write('bad.json', reportText(REPORT).slice(0, 500)), 'bad.json: The end of this file is missing'],
    [
      '50 MB are in it',
      () => {
        write('bad.json', '{');
        truncateSync(join(folder, 'bad.json'), 50_000_000);
      },
      'bad.json: This file is too large',
    ],
    ['the page was left out', () => write('bad.json', reportText(without(REPORT, new Set(['page'])))), 'bad.json: the person has left out'],
    ['an answer is none', () => write('bad.json', reportText(REPORT).replace('"hours":"unsaid"', '"hours":"maybe"')), 'journey.answers.hours'],
  ])('says in one line what is wrong with the file: %s', async (_name, make, message) => {
    make();
    await expect(ask('--report', 'bad.json')).rejects.toThrow(message);
  });
  it('is no page of a file of cases', async () => {
    write('page.html', '<p>登入');
    write('cases.json', JSON.stringify([{ file: 'page.html', url: 'https://elearn.hrd.gov.tw/', args: ['--report', 'report.json'] }]));
    await expect(ask('--cases', 'cases.json')).rejects.toThrow('--report does not belong in `args`');
  });
  it('takes nothing beside it', async () => {
    await expect(ask('--report', 'report.json', '--url', 'https://elearn.hrd.gov.tw/')).rejects.toThrow('--report: expected nothing beside it');
  });
});

import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultSentence } from '../../components/support-report/fault-sentence';
import type { PageFacts } from '../../engine/facts/types';
import type { SupportReport } from '../../support/report/format';
import { LARGEST, readReport } from '../../support/report/read-report';
import { type Difference, type Replay, replay } from '../../support/report/replay';
import type { Rules } from '../../support/report/rules';
import { toldVerdict } from '../../support/report/tell';
import type { ToldVerdict } from '../../support/report/verdict-format';
import { readContent } from '../build/rule-pack';
import { rulesDate } from '../build/rule-pack-module';
import { rulesMark } from '../build/rules-mark';
import { BadInput } from './bad-input';

const ROOT = join(import.meta.dirname, '../..');

/** A verdict in one glance; `target` by its name in the rules, with □□□ for what they do not know. */
export interface Glance {
  verdict: ToldVerdict['kind'];
  page: string | null;
  step: number | null;
  target: { role: string; name: string } | null;
  missing: string | null;
}

/** What the laboratory prints of a support report. */
export interface Replayed {
  report: string;
  /** By the very rules of the report; then nothing may differ. */
  sameRules: boolean;
  /** Dates of the newest rule: of the report, and of today. */
  rules: { was: string; is: string };
  /** Where the person is was left out of the report: the replay knows no answers. */
  withoutJourney: boolean;
  same: boolean;
  /** Of the document whose card the person saw, and of the one whose card they would see. */
  was: Glance;
  is: Glance;
  differences: Difference[];
  /** What the page does not meet, by the rules of today, of the pages that it was and is taken for; where there is none, of those that it comes nearest to. */
  failed: { page: string; condition: string }[];
}

/** The rules of this tree. */
export function rulesOfToday(): Rules {
  const { pack, help } = readContent(ROOT);
  return { pack, help, versions: { date: rulesDate(pack), mark: rulesMark(pack, help) } };
}

/**
 * Reads a support report and works its verdict out again, without a browser.
 * @param shownAs the file as it was written on the command line
 * @throws BadInput in one line: what is wrong with the file, and where
 */
export function replayedReport(shownAs: string, folder: string, rules: Rules = rulesOfToday()): Replayed {
  const path = resolve(folder, shownAs);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) throw new BadInput(`${shownAs}: there is no such file`);
  // Nothing of a file that large is read.
  const read = stats.size > LARGEST ? { fault: { what: 'too-large', place: '', expected: '' } as const } : readReport(readFileSync(path, 'utf8'), rules);
  if ('fault' in read) {
    const { expected } = read.fault;
    throw new BadInput(`${shownAs}: ${faultSentence(read.fault, 'en')}${expected === '' ? '' : ` (${expected})`}`);
  }
  const again = replay(read.report, rules);
  if (again === null) throw new BadInput(`${shownAs}: the person has left out what stood on the page, so there is nothing to work out again`);
  return printedReplay(shownAs, read.report, again, rules);
}

function printedReplay(shownAs: string, report: SupportReport, again: Replay, { versions }: Rules): Replayed {
  const { spoke, speaks, documents, differences } = again;
  const glance = (verdict: ToldVerdict | undefined, index: number) => glanceOf(verdict, report.page?.[index]?.facts as PageFacts | undefined);
  const shown = documents[speaks ?? 0];
  return {
    report: shownAs,
    sameRules: again.isSameRules,
    rules: { was: report.versions.rules.date, is: versions.date },
    withoutJourney: again.isWithoutJourney,
    same: differences.length === 0 && spoke === speaks,
    was: glance(documents[spoke ?? 0]?.was, spoke ?? 0),
    is: glance(shown && toldVerdict(shown.verdict), speaks ?? 0),
    differences,
    failed: shown === undefined ? [] : failedOf(shown),
  };
}

const MOST_NEAR = 3;

function failedOf({ was, verdict, why }: Replay['documents'][number]): Replayed['failed'] {
  const is = toldVerdict(verdict);
  const meant = [was.page, is.page, ...(was.pages ?? []), ...(is.pages ?? [])].filter((page) => page !== undefined);
  // The best fit comes first.
  const near = [...new Set(why.map(({ page }) => page))].slice(0, MOST_NEAR);
  const pages = new Set(meant.length > 0 ? meant : near);
  return why.filter(({ page, passed }) => !passed && pages.has(page)).map(({ page, condition }) => ({ page, condition }));
}

function glanceOf(verdict: ToldVerdict | undefined, facts: PageFacts | undefined): Glance {
  const control = facts?.controls.find(({ element }) => element === verdict?.target);
  return {
    verdict: verdict?.kind ?? 'quiet',
    page: verdict?.page ?? null,
    step: verdict?.step ?? null,
    target: control === undefined ? null : { role: control.role, name: control.name },
    missing: verdict?.missing ?? null,
  };
}

import { resolve } from 'node:path';
import { BadInput } from './bad-input';
import { type CaseOfFile, readCasesFile } from './cases-file';
import { type Examination, examinationOf, hostsOf, isGuided } from './examination';
import { type Finding, NOT_GUIDED } from './finding';
import { inWords } from './nearest';
import { type Options, readOptions } from './options';
import type { Replayed } from './replayed';

/** A finding among many, with what it is of, as written in the file of cases. */
export type FindingOfCase = Pick<CaseOfFile, 'file' | 'url'> & Finding;

/**
 * Does what a command line asks of the laboratory. All of it is checked before the browser is started, and that only happens
 * when there is something to look at.
 *
 * @param folder what relative paths start from
 * @param log is told, a line at a time, of whatever takes long or is out of the ordinary
 * @returns one finding, with `--cases` one for each case, in order, or with `--report` what is worked out again of the report
 * @throws BadInput in one line for the person who asked
 */
export async function examineAsAsked(words: readonly string[], folder: string, log: (line: string) => void): Promise<Finding | FindingOfCase[] | Replayed> {
  const options = readOptions(words);
  if (options.report !== undefined) return replayAsAsked(options.report, words, folder, log);
  if (options.cases === undefined) {
    const [finding] = await examineAll([examinationOf(options, folder)], options, log);
    return finding as Finding;
  }
  for (const [name, given] of Object.entries({ '--url': options.url, '--frame': options.frames[0], '--shot': options.shot, 'a file': options.file })) {
    if (given !== undefined) throw new BadInput(`${name} and --cases do not go together; expected it in the cases`);
  }
  const cases = readCasesFile(resolve(folder, options.cases), options.cases, options);
  const examinations = cases.map(({ examination }) => examination);
  const findings = await examineAll(examinations, options, log);
  return findings.map((finding, index) => {
    const { file, url } = cases[index] as CaseOfFile;
    return { file, url, ...finding };
  });
}

/** A report has its page in it: nothing is opened. */
async function replayAsAsked(report: string, words: readonly string[], folder: string, log: (line: string) => void): Promise<Replayed> {
  if (words.length > (words[0] === '--report' ? 2 : 1)) throw new BadInput('--report: expected nothing beside it');
  const { replayedReport } = await import('./replayed');
  const replayed = replayedReport(report, folder);
  if (replayed.sameRules && !replayed.withoutJourney && !replayed.same)
    log('The rules are the same and the verdict is another: that is a fault of the engine.');
  return replayed;
}

async function examineAll(examinations: readonly Examination[], { browser = 'chromium', explain }: Options, log: (line: string) => void): Promise<Finding[]> {
  const notGuided = ({ url, shot }: Examination): Finding => {
    if (shot !== null) log(`No picture is taken of ${url.host}, which is not a guided site.`);
    return NOT_GUIDED;
  };
  if (!examinations.some(({ url }) => isGuided(url))) return examinations.map(notGuided);
  // Not before it is needed: the driver alone takes longer to load than everything above.
  const { openLaboratory } = await import('./laboratory');
  const laboratory = await openLaboratory(browser, examinations.flatMap(hostsOf), log);
  try {
    const findings: Finding[] = [];
    for (const examination of examinations) {
      const finding = isGuided(examination.url) ? await laboratory.examine(examination) : notGuided(examination);
      if (explain === true) for (const line of inWords(finding.nearest)) log(line);
      findings.push(finding);
    }
    return findings;
  } finally {
    await laboratory.close();
  }
}

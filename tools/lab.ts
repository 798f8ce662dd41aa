import { resolve } from 'node:path';
import { BadInput } from './lab/bad-input';
import { readCasesFile } from './lab/cases-file';
import { type Examination, examinationOf, isGuided } from './lab/examination';
import { type Finding, NOT_GUIDED } from './lab/finding';
import { hostsOf, openLaboratory } from './lab/laboratory';
import { type Options, readOptions } from './lab/options';

/** `npm run lab`: opens saved pages in a real browser with the built extension and prints what it says of them. See docs/lab.md. */
async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const folder = folderOfCaller();
  if (options.cases === undefined) {
    const [finding] = await examineAll([examinationOf(options, folder)], options);
    return print(finding);
  }
  for (const [name, isGiven] of Object.entries({ '--url': options.url, '--frame': options.frames[0], '--shot': options.shot, 'a file': options.file })) {
    if (isGiven !== undefined) throw new BadInput(`${name} and --cases do not go together; expected it in the cases`);
  }
  const cases = readCasesFile(resolve(folder, options.cases), options.cases, options);
  const findings = await examineAll(
    cases.map(({ examination }) => examination),
    options,
  );
  print(cases.map(({ file, url }, index) => ({ file, url, ...findings[index] })));
}

/** In the same order. The browser is started only when there is something to look at. */
async function examineAll(examinations: readonly Examination[], { browser = 'chromium' }: Options): Promise<Finding[]> {
  if (!examinations.some(({ url }) => isGuided(url))) return examinations.map(notGuided);
  const laboratory = await openLaboratory(browser, examinations.flatMap(hostsOf), log);
  try {
    const findings: Finding[] = [];
    for (const examination of examinations) findings.push(isGuided(examination.url) ? await laboratory.examine(examination) : notGuided(examination));
    return findings;
  } finally {
    await laboratory.close();
  }
}

function notGuided({ url, shot }: Examination): Finding {
  if (shot !== null) log(`No picture is taken of ${url.host}, which is not a guided site.`);
  return NOT_GUIDED;
}

/** npm runs its scripts in the project's folder, and tells where it was called from. */
function folderOfCaller(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'lab' && folder !== undefined ? folder : process.cwd();
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  // What was asked may hold line ends itself.
  log(`lab: ${error instanceof BadInput ? message.replaceAll(/\s*[\r\n]+\s*/g, ' ') : message}`);
  process.exitCode = error instanceof BadInput ? 2 : 1;
}

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPackages } from '../browser/system-packages';
import { ROOT, runCommand } from './command';
import { oneCheck, type Part } from './part';
import { readCounts } from './vitest-counts';

const REPORTS = join(ROOT, '.output/test');
const FIREFOX_PACKAGE = '.output/firefox-mv3';

/** Both packages, as they are shipped. */
const BUILDS = [
  check('Build for Chromium', 'wxt', ['build', '-b', 'chrome', '--mv3'], quietly),
  check('Build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3'], quietly),
];

/** Parts that run one after the other (the innermost), beside each other, and one after the other again. */
export type Stages = readonly (readonly (readonly Part[])[])[];

/**
 * What `npm test` consists of: what all else needs, lanes that do not touch each other's files, and the browsers alone, since one wants
 * both cores.
 *
 * @param isFull also what takes too long for every day: told to the tests by FULL=1
 * @param show takes what is to be seen at once
 */
export function stagesOfAll(isFull: boolean, show: (text: string) => void): Stages {
  const sources = [
    check('Types', 'typescript', ['--noEmit']),
    check('Lint and format', '@biomejs/biome', ['check', '--error-on-warnings', '.']),
    ...BUILDS,
    check('Sizes and contents of the packages', 'tsx', ['tools/build/sizes.ts']),
    check('Lint of the Firefox package', 'web-ext', ['lint', '--source-dir', FIREFOX_PACKAGE, '--warnings-as-errors']),
  ];
  return [
    [[systemPackages(show)]],
    [sources, [vitest('Unit tests', { project: 'unit', isFull })]],
    [[vitest('Browser tests', { project: 'browser', isFull, show })]],
    ...(isFull ? [[[vitest('Rough browsers', { project: 'rough', isFull, show })]]] : []),
  ];
}

/** The stages of `npm run test:rough` for these files. */
export function stagesOfRough(files: readonly string[], isFull: boolean, show: (text: string) => void): Stages {
  return [[[systemPackages(show)]], [BUILDS], [[vitest('Rough browsers', { project: 'rough', files, isFull, show })]]];
}

/** Needed by all that follows; no test of its own. */
function systemPackages(show: (text: string) => void): Part {
  return {
    title: 'System packages',
    isLive: true,
    async run() {
      await ensureSystemPackages({ browsers: ['chromium', 'firefox'], font: true }, (line) => show(`${line}\n`));
      return { counts: { passed: 0, failed: 0 }, text: '' };
    },
  };
}

function check(title: string, command: string, words: string[], condense = (said: string) => said): Part {
  return {
    title,
    async run(signal) {
      // Without CI the build draws a turning wheel, a line for each turn.
      const { isGood, said } = await runCommand(command, words, { signal, environment: { CI: '1' } });
      return oneCheck(isGood, isGood ? condense(said) : said);
    },
  };
}

/** A build that went well has nothing to say that the sizes do not say better. */
function quietly(): string {
  return '';
}

interface VitestOptions {
  project: string;
  /** These files only, where any are named. */
  files?: readonly string[];
  isFull: boolean;
  /** Is given its words as they come. */
  show?: (text: string) => void;
}

function vitest(title: string, { project, files = [], isFull, show }: VitestOptions): Part {
  return {
    title,
    isLive: show !== undefined,
    async run(signal) {
      const report = join(REPORTS, `${project}.json`);
      // One of an earlier run would speak for this one if this one broke down.
      rmSync(report, { force: true });
      mkdirSync(REPORTS, { recursive: true });
      const words = ['run', '--project', project, ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const environment: Record<string, string> = isFull ? { FULL: '1' } : {};
      const { isGood, said } = await runCommand('vitest', words, { signal, environment, ...(show === undefined ? {} : { live: show }) });
      const counts = readCounts(report);
      // A run may fail without a failing test: an error that nobody caught, say.
      return { counts: isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }, text: said };
    },
  };
}

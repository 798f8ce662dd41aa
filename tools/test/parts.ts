import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPackages } from '../browser/system-packages';
import { ROOT, runCommand } from './command';
import { oneCheck, type Part, type Result } from './part';
import { readCounts } from './vitest-counts';

const REPORTS = join(ROOT, '.output/test');
const FIREFOX_PACKAGE = '.output/firefox-mv3';

/** What `npm test` consists of, but for the running. */
export interface Plan {
  /** Needed by all that follows; no test of its own. */
  systemPackages: Part;
  /** Lanes that do not touch each other's files. */
  beside: Part[][];
  /** Alone, since a browser wants both cores. */
  browsers: Part;
}

/**
 * @param isFull also what takes too long for every day: told to the tests by FULL=1
 * @param show takes what is to be seen at once
 */
export function planOf(isFull: boolean, show: (text: string) => void): Plan {
  return {
    systemPackages: { title: 'System packages', isLive: true, run: () => systemPackages(show) },
    beside: [
      [
        check('Types', 'typescript', ['--noEmit']),
        check('Lint and format', '@biomejs/biome', ['check', '--error-on-warnings', '.']),
        check('Build for Chromium', 'wxt', ['build', '-b', 'chrome', '--mv3'], quietly),
        check('Build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3'], quietly),
        check('Sizes and contents of the packages', 'tsx', ['tools/build/sizes.ts']),
        check('Lint of the Firefox package', 'web-ext', ['lint', '--source-dir', FIREFOX_PACKAGE, '--warnings-as-errors']),
      ],
      [vitest('Unit tests', 'unit', isFull)],
    ],
    browsers: { ...vitest('Browser tests', 'browser', isFull, show), isLive: true },
  };
}

async function systemPackages(show: (text: string) => void): Promise<Result> {
  await ensureSystemPackages({ browsers: ['chromium', 'firefox'], font: true }, (line) => show(`${line}\n`));
  return { counts: { passed: 0, failed: 0 }, text: '' };
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

function vitest(title: string, project: string, isFull: boolean, live?: (text: string) => void): Part {
  return {
    title,
    async run(signal) {
      const report = join(REPORTS, `${project}.json`);
      // One of an earlier run would speak for this one if this one broke down.
      rmSync(report, { force: true });
      mkdirSync(REPORTS, { recursive: true });
      const words = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { isGood, said } = await runCommand('vitest', words, { signal, environment: isFull ? { FULL: '1' } : {}, ...(live === undefined ? {} : { live }) });
      const counts = readCounts(report);
      // A run may fail without a failing test: an error that nobody caught, say.
      return { counts: isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }, text: said };
    },
  };
}

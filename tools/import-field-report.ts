import { join } from 'node:path';
import { BadReport } from './field-report/bad-report';
import { importReport, UNSET_MARK } from './field-report/import-report';
import { readWish } from './field-report/options';

/**
 * `npm run import-field-report -- <file>`: makes a replica and a failing case of a field report. Ends with status 2 where the report
 * or the wish is not good; nothing is written then. See docs/rules.md.
 */
function main(): void {
  try {
    const { replica, cases, line, others } = importReport(join(import.meta.dirname, '..'), folderOfCaller(), readWish(process.argv.slice(2)));
    say(`${replica} is written, and its case stands at ${cases}:${line}.`);
    if (others > 0) say(`The report has ${others} more document${others === 1 ? '' : 's'}: --document <number> takes another.`);
    say(
      `Next: write data-expect="${UNSET_MARK}" (or a better word, in both files) on the element to point at, then run the replicas' tests. See docs/rules.md.`,
    );
  } catch (error) {
    if (!(error instanceof BadReport)) throw error;
    process.stderr.write(`import-field-report: ${error.message.replaceAll(/\s*[\r\n]+\s*/g, ' ')}\n`);
    process.exitCode = 2;
  }
}

/** npm runs its scripts in the project's folder, and tells where it was called from. */
function folderOfCaller(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'import-field-report' && folder !== undefined ? folder : process.cwd();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();

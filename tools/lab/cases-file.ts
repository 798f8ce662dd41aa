import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DataError, readYaml } from '../build/yaml-file';
import { BadInput } from './bad-input';
import { type Examination, examinationOf } from './examination';
import { type Options, readOptions } from './options';

/** A file of cases: what to open where, each with the words a command line would have. */
const cases = z.array(z.strictObject({ file: z.string().min(1), url: z.string().min(1), args: z.array(z.string()).default([]) }));

export interface CaseOfFile {
  /** As written in the file of cases. */
  file: string;
  url: string;
  examination: Examination;
}

/** What `args` cannot say, and why. */
const NOT_IN_ARGS = {
  url: 'the case has its own `url`',
  cases: 'cases do not nest',
  report: 'a report has its page in it; give it on the command line, alone',
  browser: 'all cases run in one browser; give it on the command line',
  explain: 'it holds for all cases; give it on the command line',
} as const;

/**
 * Reads a file of cases and everything it names; all paths in it start from its own folder.
 *
 * @param path where the file is
 * @param shownAs the name used in messages
 * @param common options of the command line, which hold for every case that does not say otherwise
 * @throws BadInput, `file:line: what is wrong`
 */
export function readCasesFile(path: string, shownAs: string, common: Options): CaseOfFile[] {
  if (!existsSync(path)) throw new BadInput(`--cases: ${shownAs} does not exist`);
  const { value, lineOf } = checked(path, shownAs);
  return value.map(({ file, url, args }, index) => {
    let at: PropertyKey[] = [index, 'args'];
    try {
      const own = readOptions(args);
      for (const [option, reason] of Object.entries(NOT_IN_ARGS)) {
        if (own[option as keyof typeof NOT_IN_ARGS] !== undefined) throw new BadInput(`--${option} does not belong in \`args\`: ${reason}`);
      }
      if (own.file !== undefined) throw new BadInput(`${own.file} does not belong in \`args\`: the case has its own \`file\``);
      at = [index];
      return { file, url, examination: examinationOf({ ...common, ...own, file, url }, dirname(path)) };
    } catch (error) {
      if (error instanceof BadInput) throw new BadInput(`${shownAs}:${lineOf(at)}: ${error.message}`);
      throw error;
    }
  });
}

/** JSON is read as the YAML that it is too, for the lines of its parts. */
function checked(path: string, shownAs: string) {
  try {
    return readYaml(path, shownAs, cases);
  } catch (error) {
    const faults: unknown[] = error instanceof AggregateError ? error.errors : [error];
    const [first] = faults;
    if (!(first instanceof DataError)) throw error;
    const others = faults.length === 1 ? '' : ` (and ${faults.length - 1} more)`;
    throw new BadInput(`${first.message.replace(': not YAML: ', ': not JSON: ')}${others}`);
  }
}

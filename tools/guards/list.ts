import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError, readYaml } from '../build/yaml-file';

/** Where the tests of rough browsers stand, each with its list of guards beside it. */
export const ROUGH = 'test/rough';

const LIST_ENDING = '.guards.yaml';

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

const line = z.string().regex(/^\S.*\S$/, 'expected one line of text');

const guardSchema = z.strictObject({
  /** What keeps it right, in one line. */
  guard: line,
  /** The shipped source in which it stands. */
  file: line.regex(/^(?!test\/|tools\/(?!build\/))/, 'expected a file of what is shipped or of its build, not a test or a tool'),
  /** Its text there, and what stands there when it is taken out. */
  is: z.string().min(1, 'expected the text of the guard'),
  without: z.string(),
  /** Of the tests that must turn red: a pattern as for `vitest -t`. */
  fails: line.refine(isPattern, 'expected a regular expression'),
  /** In which browsers; none for a test that needs no browser. */
  browsers: z.array(z.enum(['chromium', 'firefox'])).refine((names) => new Set(names).size === names.length, 'names a browser twice'),
});

const listSchema = z.array(guardSchema).min(1, 'expected at least one guard');

export type Guard = z.infer<typeof guardSchema>;

/** The guards that one file of tests is to notice the loss of. */
export interface GuardList {
  /** Without folder and endings, such as `05-racing-tabs`. */
  name: string;
  /** Relative to the project, like every path of a guard. */
  test: string;
  guards: readonly Guard[];
}

/** The names of all lists of a project, in order. */
export function listNames(root: string): string[] {
  if (!existsSync(join(root, ROUGH))) return [];
  return readdirSync(join(root, ROUGH))
    .filter((file) => file.endsWith(LIST_ENDING))
    .map((file) => file.slice(0, -LIST_ENDING.length))
    .sort();
}

/**
 * Reads the list of this name, and sees whether it fits the sources as they are now.
 *
 * @throws DataError saying file, line and what was expected; an AggregateError of them where there are several
 */
export function readList(root: string, name: string): GuardList {
  const shownAs = join(ROUGH, `${name}${LIST_ENDING}`);
  const { value: guards, lineOf } = readYaml(join(root, shownAs), shownAs, listSchema);
  const test = join(ROUGH, `${name}.test.ts`);
  const faults = existsSync(join(root, test)) ? [] : [new DataError(shownAs, 1, `expected a test beside it, ${test}`)];
  for (const [index, guard] of guards.entries()) {
    const fault = faultOf(root, guard);
    if (fault !== null) faults.push(new DataError(shownAs, lineOf([index, fault.at]), `${index}.${fault.at}: ${fault.message}`));
  }
  if (faults.length > 1) throw new AggregateError(faults, faults.map(({ message }) => message).join('\n'));
  if (faults[0] !== undefined) throw faults[0];
  return { name, test, guards };
}

function faultOf(root: string, { file, is, without }: Guard): { at: keyof Guard; message: string } | null {
  const path = join(root, file);
  if (!existsSync(path)) return { at: 'file', message: `expected a file that is there, not ${file}` };
  const times = readFileSync(path, 'utf8').split(is).length - 1;
  if (times !== 1) return { at: 'is', message: `expected text that stands exactly once in ${file}; it stands there ${times} times` };
  if (is === without) return { at: 'without', message: 'expected something else than the guard itself' };
  return null;
}

/** The source of a guard's file with the guard taken out. */
export function withoutGuard(source: string, { is, without }: Guard): string {
  // Not by `replace`, which gives `$` in the text a meaning.
  return source.split(is).join(without);
}

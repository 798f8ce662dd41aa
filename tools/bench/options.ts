import { BadOption, readOptions } from '../command-line/read-options';

/** What the command line of the bench asks for. */
export interface Options<Name extends string> {
  parts: Name[];
  isQuick: boolean;
  /** Put the figures into docs/performance.md. */
  writesDocs: boolean;
}

/**
 * Reads the words after `npm run bench --`: names of parts, or none for all of them, and options.
 * @throws BadOption naming the word and what was expected
 */
export function readBenchOptions<Name extends string>(words: readonly string[], names: readonly Name[]): Options<Name> {
  const asked = words.filter((word) => !word.startsWith('-'));
  const given = readOptions(
    words.filter((word) => word.startsWith('-')),
    { '--quick': 'flag', '--docs': 'flag' },
  );
  const unknown = asked.find((word) => !names.includes(word as Name));
  if (unknown !== undefined) throw new BadOption(`there is no part ${unknown}; expected ${names.join(', ')}`);
  const isQuick = given.has('--quick');
  return { parts: names.filter((name) => asked.length === 0 || asked.includes(name)), isQuick, writesDocs: given.has('--docs') || !isQuick };
}

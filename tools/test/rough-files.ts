import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadOption } from '../command-line/read-options';
import { ROUGH } from '../guards/list';

const ENDING = '.test.ts';

/**
 * The files of tests of rough browsers that some words ask for: a number means the file that begins with it, anything else a part of
 * a file's name. All of them where nothing is said.
 *
 * @returns paths relative to the project, in order
 * @throws BadOption naming the word that means nothing
 */
export function chooseFiles(root: string, words: readonly string[]): string[] {
  const names = readdirSync(join(root, ROUGH))
    .filter((file) => file.endsWith(ENDING))
    .sort();
  const isMeant = (name: string, word: string) => (/^\d+$/.test(word) ? Number.parseInt(name, 10) === Number(word) : name.includes(word));
  const unknown = words.find((word) => !names.some((name) => isMeant(name, word)));
  if (unknown !== undefined)
    throw new BadOption(`no test is meant by ${unknown}; expected numbers or words of ${names.map((name) => name.slice(0, -ENDING.length)).join(', ')}`);
  return names.filter((name) => words.length === 0 || words.some((word) => isMeant(name, word))).map((name) => join(ROUGH, name));
}

import { BadOption } from '../command-line/read-options';
import type { GuardList } from './list';

/**
 * The guards that the words of a command line ask for: a number means the list that begins with it, anything else a part of a
 * list's name or of what a guard says. All of them where nothing is said.
 *
 * @throws BadOption naming the word that means nothing
 */
export function choose(lists: readonly GuardList[], words: readonly string[]): GuardList[] {
  if (words.length === 0) return [...lists];
  for (const word of words) {
    if (!lists.some((list) => pick(list, [word]) !== null))
      throw new BadOption(`no guard is meant by ${word}; expected a number or words of one of ${lists.map(({ name }) => name).join(', ')}`);
  }
  return lists.flatMap((list) => pick(list, words) ?? []);
}

function pick(list: GuardList, words: readonly string[]): GuardList | null {
  const isNamed = words.some((word) => (/^\d+$/.test(word) ? Number.parseInt(list.name, 10) === Number(word) : list.name.includes(word)));
  const guards = isNamed ? list.guards : list.guards.filter(({ guard }) => words.some((word) => !/^\d+$/.test(word) && guard.includes(word)));
  return guards.length === 0 ? null : { ...list, guards };
}

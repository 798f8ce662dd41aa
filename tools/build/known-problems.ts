import { join } from 'node:path';
import { z } from 'zod';
import { type KnownProblem, knownProblem, type Notice, type Rule } from '../../content-rules/schema';
import { DataError, readYaml } from './yaml-file';

const SHOWN_AS = 'content-rules/known-problems.yaml';

/**
 * Reads what is wrong with the sites for the time being, checked: ids are used once, and each page has a rule.
 * @param base the folder content-rules/
 * @throws DataError with file and line
 */
export function readProblems(base: string, pages: readonly string[]): KnownProblem[] {
  const { value, lineOf } = readYaml(join(base, 'known-problems.yaml'), SHOWN_AS, z.array(knownProblem));
  value.forEach(({ id, page }, index) => {
    if (!pages.includes(page)) throw new DataError(SHOWN_AS, lineOf([index, 'page']), `page: there is no rule ${page}`);
    if (value.findIndex((other) => other.id === id) !== index) throw new DataError(SHOWN_AS, lineOf([index, 'id']), `id: ${id} is used twice`);
  });
  return value;
}

/** The rules with their problems among their notices: nothing else is needed to find them and to say them. */
export function withProblems(rules: readonly Rule[], problems: readonly KnownProblem[]): Rule[] {
  return rules.map((rule) => {
    const own = problems.filter(({ page }) => page === rule.id);
    return own.length === 0 ? rule : { ...rule, notices: [...(rule.notices ?? []), ...own.map(noticeOf)] };
  });
}

function noticeOf({ sign, say, since, until, ring }: KnownProblem): Notice {
  return { ...sign, say, since, ...(until === undefined ? {} : { until }), ...(ring === undefined ? {} : { ring }) };
}

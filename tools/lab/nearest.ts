import type { Evidence, Rule } from '../../content-rules/schema';
import { describe } from '../../engine/recognise';
import { TO_POINT_AT } from '../../engine/why';
import type { ToldOfPage } from './finding';
import { closest } from './similar-words';

/** One condition that failed, for a person who looks for the reason. */
export interface FailedCondition {
  /** As it stands in `why`. */
  condition: string;
  /** What follows from it. */
  means: string;
  /** What on the page reads most like the words it wants; at most two. */
  closest: string[];
}

/** A rule that the page comes near to. */
export interface NearRule {
  page: string;
  /** How many of its conditions the page meets. */
  met: string;
  /** What it does not meet, in the order in which to look. */
  failed: FailedCondition[];
}

const MOST_RULES = 3;

/** The kinds of failure, in the order in which to look: what settles the matter alone comes first. */
const KINDS = [
  { kind: 'veto', means: 'this is there, and makes it another page' },
  { kind: 'control', means: 'nothing of this kind has this name: the page cannot be told without it' },
  { kind: 'words', means: 'these words are not there: the page cannot be told without them' },
  { kind: 'target', means: 'it takes exactly one that can be pressed or filled in, or there is no ring' },
  { kind: 'drift', means: 'it is missing, though the page can be told without it' },
  { kind: 'path', means: 'the address is another; that alone decides nothing' },
] as const;
type Kind = (typeof KINDS)[number]['kind'];

/**
 * Names the rules that a page comes nearest to, and what each of them misses there.
 *
 * @param onPage what a person reads on the page, to name what may have been meant
 * @returns the closest rule first; nothing where the page is recognised, with what is to be pointed at
 */
export function nearestRules({ verdict, why }: Pick<ToldOfPage, 'verdict' | 'why'>, rules: readonly Rule[], onPage: readonly string[]): NearRule[] {
  if (verdict === 'recognised') return [];
  const pages = [...new Set(why.flatMap(({ page }) => page ?? []))];
  const near = pages.flatMap((page) => {
    const rule = rules.find(({ id }) => id === page);
    const conditions = why.filter((each) => each.page === page);
    return rule === undefined || !isNear(conditions) ? [] : [nearRule(rule, conditions, onPage)];
  });
  return near.slice(0, MOST_RULES);
}

/** That an address fits, or that an excluding line is not there, says nothing of the page. */
function isNear(conditions: ToldOfPage['why']): boolean {
  return conditions.some(({ condition, passed }) => passed && !/^(not|path) /.test(condition));
}

function nearRule(rule: Rule, conditions: ToldOfPage['why'], onPage: readonly string[]): NearRule {
  const failed = conditions.filter(({ passed }) => !passed).map(({ condition }) => ({ condition, kind: kindOf(rule, condition) }));
  const place = (kind: Kind) => KINDS.findIndex((each) => each.kind === kind);
  return {
    page: rule.id,
    met: `${conditions.length - failed.length} of ${conditions.length}`,
    failed: failed
      .sort((a, b) => place(a.kind) - place(b.kind))
      .map(({ condition, kind }) => ({
        condition,
        means: KINDS[place(kind)]?.means ?? '',
        closest: kind === 'path' || kind === 'veto' ? [] : closest(wordsOf(condition), onPage),
      })),
  };
}

function kindOf(rule: Rule, condition: string): Kind {
  if (condition.startsWith(TO_POINT_AT)) return 'target';
  if (condition.startsWith('not ')) return 'veto';
  if (condition.startsWith('path ')) return 'path';
  const line: Evidence | undefined = rule.recognise.all.find((each) => describe(each) === condition);
  if (line?.absence === 'drift') return 'drift';
  return /^(button|choice|field) /.test(condition) ? 'control' : 'words';
}

/** The words that a condition wants, out of its phrase. */
function wordsOf(condition: string): string[] {
  const phrase = condition
    .replace(TO_POINT_AT, '')
    .replace(/^(one )?\S+ /, '')
    .replace(/ under .*$| \(here: [^)]*\)$/g, '');
  return phrase.split(' / ');
}

/** The same in words, for a person. */
export function inWords(nearest: readonly NearRule[]): string[] {
  return nearest.flatMap(({ page, met, failed }) => [
    `${page}: ${met} conditions met`,
    ...failed.flatMap(({ condition, means, closest: like }) => [
      `  ${condition}: ${means}`,
      ...(like.length === 0 ? [] : [`    on the page: ${like.map((text) => `「${text}」`).join(' ')}`]),
    ]),
  ]);
}

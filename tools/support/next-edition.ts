import type { HelpPack, Rule, RulePack } from '../../content-rules/schema';
import { wordsOf } from '../../engine/parts';
import { describe } from '../../engine/recognise';
import { type PageLook, type PageTable, pagesAt, type TablePage } from '../../support/page-table';

/** What a rule gives to be numbered. */
export function lookOf(rule: Rule, since: number): PageLook {
  const { path, all, none } = rule.recognise;
  const conditions = [...all.map(describe), ...none.map((line) => `not ${describe(line)}`), `path ${path.join(' or ')}`];
  const targets = rule.targets.map(({ find, then }) => [find, ...[then ?? []].flat().map((part) => part.find)].map(wordsOf));
  return { since, conditions, targets };
}

/** What of the rules has no number in the newest edition, one line each. */
export function unnumbered({ rules }: RulePack, { recoveries }: HelpPack, table: PageTable): string[] {
  const newest = pagesAt(table, table.editions.length);
  const ids = new Set(rules.map(({ id }) => id));
  return [
    ...rules.flatMap((rule) => {
      const known = newest.find(({ id }) => id === rule.id);
      if (known === undefined) return [`${rule.id} is new`];
      return isSameLook(known.look, lookOf(rule, 0)) ? [] : [`${rule.id} has other conditions or points at other things`];
    }),
    ...newest.flatMap(({ id }) => (ids.has(id) ? [] : [`${id} is gone`])),
    ...recoveries.flatMap(({ id }) => (table.recoveries.includes(id) ? [] : [`the way back ${id} is new`])),
  ];
}

/**
 * The table with one more edition. Nothing that stands in it is changed but the names of renamed pages.
 * @param date of the rules
 * @param renamed pages by the name that they had
 */
export function nextEdition({ rules }: RulePack, { recoveries }: HelpPack, table: PageTable, date: string, renamed: ReadonlyMap<string, string>): PageTable {
  const edition = table.editions.length + 1;
  const known = table.pages.map((page): TablePage => {
    const id = page.gone === undefined ? renamed.get(page.id) : undefined;
    return id === undefined ? page : { ...page, id, was: [...(page.was ?? []), page.id] };
  });
  const kept = known.map((page): TablePage => {
    if (page.gone !== undefined) return page;
    const rule = rules.find(({ id }) => id === page.id);
    if (rule === undefined) return { ...page, gone: edition };
    const look = lookOf(rule, edition);
    return isSameLook(page.looks.at(-1) as PageLook, look) ? page : { ...page, looks: [...page.looks, look] };
  });
  const there = new Set(kept.filter(({ gone }) => gone === undefined).map(({ id }) => id));
  const fresh = rules.filter(({ id }) => !there.has(id)).map((rule): TablePage => ({ id: rule.id, looks: [lookOf(rule, edition)] }));
  const newRecoveries = recoveries.map(({ id }) => id).filter((id) => !table.recoveries.includes(id));
  return { editions: [...table.editions, date], pages: [...kept, ...fresh], recoveries: [...table.recoveries, ...newRecoveries] };
}

function isSameLook(one: PageLook, other: PageLook): boolean {
  return JSON.stringify({ ...one, since: 0 }) === JSON.stringify({ ...other, since: 0 });
}

import data, { type CompatStatement, type Identifier } from '@mdn/browser-compat-data';

export type Browser = 'chrome' | 'firefox';

/**
 * The first version of a browser that has something without a switch or a prefix, by MDN's data; infinity where none has.
 *
 * @param path as in that data: `api.URL.canParse_static`
 * @throws Error for a path that is not in it
 */
export function versionOf(path: string, browser: Browser): number {
  let at: Identifier | undefined = data as unknown as Identifier;
  for (const name of path.split('.')) at = at?.[name];
  if (at?.__compat === undefined) throw new Error(`MDN's data has no ${path}`);
  return firstIn(at.__compat, browser);
}

/** For each name of an interface's member, of a built-in's and of a CSS property: the first version in which anything of that name is. */
export function earliestByName(browser: Browser): ReadonlyMap<string, number> {
  const earliest = new Map<string, number>();
  const take = (parent: Identifier) => {
    for (const [key, entry] of Object.entries(parent) as [string, Identifier][]) {
      if (key === '__compat') continue;
      const name = key.replace(/_static$/, '').replace(/_event$/, '');
      if (entry.__compat !== undefined) earliest.set(name, Math.min(earliest.get(name) ?? Number.POSITIVE_INFINITY, firstIn(entry.__compat, browser)));
      take(entry);
    }
  };
  for (const room of [data.api, data.javascript.builtins, data.css.properties]) take(room as Identifier);
  return earliest;
}

function firstIn({ support }: CompatStatement, browser: Browser): number {
  const statements = [support[browser] ?? []].flat();
  const plain = statements.find(({ flags, prefix, alternative_name }) => flags === undefined && prefix === undefined && alternative_name === undefined);
  const version = plain?.version_added;
  return typeof version === 'string' && version !== 'preview' ? Number.parseInt(version.replace('≤', ''), 10) : Number.POSITIVE_INFINITY;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import * as schema from '../../content-rules/schema';
import { readHelp } from './help-pack';
import { readProblems, withProblems } from './known-problems';
import { DataError, readYaml } from './yaml-file';

/** A case with the folder it stands in, as the tests use it. */
export interface PlacedCase {
  /** `elearn/01-home`, or `lookalikes`. */
  folder: string;
  case: schema.Case;
}

export interface Content {
  pack: schema.RulePack;
  officialHosts: schema.OfficialHosts;
  help: schema.HelpPack;
  /** As they are listed, past ones too. Those of a page stand among its rule's notices. */
  problems: schema.KnownProblem[];
  namedPages: schema.NamedPage[];
  unknownPages: schema.UnknownPage[];
  cases: PlacedCase[];
}

const SITES = schema.site.options;

/**
 * Reads everything under content-rules/, checked: each folder has rule, replica and cases; ids equal paths; what is
 * referred to exists; each case's mark stands in its replica.
 * @param root the project's folder
 * @throws an Error whose message has one line `file:line: what was expected` for every fault found
 */
export function readContent(root: string): Content {
  const faults: string[] = [];
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const base = join(root, 'content-rules');
  const journey = attempt(() => readYaml(join(base, 'journey.yaml'), 'content-rules/journey.yaml', schema.journey).value);
  const officialHosts = attempt(() => readOfficialHosts(base, journey));
  const rules: schema.Rule[] = [];
  const unknownPages: schema.UnknownPage[] = [];
  const cases: PlacedCase[] = [];

  for (const site of SITES) {
    for (const name of folders(join(base, site))) {
      const folder = `${site}/${name}`;
      const read = attempt(() => readRule(base, folder, journey));
      if (read !== null && 'unknown' in read) unknownPages.push(read);
      else if (read !== null) rules.push(read);
      cases.push(...(attempt(() => readCases(base, folder)) ?? []));
    }
  }
  cases.push(...(attempt(() => readCases(base, 'lookalikes')) ?? []));
  const known = new Set([...rules, ...unknownPages].map(({ id }) => id));
  for (const page of Object.keys(journey?.tells ?? {})) {
    if (!known.has(page)) faults.push(`content-rules/journey.yaml:1: tells: there is no page ${page}`);
  }
  // A rule that cannot be read is a fault of its own; its page is there all the same.
  const pages = SITES.flatMap((site) => folders(join(base, site)).map((name) => `${site}/${name}`)).filter(
    (id) => !unknownPages.some((page) => page.id === id),
  );
  const help = readHelp(base, { journey, pages }, attempt);
  const problems = attempt(() => readProblems(base, pages)) ?? [];
  const namedPages = attempt(() => readNamedPages(base, pages, journey)) ?? [];
  if (faults.length > 0 || journey === null || officialHosts === null) throw new Error(`The rules cannot be used:\n${faults.join('\n')}`);
  return { pack: { journey, rules: withProblems(rules, problems) }, help, problems, namedPages, officialHosts, unknownPages, cases };
}

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The guided sites must be among them, under the same host. */
function readOfficialHosts(base: string, journey: schema.Journey | null): schema.OfficialHosts {
  const shownAs = 'content-rules/official-hosts.yaml';
  const { value, lineOf } = readYaml(join(base, 'official-hosts.yaml'), shownAs, schema.officialHosts);
  for (const [site, { host }] of Object.entries(journey?.sites ?? {})) {
    const listed = value.hosts.findIndex((entry) => entry.site === site);
    if (listed < 0) throw new DataError(shownAs, lineOf(['hosts']), `hosts: expected one with \`site: ${site}\`, ${host}`);
    if (value.hosts[listed]?.host !== host)
      throw new DataError(shownAs, lineOf(['hosts', listed, 'host']), `hosts.${listed}.host: expected ${host}, as in journey.yaml, for the site ${site}`);
  }
  return value;
}

/** No page twice, each address on its site's host. */
function readNamedPages(base: string, pages: readonly string[], journey: schema.Journey | null): schema.NamedPage[] {
  const shownAs = 'content-rules/pages.yaml';
  if (!existsSync(join(base, 'pages.yaml'))) return [];
  const { value, lineOf } = readYaml(join(base, 'pages.yaml'), shownAs, schema.namedPages);
  value.forEach(({ page, address, or = [] }, index) => {
    const fault = (key: string, said: string) => new DataError(shownAs, lineOf([index, key]), `${index}.${key}: ${said}`);
    if (value.findIndex((entry) => entry.page === page) < index) throw fault('page', `${page} is named twice`);
    for (const id of [page, ...or]) if (!pages.includes(id)) throw fault(id === page ? 'page' : 'or', `there is no rule ${id}`);
    const host = journey?.sites[page.split('/')[0] as schema.Site]?.host;
    if (address !== undefined && host !== undefined && new URL(address).host !== host) throw fault('address', `expected one of ${host}`);
  });
  return value;
}

function readRule(base: string, folder: string, journey: schema.Journey | null): schema.Rule | schema.UnknownPage {
  const shownAs = `content-rules/${folder}/rule.yaml`;
  const path = join(base, folder, 'rule.yaml');
  const isUnknown = existsSync(path) && /^unknown: true$/m.test(readFileSync(path, 'utf8'));
  const { value, lineOf } = readYaml<z.ZodType<schema.Rule | schema.UnknownPage>>(path, shownAs, isUnknown ? schema.unknownPage : schema.rule);
  if (value.id !== folder) throw new DataError(shownAs, lineOf(['id']), `id: expected ${folder}, the name of the folder, not ${value.id}`);
  if ('unknown' in value) return value;
  value.targets.forEach((target, index) => {
    for (const [key, table] of [
      ['open', journey?.places],
      ['call', journey?.hotlines],
    ] as const) {
      const reference = target[key];
      if (reference !== undefined && table !== undefined && !(reference in table)) {
        throw new DataError(shownAs, lineOf(['targets', index, key]), `${key}: journey.yaml has no ${reference}; it has ${Object.keys(table).join(', ')}`);
      }
    }
  });
  return value;
}

function readCases(base: string, folder: string): PlacedCase[] {
  const shownAs = `content-rules/${folder}/cases.yaml`;
  const { value, lineOf } = readYaml(join(base, folder, 'cases.yaml'), shownAs, schema.cases);
  const files = readdirSync(join(base, folder)).filter((name) => name.endsWith('.html'));
  if (files.length === 0) throw new DataError(shownAs, 1, 'there is no replica beside it (replica.html)');
  const text = (file: string) => readFileSync(join(base, file), 'utf8');
  value.forEach((entry, index) => {
    const frames = Object.values(entry.frames ?? {});
    const paths = [`${folder}/${entry.replica}`, ...frames];
    for (const file of paths) {
      if (!existsSync(join(base, file))) throw new DataError(shownAs, lineOf([index]), `the replica ${file} is missing`);
    }
    const marks = [...(entry.expect.target === null ? [] : [entry.expect.target]), ...(entry.expect.cautions ?? [])];
    for (const mark of marks) {
      const isThere = paths.some((file) => text(file).includes(`data-expect="${mark}"`));
      if (!isThere) throw new DataError(shownAs, lineOf([index, 'expect']), `no element with data-expect="${mark}" in ${paths.join(', ')}`);
    }
  });
  const unused = files.find((file) => !value.some(({ replica, frames }) => replica === file || Object.values(frames ?? {}).includes(`${folder}/${file}`)));
  if (unused !== undefined) throw new DataError(shownAs, 1, `${unused} has no case`);
  return value.map((entry) => ({ folder, case: entry }));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as schema from '../../content-rules/schema';
import { DataError, readYaml } from './yaml-file';

/** What is referred to from the causes and the ways back. */
interface Known {
  journey: schema.Journey | null;
  /** Ids of the pages that have a rule. */
  pages: readonly string[];
}

type Attempt = <T>(read: () => T) => T | null;

/**
 * Reads why people get stuck (`stuck/step-<nn>.yaml`, `<page>/stuck.yaml`) and the ways back (`recoveries/<id>.yaml`), checked: every
 * step has its causes, ids are used once, and what is referred to exists.
 * @param base the folder content-rules/
 * @param attempt notes a fault and goes on
 */
export function readHelp(base: string, { journey, pages }: Known, attempt: Attempt): schema.HelpPack {
  const recoveries = yamlFiles(join(base, 'recoveries')).flatMap((name) => attempt(() => readRecovery(base, name, { journey, pages })) ?? []);
  const known = new Set(recoveries.map(({ id }) => id));
  const seen = new Set<string>(known);
  const causes = (file: string, shape: typeof schema.causesOfStep | typeof schema.causesOfPage) =>
    attempt(() => readCauses(base, file, shape, journey, known, seen)) ?? [];
  const steps = (journey?.steps ?? []).map(({ step }) => [step, causes(`stuck/step-${String(step).padStart(2, '0')}.yaml`, schema.causesOfStep)] as const);
  const own = pages.filter((page) => existsSync(join(base, page, 'stuck.yaml')));
  const ofPages = own.map((page) => [page, causes(`${page}/stuck.yaml`, schema.causesOfPage)] as const);
  return { causes: { steps: Object.fromEntries(steps), pages: Object.fromEntries(ofPages) }, recoveries };
}

function yamlFiles(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
}

function readRecovery(base: string, name: string, { journey, pages }: Known): schema.Recovery {
  const shownAs = `content-rules/recoveries/${name}`;
  const { value, lineOf } = readYaml(join(base, 'recoveries', name), shownAs, schema.recovery);
  const fault = (path: PropertyKey[], message: string) => new DataError(shownAs, lineOf(path), message);
  if (`${value.id}.yaml` !== name) throw fault(['id'], `id: expected ${name.replace(/\.yaml$/, '')}, the name of the file, not ${value.id}`);
  for (const [index, { page, target }] of value.steps.entries()) {
    if (!pages.includes(page)) throw fault(['steps', index, 'page'], `page: there is no rule ${page}`);
    checkPlaces(target, journey, (key, message) => fault(['steps', index, 'target', key], message));
  }
  for (const [index, page] of value.until.entries()) if (!pages.includes(page)) throw fault(['until', index], `until: there is no rule ${page}`);
  for (const [index, { replica, target }] of value.cases.entries()) {
    if (!existsSync(join(base, replica))) throw fault(['cases', index, 'replica'], `the replica ${replica} is missing`);
    const isThere = target === null || readFileSync(join(base, replica), 'utf8').includes(`data-expect="${target}"`);
    if (!isThere) throw fault(['cases', index, 'target'], `no element with data-expect="${target}" in ${replica}`);
  }
  checkPlaces(value, journey, (key, message) => fault([key], message));
  return value;
}

function readCauses(
  base: string,
  file: string,
  shape: typeof schema.causesOfStep | typeof schema.causesOfPage,
  journey: schema.Journey | null,
  recoveries: ReadonlySet<string>,
  seen: Set<string>,
): schema.Cause[] {
  const shownAs = `content-rules/${file}`;
  const { value, lineOf } = readYaml(join(base, file), shownAs, shape);
  for (const [index, cause] of value.entries()) {
    const fault = (key: string, message: string) => new DataError(shownAs, lineOf([index, key]), message);
    if (seen.has(cause.id)) throw fault('id', `id: ${cause.id} is used already; the support desk tells causes and ways back by it`);
    seen.add(cause.id);
    if (cause.recovery !== undefined && !recoveries.has(cause.recovery)) throw fault('recovery', `recovery: there is no recoveries/${cause.recovery}.yaml`);
    checkPlaces(cause, journey, fault);
  }
  return value;
}

function checkPlaces(value: { open?: string; call?: string }, journey: schema.Journey | null, fault: (key: string, message: string) => Error) {
  for (const [key, table] of [
    ['open', journey?.places],
    ['call', journey?.hotlines],
  ] as const) {
    const reference = value[key];
    if (reference !== undefined && table !== undefined && !(reference in table))
      throw fault(key, `${key}: journey.yaml has no ${reference}; it has ${Object.keys(table).join(', ')}`);
  }
}

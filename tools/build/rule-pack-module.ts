import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Language, type PagePack, type Rule, type RuleFile, type RulePack, type Sentences, type Site, site as sites } from '../../content-rules/schema';
import { knownWords } from './known-words';
import { readReplicas } from './replicas';
import { type Content, readContent } from './rule-pack';
import { rulesMark } from './rules-mark';
import { scenesOf } from './scenes';
import { shipped } from './shipped';

const KNOWN_PROBLEMS = join(import.meta.dirname, '..', '..', 'engine', 'known-problems.ts');

const MODULES: Record<string, (content: Content, root: string) => unknown> = {
  '#rule-pack': ({ pack }) => pack,
  '#journey': ({ pack }) => pack.journey,
  '#official-hosts': ({ officialHosts }) => officialHosts,
  '#help-pack': ({ help }) => help,
  '#named-pages': ({ namedPages }) => namedPages,
  ...Object.fromEntries(sites.options.map((site) => [`#page-pack/${site}`, ({ pack }: Content) => pagePack(pack, site)])),
  '#known-problems': ({ problems }) => problems,
  '#hours-words': ({ pack }) => pack.journey.hours,
  '#known-words': ({ pack }, root) => knownWords(root, pack),
  '#replicas': (_content, root) => readReplicas(root),
  '#scenes': (content) => scenesOf(content),
  '#rules-date': ({ pack }) => rulesDate(pack),
  '#rules-version': ({ pack, help }) => ({ date: rulesDate(pack), mark: rulesMark(pack, help) }),
};

/**
 * Gives the bundles `#rule-pack` (all of it), `#journey` and `#official-hosts` (what our own pages show), `#page-pack/<site>` (what a page
 * of that site needs), `#help-pack` (what the background is asked for), `#named-pages` (what pages are called), `#known-problems` (what is wrong with the sites), `#hours-words` (how hours
 * are read), `#known-words` (what the field recorder may keep), `#replicas` (the pages that the practice plays), `#scenes` (which
 * of them show a page), `#rules-date` (what the handouts are dated by) and `#rules-version` (by which a support report tells its rules from others): the rules, checked now, so that a
 * broken one stops the build with file and line.
 */
export function rulePackModule(root: string): Plugin {
  return {
    name: 'rule-pack',
    resolveId: (id) => (id in MODULES ? `\0${id}` : null),
    load(id) {
      const shape = MODULES[id.slice(1)];
      if (!id.startsWith('\0#') || shape === undefined) return null;
      this.addWatchFile(join(root, 'content-rules'));
      return asModule(shape(readContent(root), root));
    },
  };
}

/** Where a problem with days stands in it, the rules are those of the day on which the script starts; else there is no word of days in it. */
function asModule(value: unknown): string {
  const rules = (value as { rules?: Rule[] } | null)?.rules ?? [];
  const isDated = Array.isArray(rules) && rules.some(({ notices }) => notices?.some(({ since }) => since !== undefined));
  if (!isDated) return `export default ${shipped(value)}`;
  return `import { dayOf, onDay } from ${JSON.stringify(KNOWN_PROBLEMS)};\nexport default onDay(${shipped(value)}, dayOf(new Date()));`;
}

/** The day on which the newest of the rules was written or looked through, as 2026-11-24. */
export function rulesDate({ rules }: RulePack): string {
  // Read from their files they have it; what is shipped of them does not.
  return (rules as RuleFile[]).map(({ verified }) => verified.on).reduce((newest, on) => (on > newest ? on : newest));
}

/** Leaves out the other sites, what only the popup shows, and sentences that can never be seen. */
export function pagePack({ journey, rules }: RulePack, site: Site): PagePack {
  const keep = <T extends object, K extends keyof T>(entry: T, keys: readonly K[]) =>
    Object.fromEntries(keys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])) as Pick<T, K>;
  const each = <T, U>(table: Record<string, T>, shape: (entry: T) => U) => Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, shape(entry)]));
  const own = rules.filter(({ id }) => id.startsWith(`${site}/`));
  const opened = new Set(own.flatMap(({ targets }) => targets.map(({ open }) => open)));
  const called = new Set([...journey.steps, ...own.flatMap(({ targets }) => targets)].map(({ call }) => call));
  return {
    journey: {
      sites: { [site]: { host: journey.sites[site].host } },
      places: each(Object.fromEntries(Object.entries(journey.places).filter(([place]) => opened.has(place))), (place) => keep(place, ['button'])),
      hotlines: each(Object.fromEntries(Object.entries(journey.hotlines).filter(([key]) => called.has(key))), (hotline) =>
        keep(hotline, ['name', 'telephone']),
      ),
      steps: journey.steps.map((step) =>
        keep(step, [
          'step',
          'open',
          'call',
          'framed',
          ...(step.lost === undefined ? [] : (['title', 'lost'] as const)),
          ...(step.waiting === undefined ? [] : (['title', 'waiting'] as const)),
        ]),
      ),
    },
    rules: own.map(withoutUnseen),
  };
}

/** A rule's own sentences are the fallback of its targets; where each has its own, only the title is left to fall back on. */
function withoutUnseen(rule: Rule): Rule {
  const isNeeded =
    rule.targets.length === 0 || rule.targets.some(({ say, optional }) => optional === true || say?.['zh-TW'].do === undefined || say.en.do === undefined);
  if (isNeeded) return rule;
  const titleOnly = (language: Language) => ({ title: rule.say[language].title }) satisfies Sentences;
  return { ...rule, say: { 'zh-TW': titleOnly('zh-TW'), en: titleOnly('en') } };
}

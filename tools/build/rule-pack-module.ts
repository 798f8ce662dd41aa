import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Language, PagePack, Rule, RulePack, Sentences } from '../../content-rules/schema';
import { readContent } from './rule-pack';

/** Parts of a rule that only its readers need. */
const UNSHIPPED = new Set(['is', 'what', 'done', 'sources', 'verified']);

const MODULES: Record<string, (pack: RulePack) => unknown> = {
  '#rule-pack': (pack) => pack,
  '#page-pack': pagePack,
};

/**
 * Gives the bundles `#rule-pack` (all of it) and `#page-pack` (what a page of the sites needs): the rules, checked now, so that a
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
      const shipped = JSON.stringify(shape(readContent(root).pack), (key, value) => (UNSHIPPED.has(key) ? undefined : value));
      return `export default ${shipped}`;
    },
  };
}

/** Leaves out what only the popup shows, and sentences that can never be seen. */
export function pagePack({ journey, rules }: RulePack): PagePack {
  const keep = <T extends object, K extends keyof T>(entry: T, keys: readonly K[]) =>
    Object.fromEntries(keys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])) as Pick<T, K>;
  const each = <T, U>(table: Record<string, T>, shape: (entry: T) => U) => Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, shape(entry)]));
  return {
    journey: {
      sites: each(journey.sites, ({ host }) => ({ host })),
      places: each(journey.places, (place) => keep(place, ['button'])),
      hotlines: each(journey.hotlines, (hotline) => keep(hotline, ['name', 'telephone'])),
      steps: journey.steps.map((step) => keep(step, ['step', 'title', 'open', 'call', 'lost', 'framed'])),
      tells: journey.tells,
    },
    rules: rules.map(withoutUnseen),
  };
}

/** A rule's own sentences are the fallback of its targets; where each has its own, only the title is left to fall back on. */
function withoutUnseen(rule: Rule): Rule {
  const isNeeded = rule.targets.length === 0 || rule.targets.some(({ say }) => say?.['zh-TW'].do === undefined || say.en.do === undefined);
  if (isNeeded) return rule;
  const titleOnly = (language: Language) => ({ title: rule.say[language].title }) satisfies Sentences;
  return { ...rule, say: { 'zh-TW': titleOnly('zh-TW'), en: titleOnly('en') } };
}

import type { HelpPack, PagePack, RulePack, Site } from '../../content-rules/schema';
import { type Vocabulary, vocabularyOf } from '../../engine/vocabulary';
import { withRecovery } from '../../engine/with-recovery';
import type { Versions } from './format';

/** The rules by which a report is read and replayed, and which they are. */
export interface Rules {
  pack: RulePack;
  help: HelpPack;
  versions: Versions['rules'];
}

/** The site of a host; null where it is none of ours. */
export function siteOf({ pack }: Rules, host: string): Site | null {
  return (Object.entries(pack.journey.sites).find(([, site]) => site.host === host)?.[0] as Site | undefined) ?? null;
}

/** The pack with the targets of ways back before those of its rules. */
export function packWith({ pack, help }: Rules, isWanted: (id: string) => boolean): PagePack {
  // On a way back nobody is moved to another of the eleven steps.
  const stepsOf = ({ steps }: HelpPack['recoveries'][number]) => steps.map(({ page, target }) => ({ page, target: { ...target, step: null } }));
  const steps = help.recoveries.filter(({ id }) => isWanted(id)).flatMap(stepsOf);
  return withRecovery(pack, { steps, places: {} });
}

const known = new WeakMap<Rules, Map<Site, Vocabulary>>();

/** Every word of the rules of a site and of all ways back: none else stands in a report. Worked out once. */
export function allWords(rules: Rules, site: Site): Vocabulary {
  const ofRules = known.get(rules) ?? new Map<Site, Vocabulary>();
  known.set(rules, ofRules);
  const words =
    ofRules.get(site) ??
    vocabularyOf(
      packWith(rules, () => true),
      site,
    );
  ofRules.set(site, words);
  return words;
}

import type { PagePack, RecoveryOfSite } from '../content-rules/schema';

/** The pack of a site while somebody is on a way back: its targets come before those of the rules. */
export function withRecovery(pack: PagePack, { steps, places }: Pick<RecoveryOfSite, 'steps' | 'places'>): PagePack {
  const targetsOf = (page: string) => steps.flatMap((step) => (step.page === page ? [step.target] : []));
  return {
    journey: { ...pack.journey, places: { ...pack.journey.places, ...places } },
    rules: pack.rules.map((rule) => ({ ...rule, targets: [...targetsOf(rule.id), ...rule.targets] })),
  };
}

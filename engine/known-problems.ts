import type { KnownProblem, Rule } from '../content-rules/schema';

/** A day as 2026-11-30, by universal time: what ends with a day ends at eight the next morning in Taiwan. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Whether a problem is told on this day. What has no days is always told. */
export function isCurrent({ since = '', until = '9' }: Partial<Pick<KnownProblem, 'since' | 'until'>>, today: string): boolean {
  return since <= today && today <= until;
}

/** A pack without the notices of problems that are past or still to come. Only packs with such a problem are built with a call of it. */
export function onDay<T extends { rules: Rule[] }>(pack: T, today: string): T {
  const kept = (rule: Rule) => (rule.notices === undefined ? rule : { ...rule, notices: rule.notices.filter((notice) => isCurrent(notice, today)) });
  return { ...pack, rules: pack.rules.map(kept) };
}

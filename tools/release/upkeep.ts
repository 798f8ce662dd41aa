import { z } from 'zod';

/** No release for so long, and a package needs a written reason to stay. */
const YEARS = 2;

/** tools/release/packages.yaml: when each listed package was last released, and why one that is old may stay. */
export const packageList = z.record(
  z.string(),
  z.strictObject({
    released: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day as 2026-12-01'),
    why: z.string().min(20, 'expected a sentence').optional(),
  }),
);
export type PackageList = z.infer<typeof packageList>;

/**
 * What is wrong with the list, one line each: packages that package.json has and the list has not, the other way round, and old ones without a reason.
 *
 * @param listed names in package.json
 * @param today as 2026-12-01
 */
export function upkeepFaults(list: PackageList, listed: readonly string[], today: string): string[] {
  return [
    ...listed.filter((name) => !(name in list)).map((name) => `${name} is missing in packages.yaml`),
    ...Object.keys(list)
      .filter((name) => !listed.includes(name))
      .map((name) => `${name} is in packages.yaml and not in package.json`),
    ...Object.entries(list).flatMap(([name, { released, why }]) => (why === undefined && isOld(released, today) ? [oldFault(name, released)] : [])),
  ];
}

/** The list as the registry has it today: the days are its own where it answered, the reasons ours. */
export function withAnswers(list: PackageList, answers: ReadonlyMap<string, string>): PackageList {
  return Object.fromEntries(Object.entries(list).map(([name, entry]) => [name, { ...entry, released: answers.get(name) ?? entry.released }]));
}

function isOld(released: string, today: string): boolean {
  const [year = '', ...rest] = today.split('-');
  return released < [Number(year) - YEARS, ...rest].join('-');
}

function oldFault(name: string, released: string): string {
  return `${name} was last released on ${released}, more than ${YEARS} years ago: write why it may stay into packages.yaml, or take another`;
}

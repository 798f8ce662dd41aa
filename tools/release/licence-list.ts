import { z } from 'zod';
import { SHIPPED_PACKAGES } from '../build/shipped-licences';

/** Licences that a package may have here; nothing of a package under others is used without a look at what it asks for. */
const KNOWN = /^\(?(?:MIT|ISC|0BSD|BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0)\b/;

const lockfile = z.object({ packages: z.record(z.string(), z.object({ version: z.string(), license: z.string().optional(), dev: z.boolean().optional() })) });
const manifest = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) });

/**
 * docs/licences.md: every package of the lockfile by its licence, what is shipped first.
 *
 * @param lockText package-lock.json
 * @param manifestText package.json
 * @throws Error naming packages without a licence, or with one that nobody has looked at
 */
export function licenceList(lockText: string, manifestText: string): string {
  const { packages } = lockfile.parse(JSON.parse(lockText));
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(manifestText));
  const all = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license = 'none' }]) => ({ path, name: path.split('node_modules/').at(-1) ?? path, version, license }));
  const unknown = all.filter(({ license }) => !KNOWN.test(license));
  if (unknown.length > 0) throw new Error(`No known licence: ${unknown.map(({ name, license }) => `${name} (${license})`).join(', ')}`);
  const top = (name: string) => all.find(({ path }) => path === `node_modules/${name}`);
  const row = (name: string, what = '') => `| ${name} | ${top(name)?.version} | ${top(name)?.license} |${what === '' ? '' : ` ${what} |`}`;
  const listed = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !(name in SHIPPED_PACKAGES));
  const others = all.filter(({ path, name }) => !(path === `node_modules/${name}` && (name in SHIPPED_PACKAGES || listed.includes(name))));
  return `# Licences of what this is built with

Written by \`npm run licences\` from the lockfile; a test says when it is old. The extension itself is under the [MIT licence](../LICENSE).

## Shipped
Something of these is in the packages, and their licences go along as \`licences.txt\`. The build stops at any other package in a bundle.

| package | version | licence | what for |
|---|---|---|---|
${Object.entries(SHIPPED_PACKAGES)
  .map(([name, what]) => row(name, what))
  .join('\n')}

## For building and testing
Nothing of these is shipped.

| package | version | licence |
|---|---|---|
${listed.map((name) => row(name)).join('\n')}

## What those need in turn
${byLicence(others)}
`;
}

function byLicence(packages: readonly { name: string; version: string; license: string }[]): string {
  const groups = new Map<string, Set<string>>();
  for (const { name, version, license } of packages) groups.set(license, (groups.get(license) ?? new Set()).add(`${name} ${version}`));
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([license, names]) => `\n**${license}**: ${[...names].sort().join(', ')}`)
    .join('\n');
}

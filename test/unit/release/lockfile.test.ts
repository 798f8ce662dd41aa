import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/page';

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}
const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const lockfile = textOf('package-lock.json');
const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const { allowScripts } = JSON.parse(textOf('package.json')) as { allowScripts: Record<string, boolean> };

it('every locked package has the hash of what is installed, and none a place to get it from', () => {
  expect(locked.length).toBeGreaterThan(500);
  expect(locked.filter(([, { integrity, resolved, link }]) => !/^sha512-/.test(integrity ?? '') || resolved !== undefined || link === true)).toEqual([]);
  // Addresses of funding pages are all that is left.
  expect([...lockfile.matchAll(/"(\w+)": "(?:git\+)?(?:https?|ssh|file):/g)].map(([, key]) => key).filter((key) => key !== 'url' && key !== 'funding')).toEqual(
    [],
  );
});

it('every install script of a package is decided on by name, and no name is left over', () => {
  const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path.split('node_modules/').at(-1));
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(withScript)].sort());
});

it('npm is told to stop at an install script that nobody has decided on, and to write exact versions and no hosts', () => {
  const settings = textOf('.npmrc')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(settings).toEqual(['save-exact=true', 'omit-lockfile-registry-resolved=true', 'strict-allow-scripts=true']);
});

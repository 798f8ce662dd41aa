import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageOfModule, SHIPPED_PACKAGES, shippedLicences } from '../../../tools/build/shipped-licences';
import { licenceList } from '../../../tools/release/licence-list';
import { ROOT } from '../../support/page';

const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const [lock, manifest] = [textOf('package-lock.json'), textOf('package.json')];

describe('the list of licences', () => {
  it('is what the lockfile says: npm run licences writes it', () => expect(textOf('docs/licences.md')).toBe(licenceList(lock, manifest)));

  it.each(['"license": "UNLICENSED"', '"license": "AGPL-3.0"', '"licence": "MIT"'])('does not take %s', (licence) => {
    expect(() => licenceList(lock.replace('"license": "ISC"', licence), manifest)).toThrow('No known licence: ');
  });
});

describe('the licences that go into a package', () => {
  const text = shippedLicences(ROOT);

  it('are those of every dependency, with their texts', () => {
    const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
    for (const [name, version] of Object.entries(dependencies)) expect(text).toContain(`\n${name} ${version} (`);
    for (const name of Object.keys(SHIPPED_PACKAGES)) expect(text).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')} \\d`, 'm'));
    for (const words of [
      'The register-guide contributors',
      'Jason Miller',
      'Mathias Bynens',
      'Mozilla Public License Version 2.0',
      'Colin McDonnell',
      'Apache License',
    ])
      expect(text).toContain(words);
  });
});

it.each([
  ['/a/b/node_modules/preact/dist/preact.mjs', 'preact'],
  ['/a/node_modules/x/node_modules/@scope/name/index.js', '@scope/name'],
  ['\0vite/preload-helper.js', 'vite'],
  ['\0rolldown/runtime.js', 'rolldown'],
  ['\0#rule-pack', null],
  ['/a/engine/look.ts', null],
])('the module %j is of %s', (id, name) => expect(packageOfModule(id)).toBe(name));

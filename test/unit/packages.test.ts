import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/page';
import { importsOf, packageOf, sourceFiles, textOf } from '../support/source-tree';

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const listed = { ...manifest.dependencies, ...manifest.devDependencies };

const SHIPPED = ['content-rules', 'engine', 'record', 'practice', 'classroom', 'drills', 'support', 'components', 'platform', 'entrypoints'];
const CONFIGURATION = ['wxt.config.ts', 'vitest.config.ts'];
const files = sourceFiles(...SHIPPED, 'tools', 'test', ...CONFIGURATION);
const importedBy = (some: string[]) => new Set(some.flatMap(importsOf).flatMap((entry) => packageOf(entry) ?? []));
const imported = importedBy(files);

/** The commands that a package brings. */
function commandsOf(name: string): string[] {
  const path = join(ROOT, 'node_modules', name, 'package.json');
  if (!existsSync(path)) return [name];
  const { bin } = JSON.parse(readFileSync(path, 'utf8')) as { bin?: string | Record<string, string> };
  return typeof bin === 'string' ? [name.split('/').at(-1) as string] : Object.keys(bin ?? {});
}

/** Words of the npm scripts and quoted words of tools, tests and configuration: commands that are run and options that name a package. */
const scripts = Object.values(manifest.scripts).flatMap((script) => script.split(/\s+/));
const quoted = new Set(
  sourceFiles('tools', 'test', ...CONFIGURATION).flatMap((file) => [...textOf(file).matchAll(/['"`/ ]([@\w][\w./-]*)['"`/ ]/g)].map(([, word]) => word)),
);

function isUsed(name: string): boolean {
  const typed = /^@types\/(.+)$/.exec(name)?.[1];
  if (typed !== undefined) return typed === 'node' || imported.has(typed);
  return imported.has(name) || quoted.has(name) || commandsOf(name).some((command) => scripts.includes(command) || quoted.has(command));
}

it('every imported package is listed', () => expect([...imported].filter((name) => !(name in listed))).toEqual([]));
it('every listed package is used', () => expect(Object.keys(listed).filter((name) => !isUsed(name))).toEqual([]));
it('every package in a bundle is a dependency, the framework that builds it apart', () => {
  const bundled = importedBy(sourceFiles(...SHIPPED).filter((file) => !file.endsWith('.d.ts')));
  expect([...bundled].filter((name) => !(name in manifest.dependencies) && name !== 'wxt').sort()).toEqual([]);
  expect(Object.keys(manifest.dependencies).filter((name) => !bundled.has(name))).toEqual([]);
});
it('every version is exact', () => expect(Object.entries(listed).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]));

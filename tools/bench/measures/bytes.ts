import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entrySizes, gzipped } from '../../build/entry-sizes';
import { type PackageFiles, readPackage } from '../../build/package-files';
import { judge } from '../goals';
import type { Part } from '../part';
import { shown } from '../shown';

/** What a browser has to load for each entry, beside the scripts of others. */
export const bytes: Part = async ({ arms, root }) => {
  const [ours, noop, wxt] = await arms('ours', 'no-op', 'empty WXT');
  const files = readPackage(ours?.extension as string);
  const entries = entrySizes(files).map(({ title, files: names, bytes: packed }) => ({ title: `ours: ${title}`, raw: rawOf(files, names), packed }));
  const others = [
    ...[noop, wxt].map((arm) => ({ title: `${arm?.name}: content script`, contents: scriptsOf(readPackage(arm?.extension as string)) })),
    {
      title: 'driver.js, with its style',
      contents: ['driver.js.iife.js', 'driver.css'].map((file) => readFileSync(join(root, 'node_modules/driver.js/dist', file))),
    },
    ...['content.bundle.js', 'rules.json'].map((file) => ({
      title: `autoconsent: ${file}`,
      contents: [readFileSync(join(root, 'node_modules/@duckduckgo/autoconsent/dist/addon-mv3', file))],
    })),
  ].map(({ title, contents }) => ({ title, raw: sum(contents.map(({ length }) => length)), packed: sum(contents.map((content) => gzipped(content).length)) }));
  const scripts = entries.filter(({ title }) => title.includes('content script'));
  return {
    figures: [judge('bytes.content-script', Math.max(...scripts.map(({ packed }) => packed)))],
    tables: [
      {
        title: 'Bytes',
        head: ['', 'as it is', 'gzip -9'],
        rows: [...entries, ...others].map(({ title, raw, packed }) => [title, shown(raw), shown(packed)]),
      },
    ],
    samples: [...entries, ...others],
    voids: [],
  };
};

function rawOf(files: PackageFiles, names: readonly string[]): number {
  return sum(names.map((name) => files.get(name)?.length ?? 0));
}

function scriptsOf(files: PackageFiles): Buffer[] {
  const { content_scripts: scripts } = JSON.parse(String(files.get('manifest.json'))) as { content_scripts: { js: string[] }[] };
  return scripts.flatMap(({ js }) => js.map((name) => files.get(name) ?? Buffer.alloc(0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where their licences stand in a package. */
export const LICENCES_FILE = 'licences.txt';

/** Packages of which something is in a bundle, and what. */
export const SHIPPED_PACKAGES: Readonly<Record<string, string>> = {
  preact: 'draws everything',
  'punycode.js': 'reads addresses that browsers show as xn--…',
  'webextension-polyfill': 'one browser API for background and pages',
  zod: 'checks messages and files',
  zustand: 'what our own pages show',
  wxt: 'some lines around each entry',
  '@wxt-dev/browser': 'the name of the browser’s API',
  vite: 'some lines that load a page’s scripts',
  rolldown: 'some lines that join modules',
  'opencc-js': 'a table of characters was made with it',
  unhomoglyph: 'a table of confusable characters was made from it',
};

/** Packages that come without their licence's text: it stands in their repository alone. */
const TEXTS_KEPT_HERE: Readonly<Record<string, string>> = { wxt: 'wxt.txt', '@wxt-dev/browser': 'wxt.txt' };

/**
 * The licences of all that is shipped, each with its text, ours first.
 *
 * @throws Error naming a package that has no licence text
 */
export function shippedLicences(root: string): string {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8');
  const others = Object.keys(SHIPPED_PACKAGES).map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Described;
    const source = typeof repository === 'string' ? repository : repository.url;
    return `${'='.repeat(80)}\n${name} ${version} (${license}), source: ${source}\n\n${textsIn(folder, name)}`;
  });
  return [own, ...others].map((text) => `${text.trim()}\n`).join('\n');
}

/** What a package says of itself. */
interface Described {
  version: string;
  license: string;
  repository: string | { url: string };
}

function textsIn(folder: string, name: string): string {
  const kept = TEXTS_KEPT_HERE[name];
  if (kept !== undefined) return readFileSync(join(import.meta.dirname, 'licences', kept), 'utf8').trim();
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?:LICEN[CS]E(?:[-.][\w.-]+)?|LICENSES\/.+)$/i.test(file) && !/^LICENSES$/i.test(file))
    .sort();
  if (texts.length === 0) throw new Error(`The package ${name} has no licence text; see tools/build/shipped-licences.ts`);
  return texts.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** Stops the build at a bundled package whose licence would not go along. */
export function onlyLicensed(): Plugin {
  return {
    name: 'only-licensed',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      for (const id of modules) {
        const name = packageOfModule(id);
        if (name !== null && !(name in SHIPPED_PACKAGES)) this.error(`${name} is bundled, but its licence is not shipped; see tools/build/shipped-licences.ts`);
      }
    },
  };
}

/** The package that a bundler's module is of; null for modules of our own. */
export function packageOfModule(id: string): string | null {
  const made = /^\0(vite|rolldown)\//.exec(id)?.[1];
  if (made !== undefined) return made;
  const inside = id.split(/node_modules[\\/]/);
  if (inside.length === 1) return null;
  return /^(?:@[^\\/]+[\\/])?[^\\/]+/.exec(inside.at(-1) ?? '')?.[0].replaceAll('\\', '/') ?? null;
}

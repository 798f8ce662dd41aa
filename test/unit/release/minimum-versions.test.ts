import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../../wxt.config';
import { type Browser, earliestByName, versionOf } from '../../support/compat-data';
import { ROOT } from '../../support/page';
import { sourceFiles, styleSheets, textOf } from '../../support/source-tree';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  minimum_chrome_version?: string;
  browser_specific_settings?: Record<'gecko' | 'gecko_android', { strict_min_version: string; data_collection_permissions?: { required: string[] } }>;
}
const manifestFor = (browser: string) => (config.manifest as (environment: { browser: string }) => Manifest)({ browser });
const [chrome, firefox] = [manifestFor('chrome'), manifestFor('firefox')];
const MINIMUM: Record<Browser, number> = {
  chrome: Number(chrome.minimum_chrome_version),
  firefox: Number.parseInt(firefox.browser_specific_settings?.gecko.strict_min_version ?? '', 10),
};

const text = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
      .slice(1, -1),
  );
const permissions = rows.filter(({ length }) => length === 2).map(([name]) => name);
const needs = rows
  .filter(({ length }) => length === 5)
  .map(([what = '', compat = '', inChrome = '', inFirefox = '', file = '']) => ({ what, compat, file, versions: { chrome: inChrome, firefox: inFirefox } }));

it('every permission has its reason, and no reason is left over', () => {
  for (const manifest of [chrome, firefox]) {
    expect([...permissions].sort()).toEqual([...manifest.permissions, ...manifest.optional_permissions, ...manifest.host_permissions].sort());
  }
  expect(firefox.browser_specific_settings?.gecko.data_collection_permissions?.required).toEqual(['none']);
});

describe('the lowest versions', () => {
  it('are in the words as in the manifests', () => {
    const android = Number.parseInt(firefox.browser_specific_settings?.gecko_android.strict_min_version ?? '', 10);
    expect(text).toContain(`Chrome and Edge ${MINIMUM.chrome}, Firefox ${MINIMUM.firefox}, Firefox for Android ${android}.`);
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(readme).toContain(`**Chrome** (${MINIMUM.chrome} or later)`);
    expect(readme).toContain(`**Firefox** (${MINIMUM.firefox} or later)`);
  });

  it.each(['chrome', 'firefox'] as const)('of %s is the highest that anything needs', (browser) => {
    const numbers = needs.map(({ versions }) => versions[browser]).filter((version) => version !== 'none');
    expect(Math.max(...numbers.map(Number))).toBe(MINIMUM[browser]);
  });

  it.each(needs)('$what is used there, and is that old', ({ what, compat, file, versions }) => {
    expect(textOf(file)).toContain(what);
    for (const browser of ['chrome', 'firefox'] as const) {
      const version = versionOf(compat, browser);
      expect(version === Number.POSITIVE_INFINITY ? 'none' : String(version), browser).toBe(versions[browser]);
    }
  });
});

/** Looked for before it is used, so that a browser without it does as well. */
const LOOKED_FOR = ['prerendering'];
/** Names of our own, or of older things that MDN's data has under another name, which newer things of browsers bear as well. */
const OUR_OWN =
  'records lines where contacts windows conditions around rule between draw hours since lost minutes until second days nearest share config take union reading memory badge mobile results phone subject opened in to isVisible node session managed actions forget changed login'.split(
    ' ',
  );

describe('nothing newer is used', () => {
  const shipped = ['platform', 'components', 'entrypoints', 'engine', 'record', 'practice', 'classroom', 'support', 'drills'];
  const used = new Set(shipped.flatMap((room) => [...sourceFiles(room), ...styleSheets(room)]).flatMap(namesIn));

  it('the names are found at all', () => {
    for (const name of ['canParse', 'showPopover', 'text-wrap']) expect(used).toContain(name);
  });

  it.each(['chrome', 'firefox'] as const)('than the lowest %s', (browser) => {
    const earliest = earliestByName(browser);
    const tooNew = [...used].filter((name) => (earliest.get(name) ?? 0) > MINIMUM[browser]);
    expect(tooNew.filter((name) => !OUR_OWN.includes(name) && !LOOKED_FOR.includes(name))).toEqual([]);
  });
});

/** Names after a dot, and names of CSS properties at the beginning of a line. */
function namesIn(file: string): string[] {
  return [...textOf(file).matchAll(/\??\.([A-Za-z]\w*)|^\s*([a-z-]+):/gm)].flatMap(([, member, property]) => member ?? property ?? []);
}

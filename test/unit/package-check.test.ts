import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entrySizes, oversized } from '../../tools/build/entry-sizes';
import { packageFaults } from '../../tools/build/package-faults';
import { readPackage } from '../../tools/build/package-files';

const HOSTS = ['https://elearn.hrd.gov.tw/*', 'https://www.cp.gov.tw/*', 'https://www.gov.tw/*'];
const SCRIPTS = ['guide-elearn.js', 'guide-egov.js', 'guide-portal.js'].map((script, index) => ({ matches: HOSTS.slice(index, index + 1), js: [script] }));
const COURSE_PAGES = ['info/*', 'mooc/explorer.php*', 'mooc/learn_map/explorer.php*', 'mooc/user/learn_dashboard.php*', 'mooc/user/registration_center.php*'];
const HOURS = { matches: COURSE_PAGES.map((path) => `https://elearn.hrd.gov.tw/${path}`), js: ['hours.js'] };
const MANIFEST = {
  permissions: ['storage', 'activeTab'],
  optional_permissions: ['scripting'],
  host_permissions: HOSTS,
  content_scripts: [HOURS, ...SCRIPTS],
  storage: { managed_schema: 'class-policy.json' },
  icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`])),
};

/** A small sound package, with some files or parts of the manifest put in place of its own. */
function packageWith(files: Record<string, string | Buffer> = {}, manifest: object = {}): Map<string, Buffer> {
  const all = {
    'manifest.json': JSON.stringify({ ...MANIFEST, ...manifest }),
    'guide-elearn.js': 'console.debug(1)',
    'guide-egov.js': 'console.debug(2)',
    'guide-portal.js': 'console.debug(3)',
    'hours.js': 'console.debug(4)',
    'background.js': '1',
    'popup.html': '<script type="module" src="/chunks/popup.js"></script><link rel="stylesheet" href="/assets/popup.css">',
    'chunks/popup.js': 'import{a}from"./shared.js";a()',
    'chunks/shared.js': 'export const a=1',
    'assets/popup.css': 'p{}',
    ...Object.fromEntries(Object.values(MANIFEST.icons).map((path) => [path, 'a picture'])),
    ...files,
  };
  return new Map(Object.entries(all).map(([name, content]) => [name, Buffer.from(content)]));
}

/** As many bytes that nothing can make smaller. */
const heavy = (bytes: number) => randomBytes(bytes);

describe('sizes of a package', () => {
  it('count all that the popup loads: scripts, what they import, and styles', () => {
    const popup = entrySizes(packageWith()).find(({ title }) => title.startsWith('popup'));
    expect(popup?.files.sort()).toEqual(['assets/popup.css', 'chunks/popup.js', 'chunks/shared.js']);
  });

  it('are good as they are', () => {
    expect(oversized(entrySizes(packageWith()))).toEqual([]);
  });

  it.each([
    ['guide-elearn.js', 36_900, 0],
    ['guide-elearn.js', 38_200, 1],
    ['guide-egov.js', 38_200, 1],
    ['guide-portal.js', 38_200, 1],
    ['hours.js', 8_000, 1],
    ['assets/popup.css', 45_000, 1],
    ['chunks/shared.js', 45_000, 1],
    ['background.js', 200_000, 0],
  ])('%s of %i bytes gives %i faults', (name, bytes, faults) => {
    expect(oversized(entrySizes(packageWith({ [name]: heavy(bytes) })))).toHaveLength(faults);
  });

  it('say what was expected', () => {
    expect(oversized(entrySizes(packageWith({ 'guide-egov.js': heavy(38_200) })))[0]).toMatch(
      /^content script guide-egov\.js: 38\d\d\d bytes gzipped, expected at most 38200$/,
    );
  });

  it('cannot be told of a package without its parts', () => {
    const files = packageWith();
    files.delete('guide-portal.js');
    expect(() => entrySizes(files)).toThrow('The package has no guide-portal.js');
  });
});

describe('what a package may not hold', () => {
  it('is nothing of a sound one', () => {
    expect(packageFaults(packageWith(), ['/somewhere/'])).toEqual([]);
  });

  it.each([
    ['more permissions', { permissions: ['storage', 'activeTab', 'tabs'] }, 'manifest.json: permissions: expected ["storage","activeTab"]'],
    ['tabs in place of activeTab', { permissions: ['storage', 'tabs'] }, 'manifest.json: permissions: expected ["storage","activeTab"]'],
    ['no permissions', { permissions: undefined }, 'manifest.json: permissions: expected ["storage","activeTab"]'],
    ['another host', { host_permissions: [...HOSTS, 'https://*.gov.tw/*'] }, 'manifest.json: host_permissions: expected'],
    ['plain http', { host_permissions: HOSTS.map((host) => host.replace('https', 'http')) }, 'manifest.json: host_permissions: expected'],
    ['scripts elsewhere', { content_scripts: [...SCRIPTS.slice(1), { ...SCRIPTS[0], matches: ['<all_urls>'] }] }, 'manifest.json: content_scripts: expected'],
    [
      'the rules of another site',
      { content_scripts: [...SCRIPTS.slice(1), { ...SCRIPTS[0], js: ['guide-egov.js'] }] },
      'manifest.json: content_scripts: expected',
    ],
    ['a site left out', { content_scripts: SCRIPTS.slice(1) }, 'manifest.json: content_scripts: expected'],
    ['a fourth script', { content_scripts: [...SCRIPTS, SCRIPTS[0]] }, 'manifest.json: content_scripts: expected'],
    ['resources for pages', { web_accessible_resources: [] }, 'manifest.json: expected no web_accessible_resources'],
    ['a door for others', { externally_connectable: {} }, 'manifest.json: expected no externally_connectable'],
    ['more permissions later', { optional_permissions: ['scripting', 'tabs'] }, 'manifest.json: optional_permissions: expected ["scripting"]'],
    ['another permission later', { optional_permissions: ['tabs'] }, 'manifest.json: optional_permissions: expected ["scripting"]'],
    [
      'the recorder’s permission from the start',
      { permissions: ['storage', 'activeTab', 'scripting'] },
      'manifest.json: permissions: expected ["storage","activeTab"]',
    ],
    ['another schema of policies', { storage: { managed_schema: 'other.json' } }, 'manifest.json: storage: expected'],
    ['no schema of policies', { storage: undefined }, 'manifest.json: storage: expected'],
    ['a schema where the browser has none', { browser_specific_settings: {} }, 'manifest.json: storage: expected'],
    ['an icon that is missing', { icons: { ...MANIFEST.icons, 48: undefined } }, 'manifest.json: icons: expected one of 48 pixels'],
    ['an icon that is not in the package', { icons: { ...MANIFEST.icons, 16: 'icon/15.png' } }, 'manifest.json: icons: expected one of 16 pixels'],
    ['hosts later', { optional_host_permissions: ['https://*/*'] }, 'manifest.json: expected no optional_host_permissions'],
  ])('%s', (_, manifest, fault) => {
    const faults = packageFaults(packageWith({}, manifest), []);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it.each([
    ['fetch("https://a.example")', 'fetch'],
    ['const f=globalThis["fetch"]', 'fetch'],
    ['new XMLHttpRequest', 'XMLHttpRequest'],
    ['new WebSocket("")', 'WebSocket'],
    ['new EventSource("")', 'EventSource'],
    ['navigator.sendBeacon("")', 'sendBeacon'],
    ['eval ("1")', 'eval('],
    ['new Function("")', 'new Function'],
    ['t=Function("")', 'Function('],
    ['e.innerHTML=t', 'an assignment to innerHTML'],
    ['e["innerHTML"] = t', 'an assignment to innerHTML'],
    ['e.outerHTML+=t', 'an assignment to innerHTML'],
    ['//# sourceMappingURL=a.map', 'a source map'],
  ])('%s', (code, what) => {
    expect(packageFaults(packageWith({ 'chunks/popup.js': code }), [])).toContain(`chunks/popup.js: holds ${what}`);
  });

  it.each(['prefetched=1', 'isFunction(a)', 'e.innerHTML==t', 'a.evaluate(1)', 'a.myFunction(1)'])('%s is none of it', (code) => {
    expect(packageFaults(packageWith({ 'guide-egov.js': code }), [])).toEqual([]);
  });

  it.each(['"/home/someone/x.ts"', '"/Users/someone/x.ts"', '"file:///x"', '"/somewhere/x.ts"', '"../node_modules/a"'])('a path such as %s', (code) => {
    expect(packageFaults(packageWith({ 'assets/popup.css': code }), ['/somewhere/'])).toEqual([
      'assets/popup.css: holds a path of the machine it was built on',
    ]);
  });
});

describe('reading a package', () => {
  it('fails where there is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'package-'));
    try {
      expect(() => readPackage(folder)).toThrow('holds no built extension: manifest.json is missing');
      writeFileSync(join(folder, 'manifest.json'), '{}');
      expect([...readPackage(folder).keys()]).toEqual(['manifest.json']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

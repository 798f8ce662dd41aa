import type { PackageFiles } from './package-files';

/** What the extension may ask for, spelled out here a second time so that it cannot grow unseen. */
const PERMISSIONS = ['storage', 'activeTab'];
/** Only while the field recorder or the presenter view is switched on, by the person. */
const OPTIONAL_PERMISSIONS = ['scripting'];
const HOSTS = ['https://elearn.hrd.gov.tw/*', 'https://www.cp.gov.tw/*', 'https://www.gov.tw/*'];
/** Which script runs where: a page gets the rules of its own site. */
const CONTENT_SCRIPTS = [
  `hours.js in ${['/info/*', '/mooc/explorer.php*', '/mooc/learn_map/explorer.php*', '/mooc/user/learn_dashboard.php*', '/mooc/user/registration_center.php*'].map((path) => `https://elearn.hrd.gov.tw${path}`)}`,
  'guide-elearn.js in https://elearn.hrd.gov.tw/*',
  'guide-egov.js in https://www.cp.gov.tw/*',
  'guide-portal.js in https://www.gov.tw/*',
];

/** What a computer room may set by policy: one file, in Chrome and Edge; Firefox needs none. */
const MANAGED_SCHEMA = { managed_schema: 'class-policy.json' };

/** Sizes in which browsers and stores show the icon, in pixels. */
const ICONS = [16, 32, 48, 128];

/** Keys of the manifest that open the extension to pages, to other extensions, or to more than it needs. */
const UNWANTED_KEYS = ['web_accessible_resources', 'externally_connectable', 'optional_host_permissions'];

/** Ways to reach the network or to run text as code. None is in any file, called or not. */
const UNWANTED_CODE: readonly (readonly [string, RegExp])[] = [
  ['fetch', /\bfetch\b/],
  ['XMLHttpRequest', /\bXMLHttpRequest\b/],
  ['WebSocket', /\bWebSocket\b/],
  ['EventSource', /\bEventSource\b/],
  ['sendBeacon', /\bsendBeacon\b/],
  ['importScripts', /\bimportScripts\b/],
  ['eval(', /\beval\s*\(/],
  ['new Function', /\bnew\s+Function\b/],
  ['Function(', /(?<![\w$.])Function\s*\(/],
  ['an assignment to innerHTML', /\b(?:inner|outer)HTML["'`]?\]?\s*\+?=(?!=)/],
  ['a source map', /\bsourceMappingURL=/],
];

/** Places that only machines of the people who build this have. */
const MACHINE_PATHS = [/\/home\/\w/, /\/Users\/\w/, /\b[A-Z]:\\\\?Users\b/, /\bfile:\/\//, /\/node_modules\//];

const TEXT = /\.(js|html|css|json|svg)$/;

/**
 * Everything about a built extension that may not be so, one line each.
 *
 * @param ownPaths folders of this machine, none of which may stand in a file
 */
export function packageFaults(files: PackageFiles, ownPaths: readonly string[]): string[] {
  const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '{}');
  const faults = [...manifestFaults(manifest), ...iconFaults(manifest, files)];
  for (const [name, content] of files) {
    if (!TEXT.test(name)) continue;
    const text = content.toString('utf8');
    for (const [what, pattern] of UNWANTED_CODE) if (pattern.test(text)) faults.push(`${name}: holds ${what}`);
    const isTold = MACHINE_PATHS.some((pattern) => pattern.test(text)) || ownPaths.some((path) => text.includes(path));
    if (isTold) faults.push(`${name}: holds a path of the machine it was built on`);
  }
  return faults;
}

function manifestFaults(manifest: Record<string, unknown>): string[] {
  const scripts = (manifest.content_scripts ?? []) as { matches?: string[]; js?: string[] }[];
  return [
    ...expectSame('permissions', manifest.permissions, PERMISSIONS),
    ...expectSame('optional_permissions', manifest.optional_permissions, OPTIONAL_PERMISSIONS),
    ...expectSame('host_permissions', manifest.host_permissions, HOSTS),
    ...managedFaults(manifest),
    ...expectSame(
      'content_scripts',
      scripts.map(({ matches, js }) => `${js} in ${matches}`),
      CONTENT_SCRIPTS,
    ),
    ...UNWANTED_KEYS.filter((key) => key in manifest).map((key) => `manifest.json: expected no ${key}`),
  ];
}

function iconFaults({ icons }: { icons?: Record<string, string> }, files: PackageFiles): string[] {
  return ICONS.filter((size) => !files.has(icons?.[size] ?? '')).map((size) => `manifest.json: icons: expected one of ${size} pixels that is in the package`);
}

function managedFaults({ storage, ...manifest }: Record<string, unknown>): string[] {
  const expected = 'browser_specific_settings' in manifest ? undefined : MANAGED_SCHEMA;
  const isSame = JSON.stringify(storage) === JSON.stringify(expected);
  return isSame ? [] : [`manifest.json: storage: expected ${JSON.stringify(expected)}, not ${JSON.stringify(storage)}`];
}

function expectSame(key: string, found: unknown, expected: readonly string[]): string[] {
  const isSame = Array.isArray(found) && JSON.stringify([...found].sort()) === JSON.stringify([...expected].sort());
  return isSame ? [] : [`manifest.json: ${key}: expected ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`];
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from '../lab/built-extension';
import { TARGET } from './pages';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.output/bench/arms');
const MODULES = join(ROOT, 'node_modules');
const SITE = 'https://elearn.hrd.gov.tw/*';

/** One thing that may be installed in a browser, compared with nothing installed. */
export interface Arm {
  name: ArmName;
  /** The unpacked extension; null for none. */
  extension: string | null;
}

/** In the order in which tables show them. `none again` is the first arm once more: what differs between the two is noise. */
export const ARM_NAMES = ['none', 'none again', 'no-op', 'empty WXT', 'ours', 'driver.js', 'autoconsent'] as const;
export type ArmName = (typeof ARM_NAMES)[number] | `${'no-op' | 'ours'} + ${string}`;

const BUILDERS: Record<(typeof ARM_NAMES)[number], (log: (line: string) => void) => Promise<string | null>> = {
  none: async () => null,
  'none again': async () => null,
  'no-op': async () => contentScript('no-op', ';'),
  'empty WXT': buildEmptyWxt,
  ours: (log) => builtExtension('chromium', log),
  'driver.js': async () => driver(),
  // Unchanged, as its package brings it.
  autoconsent: async () => join(MODULES, '@duckduckgo/autoconsent/dist/addon-mv3'),
};

/** Builds what one arm needs. */
export async function buildArm(name: (typeof ARM_NAMES)[number], log: (line: string) => void): Promise<Arm> {
  return { name, extension: await BUILDERS[name](log) };
}

/**
 * An extension of one content script and nothing else.
 * @param script its text; `;` makes the physical floor: what injecting any script at all costs
 */
export function contentScript(name: string, script: string, runAt = 'document_idle'): string {
  return writeExtension(name, { 'content.js': script }, { js: ['content.js'], run_at: runAt });
}

/** driver.js told by hand which element it is: no recognition at all, only drawing. */
function driver(): string {
  const read = (file: string) => readFileSync(join(MODULES, 'driver.js/dist', file), 'utf8');
  const start = `{
    const style = document.createElement('style');
    style.textContent = ${JSON.stringify(read('driver.css'))};
    document.head.append(style);
    const target = document.querySelector(${JSON.stringify(TARGET)});
    if (target !== null) window.driver.js.driver({ allowClose: false }).highlight({
      element: target,
      popover: { title: '找有時數的課', description: '請在框起來的「認證時數」填 1。' },
    });
  }`;
  return writeExtension('driver', { 'driver.js': read('driver.js.iife.js'), 'start.js': start }, { js: ['driver.js', 'start.js'] });
}

function writeExtension(name: string, files: Record<string, string>, script: object): string {
  const folder = join(FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = { manifest_version: 3, name, version: '1.0', content_scripts: [{ matches: [SITE], ...script }] };
  for (const [file, text] of Object.entries({ ...files, 'manifest.json': JSON.stringify(manifest) })) writeFileSync(join(folder, file), text);
  return folder;
}

async function buildEmptyWxt(): Promise<string> {
  // Without it the build draws a turning wheel, a line for each turn; it is read when WXT is loaded.
  process.env.CI ??= '1';
  const { build } = await import('wxt');
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'empty-wxt'),
    outDir: join(FOLDER, 'empty-wxt'),
    imports: false,
    manifestVersion: 3,
    logger: QUIET,
    manifest: { name: 'empty', version: '1.0' },
  });
  return join(FOLDER, 'empty-wxt/chrome-mv3');
}

const ignore = () => undefined;
const QUIET = { debug: ignore, log: ignore, info: ignore, warn: console.warn, error: console.error, fatal: console.error, success: ignore, level: 0 };

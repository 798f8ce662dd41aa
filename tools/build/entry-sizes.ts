import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import type { PackageFiles } from './package-files';

/** What a browser loads together, and how much that is. */
export interface EntrySize {
  title: string;
  files: string[];
  /** As `gzip -9` makes each file, in bytes. */
  bytes: number;
  /** The most it may be; null where nothing is laid down. */
  most: number | null;
}

/** Each site's content script runs in every page of it, both languages in it. The goal of 30,000 is missed: docs/performance.md. */
const CONTENT_SCRIPT_MOST = 38_200;
/** One for each site: a page carries the rules of its own site alone. */
const CONTENT_SCRIPTS = ['guide-elearn.js', 'guide-egov.js', 'guide-portal.js'];
/** What reads the hours of courses, on their pages beside the guide. */
const HOURS_MOST = 8_000;
/** Scripts and styles. What several of our own pages share is one file, which is a kilobyte larger for it. */
const POPUP_MOST = 45_000;

/** The entries of a built extension. */
export function entrySizes(files: PackageFiles): EntrySize[] {
  const entry = (title: string, names: string[], most: number | null): EntrySize => ({
    title,
    files: names,
    bytes: names.reduce((sum, name) => sum + gzipped(contentOf(files, name)).length, 0),
    most,
  });
  return [
    ...CONTENT_SCRIPTS.map((name) => entry(`content script ${name}`, [name], CONTENT_SCRIPT_MOST)),
    entry('hours, on pages of courses', ['hours.js'], HOURS_MOST),
    entry('popup, scripts and styles', loadedBy(files, 'popup.html'), POPUP_MOST),
    entry('background', ['background.js'], null),
  ];
}

/** One line for each entry that is larger than it may be. */
export function oversized(entries: readonly EntrySize[]): string[] {
  return entries.flatMap(({ title, bytes, most }) => (most === null || bytes <= most ? [] : [`${title}: ${bytes} bytes gzipped, expected at most ${most}`]));
}

/** By the command, which is the measure everywhere. Node's own packs a per cent or two worse, more or less by its version. */
export function gzipped(content: Buffer): Buffer {
  const { status, stdout } = spawnSync('gzip', ['-9', '-n', '-c'], { input: content, maxBuffer: 16_000_000 });
  return status === 0 ? stdout : gzipSync(content, { level: 9 });
}

function contentOf(files: PackageFiles, name: string): Buffer {
  const content = files.get(name);
  if (content === undefined) throw new Error(`The package has no ${name}; it has ${[...files.keys()].join(', ')}`);
  return content;
}

/** Scripts and styles that a page names, and scripts that those import. */
function loadedBy(files: PackageFiles, page: string): string[] {
  const html = contentOf(files, page).toString('utf8');
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    if (!name.endsWith('.js')) return;
    const script = contentOf(files, name).toString('utf8');
    for (const [, path = ''] of script.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+\.js)["']/g)) load(resolved(path, name));
  };
  for (const [, path = ''] of html.matchAll(/\b(?:src|href)="([^"]+\.(?:js|css))"/g)) load(resolved(path, page));
  return [...loaded];
}

function resolved(path: string, from: string): string {
  return new URL(path, `https://package/${from}`).pathname.slice(1);
}

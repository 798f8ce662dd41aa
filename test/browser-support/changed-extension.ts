import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../tools/browser/find-browser';
import { builtExtension } from '../browser/opened';

/** A copy of the built extension, in which something is other than in the shipped one. */
export interface ChangedExtension {
  folder: string;
  change(file: string, change: (text: string) => string): void;
  remove(): void;
}

export function copyExtension(name: BrowserName): ChangedExtension {
  const folder = mkdtempSync(join(tmpdir(), 'changed-extension-'));
  cpSync(builtExtension(name), folder, { recursive: true });
  return {
    folder,
    change(file, change) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      const changed = change(text);
      if (changed === text) throw new Error(`${file} was not changed`);
      writeFileSync(path, changed);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** One whose overlay can be looked into: the shipped root is closed, to pages and to tools alike. Nothing else of it is changed. */
export function openRootExtension(name: BrowserName): ChangedExtension {
  const changed = copyExtension(name);
  for (const script of ['guide-elearn.js', 'guide-egov.js', 'guide-portal.js']) changed.change(script, (text) => text.replace('mode:`closed`', 'mode:`open`'));
  return changed;
}

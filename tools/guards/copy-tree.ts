import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Copies the project as it stands, changes that are not committed included, into a new temporary folder. What git ignores
 * stays behind; the installed packages are linked.
 *
 * @returns the folder, and how to remove it
 */
export function copyTree(root: string): { folder: string; remove(): void } {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  const folder = mkdtempSync(join(tmpdir(), 'guards-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  for (const name of names.split('\0')) {
    // A file that is tracked may be deleted meanwhile.
    if (name === '' || !existsSync(join(root, name))) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove };
}

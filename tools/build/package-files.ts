import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built extension: content by path inside its folder, with `/` between names. */
export type PackageFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads a built extension.
 *
 * @throws Error when the folder is missing or has no manifest
 */
export function readPackage(folder: string): PackageFiles {
  const files = new Map<string, Buffer>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path));
  }
  if (!files.has('manifest.json')) throw new Error(`${folder} holds no built extension: manifest.json is missing`);
  return files;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All replicas by their file below content-rules/, lines without their indent.
 * @param root the project's folder
 */
export function readReplicas(root: string): Record<string, string> {
  const base = join(root, 'content-rules');
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return Object.fromEntries(files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(base, file), 'utf8').replace(/^[ \t]+/gm, '')]));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All replicas by their file below content-rules/, lines without their indent. Our own pages allow no written styles, and complain of them
 * before they can be taken away: they go as data, `<script type="text/css">` and `data-style`.
 * @param root the project's folder
 */
export function readReplicas(root: string): Record<string, string> {
  const base = join(root, 'content-rules');
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return Object.fromEntries(files.sort().map((file) => [file.replaceAll('\\', '/'), asData(readFileSync(join(base, file), 'utf8'))]));
}

function asData(html: string): string {
  return html
    .replace(/^[ \t]+/gm, '')
    .replaceAll(' style="', ' data-style="')
    .replace(/<style>(.*?)<\/style>/gs, '<script type="text/css">$1</script>');
}

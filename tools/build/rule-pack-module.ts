import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readContent } from './rule-pack';

const NAME = '#rule-pack';
const RESOLVED = '\0rule-pack';
/** Parts of a rule that only its readers need. */
const UNSHIPPED = new Set(['is', 'what', 'done', 'sources', 'verified']);

/**
 * Gives the bundles `import pack from '#rule-pack'`: the rules, checked now, so that a broken one stops the build with file
 * and line. Leaves out what only people read (why a rule is, its sources).
 */
export function rulePackModule(root: string): Plugin {
  return {
    name: 'rule-pack',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      this.addWatchFile(join(root, 'content-rules'));
      const { pack } = readContent(root);
      const shipped = JSON.stringify(pack, (key, value) => (UNSHIPPED.has(key) ? undefined : value));
      return `export default JSON.parse(${JSON.stringify(shipped)})`;
    },
  };
}

import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the content script gets instead of a library's module, and why it may. */
const INSTEAD: { module: RegExp; by: string }[] = [
  // Every browser we support has promises on its own API; the page's listener answers by sendResponse, which all of them know.
  { module: /^webextension-polyfill$/, by: 'native-browser.ts' },
  // Stand-ins for Internet Explorer.
  { module: /polyfills\/array\.from\.mjs$/, by: 'native-array-from.ts' },
  { module: /polyfills\/SetLike\.mjs$/, by: 'native-set.ts' },
];

/**
 * The content script runs in every page of the sites, so every kilobyte counts there: libraries' stand-ins for old browsers are
 * left out of it. Background and popup keep them.
 */
export function leanContentScript(): Plugin {
  let isContentScript = false;
  return {
    name: 'lean-content-script',
    enforce: 'pre',
    options({ input }) {
      isContentScript = JSON.stringify(input ?? '').includes('entrypoints/guide.ts');
    },
    resolveId(id) {
      if (!isContentScript) return null;
      const found = INSTEAD.find(({ module }) => module.test(id));
      return found === undefined ? null : join(import.meta.dirname, 'native', found.by);
    },
  };
}

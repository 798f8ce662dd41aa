import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the content script gets instead of a library's module, and why it may. */
const INSTEAD: { module: RegExp; by: string }[] = [
  // Every browser we support has promises on its own API; the page's listener answers by sendResponse, which all of them know.
  { module: /^webextension-polyfill$/, by: 'native-browser.ts' },
];

/**
 * The content script runs in every page of the sites, so every kilobyte counts there: what a library does only for old
 * browsers is left out of it. Background and popup keep it.
 */
export function leanContentScript(): Plugin {
  let isContentScript = false;
  return {
    name: 'lean-content-script',
    enforce: 'pre',
    options({ input }) {
      isContentScript = /entrypoints\/(?:guide-\w+|hours)\.ts/.test(JSON.stringify(input ?? ''));
    },
    transform(code, id) {
      if (!isContentScript || !id.endsWith('components/overlay-style.ts')) return null;
      // The style sheet is a template string, which no minifier may touch: white space between its parts goes here.
      return code.replace(/`[^`]*`/, (sheet) => sheet.replace(/\s*([{};,])\s*/g, '$1').replace(/: +/g, ':'));
    },
    resolveId(id) {
      if (!isContentScript) return null;
      const found = INSTEAD.find(({ module }) => module.test(id));
      return found === undefined ? null : join(import.meta.dirname, 'native', found.by);
    },
  };
}

import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the content script gets instead of a library's module, and why it may. */
const INSTEAD: { module: RegExp; by: string }[] = [
  // Every browser we support has promises on its own API; the page's listener answers by sendResponse, which all of them know.
  { module: /^webextension-polyfill$/, by: 'native-browser.ts' },
];

/**
 * How the guide asks Floating UI to follow a target, which leaves out a third of it: the window's own capture listeners hear
 * every scroll of the page, and no frame loop runs.
 */
const AUTO_UPDATE = /const \{\s*ancestorScroll = true,[^}]*\} = options;\s*const referenceEl = unwrapElement\(reference\);\s*const ancestors = [^;]*;/;
const AS_ASKED =
  'const ancestorScroll = false, ancestorResize = false, elementResize = true, { layoutShift } = options, animationFrame = false, referenceEl = unwrapElement(reference), ancestors = [];';

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
      isContentScript = JSON.stringify(input ?? '').includes('entrypoints/guide.ts');
    },
    transform(code, id) {
      if (isContentScript && id.endsWith('floating-ui.dom.mjs')) {
        if (!AUTO_UPDATE.test(code))
          throw new Error('Floating UI has changed: the options of its autoUpdate are not found; see tools/build/lean-content-script.ts');
        return code.replace(AUTO_UPDATE, AS_ASKED);
      }
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

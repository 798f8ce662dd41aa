import type { Plugin } from 'vite';

/**
 * Preact can set `innerHTML`; nothing here ever asks it to. Built without it, so that no bundle holds the word and a store's
 * check finds nothing to ask about. Stops the build when Preact no longer holds the place.
 */
export function noInnerHtml(): Plugin {
  return {
    name: 'no-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.(mjs|module\.js|js)/.test(id)) return null;
      const without = code.replace(/[\w$.]+\.innerHTML\s*=\s*[\w$.]+\.__html/g, 'void 0');
      if (without === code) throw new Error('Preact has changed: its innerHTML assignment is not found; see tools/build/no-inner-html.ts');
      return without;
    },
  };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { describe, expect, it } from 'vitest';
import { leanContentScript } from '../../tools/build/lean-content-script';
import { noInnerHtml } from '../../tools/build/no-inner-html';

type Transform = (code: string, id: string) => string | null;
const transform = (plugin: Plugin) => plugin.transform as unknown as Transform;
const preact = createRequire(import.meta.url)
  .resolve('preact')
  .replace(/preact\.js$/, 'preact.mjs');

describe('Preact without innerHTML', () => {
  const patch = transform(noInnerHtml());
  it('loses every assignment of it, and nothing else', () => {
    const code = readFileSync(preact, 'utf8');
    expect(code).toMatch(/\.innerHTML\s*=/);
    const without = patch(code, preact);
    expect(without).not.toMatch(/\.innerHTML\s*=/);
    expect(code.length - (without as string).length).toBeLessThan(100);
  });
  it('stops the build when the library has changed', () => {
    expect(() => patch('export const h = 1;', preact)).toThrow('Preact has changed: its innerHTML assignment is not found; see tools/build/no-inner-html.ts');
  });
  it('leaves every other module alone', () => {
    expect(patch('a.innerHTML=b.__html', '/project/components/Card.tsx')).toBeNull();
    expect(patch('a.innerHTML=b.__html', '/project/node_modules/preact/hooks/dist/hooks.mjs')).toBeNull();
  });
});

describe('the browser’s own API in the content script', () => {
  const plugin = leanContentScript() as unknown as { options(options: { input: unknown }): void; resolveId(id: string): string | null };
  it('stands in for the library there, and only there', () => {
    plugin.options({ input: { 'guide-egov': '/project/entrypoints/guide-egov.ts' } });
    expect(plugin.resolveId('webextension-polyfill')).toMatch(/native-browser\.ts$/);
    expect(plugin.resolveId('preact')).toBeNull();
    plugin.options({ input: { background: '/project/entrypoints/background.ts' } });
    expect(plugin.resolveId('webextension-polyfill')).toBeNull();
  });
});

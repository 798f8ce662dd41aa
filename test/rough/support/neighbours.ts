import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserName } from '../../../tools/browser/find-browser';

const require = createRequire(import.meta.url);
const AUTOCONSENT: Record<BrowserName, string> = { chromium: 'addon-mv3', firefox: 'addon-firefox' };

/** Wants to be the last of every page, as long as the page lives, and says how often it had to. */
const FIGHTER = `
const own = document.createElement('neighbour-box');
let moves = 0;
const beLast = () => {
  if (document.documentElement.lastElementChild === own) return;
  moves += 1;
  document.documentElement.append(own);
  document.documentElement.dataset.neighbourMoves = String(moves);
};
new MutationObserver(beLast).observe(document.documentElement, { childList: true });
beLast();
`;

/** Other extensions, as folders to install. */
export interface Neighbours {
  folders: string[];
  remove(): void;
}

/** autoconsent's published add-on, unchanged, and one that darkens every page by darkreader and fights for the last place. */
export function neighbours(name: BrowserName): Neighbours {
  const autoconsent = join(dirname(require.resolve('@duckduckgo/autoconsent')), AUTOCONSENT[name]);
  const folder = mkdtempSync(join(tmpdir(), 'neighbour-'));
  cpSync(require.resolve('darkreader'), join(folder, 'darkreader.js'));
  writeFileSync(
    join(folder, 'dark.js'),
    `DarkReader.setFetchMethod(window.fetch); DarkReader.enable({ brightness: 100, contrast: 90, sepia: 10 });\n${FIGHTER}`,
  );
  const manifest = {
    manifest_version: 3,
    name: 'Neighbour',
    version: '1.0',
    content_scripts: [{ matches: ['*://*/*'], js: ['darkreader.js', 'dark.js'], all_frames: true, run_at: 'document_end' }],
    browser_specific_settings: { gecko: { id: 'neighbour@guide.example' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folders: [autoconsent, folder], remove: () => rmSync(folder, { recursive: true, force: true }) };
}

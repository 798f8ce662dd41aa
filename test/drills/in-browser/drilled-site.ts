import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { GUIDED_HOSTS, type SiteAnswer, type SiteRequest } from '../../../tools/browser/site-server';
import { documentKey } from '../../../tools/lab/examination';
import { SavedSite } from '../../../tools/lab/saved-site';
import { readReplica } from '../../../tools/site/replica-site';
import { ROOT } from '../../support/page';
import type { Drawn } from '../sample';
import type { DrillOrder } from './drilled-page';

const SCRIPT = '/drilled-page.js';
const OUTER = '/drilled-frame.html';

/** The sites with exactly one page, drilled by its own last script before the guide looks. */
export class DrilledSite {
  readonly #site = new SavedSite();
  #order: DrillOrder | null = null;

  constructor(
    /** What runs in the page, made by `bundledDrills`. */
    readonly script: string,
  ) {}

  /**
   * Shows a page from now on.
   * @returns the addresses at which it is: by itself, in a frame of its own site, in a frame of another
   */
  show({ placed: { folder, case: entry }, drills, seed }: Drawn): { own: string; framed: string; framedElsewhere: string } {
    const own = new URL(entry.url);
    const elsewhere = GUIDED_HOSTS.find((host) => host !== own.host) as string;
    const file = `${folder}/${entry.replica}`;
    this.#order = {
      marked: readFileSync(join(ROOT, 'content-rules', file), 'utf8'),
      mark: entry.expect.target,
      drills: drills.map(({ name }) => name),
      seed,
    };
    const outer = frameOf(own.href);
    const at = (host: string): URL => new URL(`https://${host}${OUTER}`);
    this.#site.show(
      new Map([
        [documentKey(own), withScript(readReplica(file))],
        [documentKey(at(own.host)), outer],
        [documentKey(at(elsewhere)), outer],
      ]),
    );
    return { own: own.href, framed: at(own.host).href, framedElsewhere: at(elsewhere).href };
  }

  answer(request: SiteRequest): SiteAnswer | null {
    if (request.path !== SCRIPT) return this.#site.answer(request);
    const body = `${this.script}\nglobalThis.drilled = drill(${JSON.stringify(this.#order)});`;
    return { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body };
  }
}

function withScript(html: string): string {
  const end = html.lastIndexOf('</body>');
  const at = end < 0 ? html.length : end;
  return `${html.slice(0, at)}<script src="${SCRIPT}"></script>${html.slice(at)}`;
}

function frameOf(address: string): string {
  const source = address.replaceAll('&', '&amp;');
  return `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>會員專區</title><p>以下由本站提供。</p>
<iframe src="${source}" style="display: block; width: 100%; height: 640px; border: 0"></iframe></html>`;
}

/** All drills and what applies them, as one script for a page. */
export async function bundledDrills(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'drilled-page.ts'), formats: ['iife'], name: 'drills' } },
  });
  const [bundle] = [result].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('The drills could not be bundled.');
  return bundle.output[0].code;
}

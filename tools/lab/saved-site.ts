import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteAnswer, SiteRequest } from '../browser/site-server';
import { documentKey } from './examination';

const REPLICA_SCRIPT = join(import.meta.dirname, '../../content-rules/replica.js');

/** What cookies and storage an earlier page has left would be no part of this one. */
const FORGET = { 'Clear-Site-Data': '"cookies", "storage"' };

/** All sites at once, with exactly the given pages: everything else is not there. */
export class SavedSite {
  #documents: ReadonlyMap<string, string> = new Map();
  readonly #cleared = new Set<string>();

  /** @param documents HTML by `documentKey` */
  show(documents: ReadonlyMap<string, string>): void {
    this.#documents = documents;
    this.#cleared.clear();
  }

  /** Null where nothing was given for the address. The script of the replicas is there on every host. */
  answer({ host, path, query }: SiteRequest): SiteAnswer | null {
    if (path === '/replica.js') return { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: readFileSync(REPLICA_SCRIPT, 'utf8') };
    const body = this.#documents.get(documentKey({ host, pathname: path, searchParams: query }));
    if (body === undefined) return null;
    // Once for each host: its second document shares what the first has kept.
    const isFirst = !this.#cleared.has(host);
    this.#cleared.add(host);
    return isFirst ? { body, headers: FORGET } : { body };
  }
}

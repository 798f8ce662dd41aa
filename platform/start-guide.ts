import type { PagePack, Site } from '../content-rules/schema';
import { Guide } from './guide';
import { IN_PAGE } from './in-page';

/**
 * What each site's content script does. Starts the guide in every frame of the site, at document_start only because the guard must
 * hear a press before the page does; nothing is looked at before the document has been read.
 * Listed in the manifest by wxt.config.ts rather than by WXT, whose wrapper tells every page the extension's id by an event,
 * and can be switched off by a page that forges it.
 * @param pack of one site
 */
export function startGuide(pack: PagePack) {
  // What a page writes into an empty frame or window belongs to the page's site and has no address of its own.
  const origin = location.protocol === 'about:' ? window.origin : location.origin;
  const site = Object.entries(pack.journey.sites).find(([, { host }]) => origin === `https://${host}`)?.[0];
  // Started twice in one document (Firefox starts scripts anew in open pages) it would draw and hold everything twice.
  const started = globalThis as { guided?: Document };
  if (site === undefined || started.guided === document) return;
  started.guided = document;
  new Guide(document, pack, site as Site, IN_PAGE);
}

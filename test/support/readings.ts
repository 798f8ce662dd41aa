import type { Journey, RulePack, Site } from '../../content-rules/schema';
import { markComplaints } from '../../engine/facts/complaints';
import { readFacts } from '../../engine/facts/read';
import type { PageFacts } from '../../engine/facts/types';
import { vocabularyOf } from '../../engine/vocabulary';
import { closePage, openReplica, sightWithoutLayout, takeWordsOff } from './page';

/** A replica as the engine saw it. Plain data, the window is gone: some hundred windows do not fit into memory. */
export interface Read {
  site: Site;
  facts: PageFacts;
  /** For each element the facts speak of: its mark in the replica, or its opening where it has none. */
  marks: string[];
}

const known = new WeakMap<RulePack, Map<string, Read>>();

/**
 * Reads a replica at an address, each only once in a test file: opening it is nearly all the time that the tests take.
 * @param sentFrom the page whose form was sent, if it was: then what the page complains of is read, too
 * @returns null where the host is no guided site
 */
export function readReplica(pack: RulePack, file: string, url: string, without: readonly string[] = [], sentFrom: string | null = null): Read | null {
  const site = siteOf(pack.journey, new URL(url).host);
  if (site === null) return null;
  const ofPack = known.get(pack) ?? new Map<string, Read>();
  known.set(pack, ofPack);
  const key = JSON.stringify([file, url, without, sentFrom]);
  const read = ofPack.get(key) ?? openAndRead(pack, site, file, url, without, sentFrom);
  ofPack.set(key, read);
  return read;
}

function openAndRead(pack: RulePack, site: Site, file: string, url: string, without: readonly string[], sentFrom: string | null): Read {
  const { document, marks } = openReplica(file, url);
  takeWordsOff(document, without);
  const { host, pathname } = new URL(url);
  const sight = sightWithoutLayout(document);
  const reading = readFacts(document, { host, path: pathname }, vocabularyOf(pack, site), sight);
  const { facts, elements } = reading;
  const sent = pack.rules.find(({ id }) => id === sentFrom)?.sent;
  if (sent !== undefined) markComplaints(reading, sent.complaints, sight);
  const described = elements.map((element) => marks.get(element) ?? `an unmarked ${element.outerHTML.slice(0, 80)}`);
  closePage(document);
  return { site, facts, marks: described };
}

/** The guided site of a host, null where it is none. */
export function siteOf(journey: Journey, host: string): Site | null {
  for (const [site, entry] of Object.entries(journey.sites)) if (entry.host === host) return site as Site;
  return null;
}

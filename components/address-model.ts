import type { Language, OfficialHosts } from '../content-rules/schema';
import type { AddressVerdict } from '../engine/address/verdict';
import { catalogueOf, fill } from './language';

/** What is said of an address. */
export interface AddressModel {
  tone: 'right' | 'wrong' | 'unsure';
  title: string;
  /** In this order; the first says why. */
  lines: string[];
  /** The official host to open instead; null where the address is right. */
  official: string | null;
  /** The hotline to ask, null where there is nothing to ask about. */
  call: { name: string; telephone: string } | null;
}

/**
 * The words for a verdict.
 * @param about the tab in front, or what was pasted
 */
export function addressModel(verdict: AddressVerdict, about: 'tab' | 'pasted', list: OfficialHosts, language: Language): AddressModel {
  const words = catalogueOf(language).address;
  const home = list.hosts[0]?.host ?? '';
  const entryOf = (host: string | null) => list.hosts.find((entry) => entry.host === host);
  switch (verdict.kind) {
    case 'official': {
      const entry = entryOf(verdict.host);
      const lines = entry === undefined ? [] : [`${entry.name[language]}${language === 'en' ? ': ' : '：'}${entry.for[language]}`];
      return { tone: 'right', title: fill(words.right, { host: verdict.host }), lines, official: null, call: null };
    }
    case 'lookalike': {
      const { host, official } = verdict;
      const where = official === null ? words[about === 'tab' ? 'wrongTabNone' : 'wrongPastedNone'] : words[about === 'tab' ? 'wrongTab' : 'wrongPasted'];
      const lines = [fill(where, { host, official: official ?? '' }), words.tricks[verdict.trick], words.doNotFill];
      return {
        tone: 'wrong',
        title: words.wrong,
        lines,
        official: official ?? home,
        call: { name: list.fraud.name[language], telephone: list.fraud.telephone },
      };
    }
    case 'unsure': {
      const { host, official } = verdict;
      // How to tell by the ending is no help where the ending is right.
      const how = official === null && verdict.why !== 'government' ? [words.how] : [];
      const lines = [fill(words.doubts[verdict.why], { official: official ?? '' }), ...how, words.fromHere];
      return { tone: 'unsure', title: fill(words.unsure, { host }), lines, official: official ?? home, call: null };
    }
    case 'unreadable':
      return { tone: 'unsure', title: words.unreadable, lines: [words.unreadables[verdict.why]], official: null, call: null };
  }
}

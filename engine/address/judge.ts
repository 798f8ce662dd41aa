import type { OfficialHosts } from '../../content-rules/schema';
import { GOVERNMENT, isIn, isNumber, withoutWww } from './domain';
import { lettersApart } from './letters-apart';
import { skeletonOf } from './skeleton';
import { feignsGovernment, trickOf } from './trick';
import type { AddressVerdict, Doubt } from './verdict';
import { readWebAddress, type WebAddress } from './web-address';

/** Characters before an 「@」 that are looked at for words of an official host; what comes after them nobody reads. */
const LONGEST_BAIT = 253;

/**
 * What is to be thought of one address, such as a browser has of a tab. Only an exact host of the list over https is official; an imitation is
 * only called one where it cannot be the government's own. Nothing is opened, and path and query say nothing.
 */
export function judgeAddress(address: string, list: OfficialHosts): AddressVerdict {
  const read = readWebAddress(address);
  return Object.freeze(read === null ? { kind: 'unreadable', why: 'not-web' } : judged(read, list));
}

function judged(address: WebAddress, list: OfficialHosts): AddressVerdict {
  const { host } = address;
  const unsure = (why: Doubt, official: string | null = null): AddressVerdict => ({ kind: 'unsure', host, official, why });
  if (list.hosts.some((official) => official.host === host)) {
    const why = doubtOf(address);
    return why === null ? { kind: 'official', host } : unsure(why, host);
  }
  if (isIn(host, GOVERNMENT)) return address.userInfo === '' ? ofGovernment(host, list) : unsure('user-info');

  const bait = baitIn(address.userInfo, list);
  if (bait !== null) return { kind: 'lookalike', host, official: bait.official, trick: 'user-info' };
  const isSomebodys = list.others.some((other) => isIn(host, other));
  const found = trickOf(host, isSomebodys ? list.hosts.filter(({ telling }) => telling !== undefined) : list.hosts);
  if (found !== null) return { kind: 'lookalike', host, ...found };
  if (!isSomebodys && feignsGovernment(host)) return { kind: 'lookalike', host, official: null, trick: 'government-ending' };

  if (address.userInfo !== '') return unsure('user-info');
  if (isNumber(host)) return unsure('number');
  return unsure(list.shorteners.some((shortener) => isIn(host, shortener)) ? 'shortener' : 'unlisted');
}

function doubtOf({ isSecure, hasOtherPort, userInfo, isPlain }: WebAddress): Doubt | null {
  if (userInfo !== '') return 'user-info';
  if (hasOtherPort) return 'port';
  if (!isSecure) return 'not-secure';
  return isPlain ? null : 'odd';
}

/** Nobody but the government gets a name below gov.tw: such an address is no imitation, unless it is drawn just like an official one. */
function ofGovernment(host: string, { hosts }: OfficialHosts): AddressVerdict {
  const twin = hosts.find((official) => skeletonOf(official.host) === skeletonOf(host));
  if (twin !== undefined) return { kind: 'lookalike', host, official: twin.host, trick: 'confusable' };
  const above = hosts.find((official) => isIn(host, official.host));
  if (above !== undefined) return { kind: 'unsure', host, official: above.host, why: 'below-official' };
  const letters = (text: string) => withoutWww(text).replace(/[.-]/g, '');
  const near = hosts.find(
    (official) => letters(official.host) === letters(host) || (official.telling !== undefined && lettersApart(host, official.host, 2) <= 2),
  );
  return { kind: 'unsure', host, official: near?.host ?? null, why: near === undefined ? 'government' : 'nearly-official' };
}

/** What an official address, or one of the government, is put before the 「@」 for: to be read instead of the host. */
function baitIn(userInfo: string, { hosts }: OfficialHosts): { official: string | null } | null {
  if (userInfo === '') return null;
  const seen = skeletonOf(userInfo);
  const official = hosts.find(({ host }) => seen.includes(skeletonOf(host)));
  if (official !== undefined) return { official: official.host };
  const named = trickOf(seen.slice(0, LONGEST_BAIT), hosts);
  if (named !== null) return named;
  return feignsGovernment(seen) ? { official: null } : null;
}

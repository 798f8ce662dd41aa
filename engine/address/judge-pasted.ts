import type { OfficialHosts } from '../../content-rules/schema';
import { judgeAddress } from './judge';
import { readPasted } from './pasted';
import type { AddressVerdict, Unreadable } from './verdict';

/** Characters. More than that is a text, not an address. */
const LONGEST = 20_000;

/**
 * What is to be thought of what a person pasted: one address, perhaps with words around it. It is official only if every way of reading it
 * gives the same official host; one imitation among several addresses is told before all else.
 */
export function judgePasted(text: string, list: OfficialHosts): AddressVerdict {
  if (text.length > LONGEST) return unreadable('too-long');
  if (text.trim() === '') return unreadable('nothing');
  const { addresses, hasOtherKind, hasMailAddress, hasLooseEnd } = readPasted(text);
  const verdicts = [...new Set([...addresses, ...joined(text)])].map((address) => judgeAddress(address, list));
  const lookalike = verdicts.find(({ kind }) => kind === 'lookalike');
  if (lookalike !== undefined) return lookalike;
  if (hasOtherKind) return unreadable('not-web');
  const hosts = new Set(verdicts.flatMap((verdict) => ('host' in verdict ? [verdict.host] : [])));
  if (hosts.size > 1) return unreadable('several');
  const [worst] = verdicts.toSorted((one, other) => RANK[one.kind] - RANK[other.kind]);
  if (worst === undefined) return unreadable(hasMailAddress ? 'mail-address' : 'nothing');
  if (worst.kind === 'official' && hasLooseEnd) return Object.freeze({ kind: 'unsure', host: worst.host, official: worst.host, why: 'odd' });
  return worst;
}

const RANK: Record<AddressVerdict['kind'], number> = { lookalike: 0, unreadable: 1, unsure: 2, official: 3 };

function unreadable(why: Unreadable): AddressVerdict {
  return Object.freeze({ kind: 'unreadable', why });
}

/** Browsers leave line ends out of what is pasted into their address bar: a host may go on in the next line. */
function joined(text: string): string[] {
  const whole = text.trim();
  return /^https?:[^\s]*[\r\n\t]+[.@:%\\-]/i.test(whole) ? [whole.replace(/[\r\n\t]+/g, '').split(/\s/)[0] as string] : [];
}

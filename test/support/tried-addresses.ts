import { Random } from '../../drills/random';

/** The official hosts once more, by hand: the judge's own list is on trial, too. */
export const OFFICIAL = ['elearn.hrd.gov.tw', 'www.cp.gov.tw', 'www.gov.tw', 'www.gsp.gov.tw', 'ecpa.dgpa.gov.tw'];
/** Those with a name of their own, of which every imitation is to be told. */
const NAMED = OFFICIAL.filter((host) => host !== 'www.gov.tw');

const PATHS = ['', '/', '/mooc/index.php', '/login?next=https://elearn.hrd.gov.tw/', '/elearn.hrd.gov.tw/', '#www.cp.gov.tw', '?host=www.cp.gov.tw'];
const BAD = ['evil.tw', 'example.com', 'login.vip', 'shop.com.tw', 'a.b.example.org', 'xn--fiq228c.example'];
const ENDINGS = ['com', 'tw', 'com.tw', 'gov.cn', 'gov.vip', 'org', 'net', 'gov.co', 'idv.tw', 'gov.my', 'cc', 'gov.tw.com'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Letters and what is put in their place to look the same. */
const TWINS: Record<string, readonly string[]> = {
  a: ['а', 'ɑ', 'α', 'á'],
  c: ['с', 'ϲ', 'ç'],
  d: ['ԁ', 'cl'],
  e: ['е', 'ҽ', 'ē', 'ė'],
  g: ['ɡ', 'ց', 'ĝ'],
  h: ['һ', 'ɦ'],
  l: ['1', 'ӏ', 'I', 'ł', 'ı', 'i'],
  n: ['ո', 'ń'],
  o: ['0', 'о', 'ο', 'ö'],
  p: ['р', 'ρ'],
  r: ['г', 'ŕ'],
  s: ['ѕ', 'š'],
  t: ['т', 'τ', 'ţ'],
  v: ['ѵ', 'ν'],
  w: ['vv', 'ԝ', 'ѡ', 'ŵ'],
};

export interface Tried {
  family: string;
  address: string;
}

/** Imitations of the kinds that are known, drawn by a seed. None of them is below gov.tw; all must be told. */
export function imitations(seed: number, each = 60): Tried[] {
  const random = new Random(seed);
  const make: Record<string, (host: string) => string> = {
    'goes on behind the official host': (host) => `${host}.${random.pick(BAD)}`,
    'goes on by a hyphen': (host) => `${host}-${random.pick(['login', 'tw', 'member', 'secure'])}.${random.pick(BAD)}`,
    'is in the middle': (host) => `${random.pick(['my', 'www', 'login', 'm'])}.${host}.${random.pick(BAD)}`,
    'has hyphens for dots': (host) => `${host.replaceAll('.', '-')}.${random.pick(BAD)}`,
    'has some hyphens for dots': (host) => `${host.replace(/\.(?=[^.]*\.tw$)/, '-')}.${random.pick(BAD)}`,
    'lacks the dot before gov': (host) => host.replace('.gov', 'gov'),
    'has a hyphen before gov': (host) => host.replace('.gov', '-gov'),
    'has another ending': (host) => host.replace(/tw$/, random.pick(ENDINGS)),
    'has the official host before an 「@」': (host) => `${host}${random.pick(['', ':443', '%2Fmooc', ':x'])}@${random.pick(BAD)}`,
    'looks the same, outside of gov.tw': (host) => twin(random, host, host.slice(-6)),
    'is one letter off in gov.tw': (host) => host.slice(0, -6) + edited(random, 'gov.tw', 1),
    'is two letters off': (host) => edited(random, host.slice(0, -6), 1) + edited(random, 'gov.tw', 1),
  };
  return Object.entries(make).flatMap(([family, imitate]) => {
    const found = new Set<string>();
    for (let tries = 0; found.size < each && tries < each * 20; tries += 1) {
      const host = imitate(random.pick(NAMED));
      // What ends up below gov.tw is the government's own, and what is an ordinary name is somebody's.
      const { hostname } = new URL(`https://${host}`);
      if (!/(^|\.)gov\.tw\.?$/.test(hostname) && !OFFICIAL.includes(hostname)) found.add(`https://${host}${random.pick(PATHS)}`);
    }
    return [...found].map((address) => ({ family, address }));
  });
}

/** Addresses of which none may be called right, whatever else is said: the hosts themselves in every wrong dress, and ones drawn at random. */
export function neverRight(seed: number, each = 60): Tried[] {
  const random = new Random(seed);
  const drawn = (family: string, make: (host: string) => string) =>
    Array.from({ length: each }, () => ({ family, address: `${make(random.pick(OFFICIAL))}${random.pick(PATHS)}` }));
  return [
    ...drawn('plain http', (host) => `http://${host}`),
    ...drawn('another port', (host) => `https://${host}:${1 + random.below(440)}`),
    ...drawn('below an official host', (host) => `https://${random.pick(['a', 'www', 'm', 'login', 'iclass'])}.${host}`),
    ...drawn('something before an 「@」', (host) => `https://${random.pick(['a', 'www.gov.tw', 'a:b', '%20'])}@${host}`),
    ...drawn('a dot at the end', (host) => `https://${host}.`),
    ...drawn('another of the government', () => `https://${word(random)}.${random.pick(['', 'hrd.', 'cp.', 'nat.'])}gov.tw`),
    ...drawn('edited, wherever it ends', (host) => `https://${edited(random, host, 1 + random.below(2), host)}`),
    ...drawn('looks the same', (host) => `https://${twin(random, host, host)}`),
    ...drawn('somebody’s', () => `https://${word(random)}.${random.pick(BAD)}`),
    ...drawn('numbers', () => `https://${[0, 0, 0, 0].map(() => random.below(256)).join('.')}`),
    ...drawn(
      'another kind of address',
      (host) => `${random.pick(['javascript:', 'data:text/html,', 'view-source:', 'blob:', 'file://', 'ftp://'])}https://${host}`,
    ),
  ];
}

function word(random: Random): string {
  return Array.from({ length: 4 + random.below(6) }, () => random.pick([...LETTERS])).join('');
}

/** Letters changed, added, left out or swapped. */
function edited(random: Random, text: string, edits: number, but = text): string {
  let result = text;
  for (let left = edits; left > 0; left -= 1) {
    const at = random.below(result.length);
    const letter = random.pick([...LETTERS]);
    const kind = random.below(4);
    if (kind === 0) result = result.slice(0, at) + letter + result.slice(at + 1);
    else if (kind === 1) result = result.slice(0, at) + letter + result.slice(at);
    else if (kind === 2) result = result.slice(0, at) + result.slice(at + 1);
    else result = result.slice(0, at) + (result[at + 1] ?? '') + (result[at] ?? '') + result.slice(at + 2);
  }
  return result === but || /^\.|\.\.|\.$|^$/.test(result) ? edited(random, text, edits, but) : result;
}

/** A host in which some letters are others that look the same, at least one of them in the given part. */
function twin(random: Random, host: string, part: string): string {
  const from = host.length - part.length;
  const places = [...host].flatMap((letter, index) => (letter in TWINS ? [index] : []));
  const must = random.pick(places.filter((index) => index >= from));
  return [...host]
    .map((letter, index) => (index === must || (letter in TWINS && random.below(5) === 0) ? random.pick(TWINS[letter] ?? [letter]) : letter))
    .join('');
}

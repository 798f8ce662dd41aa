import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePack } from '../../content-rules/schema';
import { normalise } from '../../engine/normalise';
import type { KnownWords } from '../../record/known-words';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', laquo: '«', raquo: '»', times: '×', copy: '©' };
const WORDS = /^(?:alt|title|placeholder|aria-label|label)$/;
const IDENTIFIERS = /^(?:id|class|name|for|aria-labelledby|aria-describedby|aria-controls)$/;
const ADDRESSES = /^(?:href|action|src|formaction)$/;
const MAILBOX = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What is gathered from the replicas and rules before it is sorted. */
interface Found {
  runs: string[];
  identifiers: Set<string>;
  addresses: string[];
}

/**
 * All that may be kept of a page while someone is logged in: the words of rules and replicas. Read from the files as text: replicas
 * are drawn by hand and hold nothing that needs a browser to be understood.
 * @param root the project's folder
 */
export function knownWords(root: string, { journey, rules }: RulePack): KnownWords {
  const found = readReplicas(root);
  for (const { recognise, targets, cautions } of rules)
    found.runs.push(
      ...stringsIn([
        recognise.all,
        recognise.none,
        targets.map(({ find, then }) => [find, then && [then].flat().map((next) => next.find)]),
        cautions.map(({ about, hold, choose }) => [about, hold?.find, choose]),
      ]),
    );
  found.runs.push(...Object.values(journey.hotlines).flatMap(({ name, telephone }) => [name['zh-TW'], telephone]));
  found.runs.push(...Object.values(journey.sites).map(({ name }) => name['zh-TW']), ...Object.values(journey.places).map(({ name }) => name['zh-TW']));
  found.addresses.push(...Object.values(journey.places).map(({ url }) => url), ...Object.values(journey.sites).map(({ host }) => `https://${host}/`));
  return sorted(found, officialContacts(root, journey));
}

/** Official telephone numbers and mailboxes alone, normalised: they need no sound rules. */
export function officialContacts(root: string, journey: RulePack['journey']): Set<string> {
  const mailboxes = readReplicas(root).runs.flatMap((run) => run.match(MAILBOX) ?? []);
  return new Set([...mailboxes, ...Object.values(journey.hotlines).map(({ telephone }) => telephone)].map(normalise));
}

function readReplicas(root: string): Found {
  const found: Found = { runs: [], identifiers: new Set(), addresses: [] };
  const base = join(root, 'content-rules');
  for (const file of readdirSync(base, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.html')) readMarkup(readFileSync(join(base, file), 'utf8'), found);
  }
  return found;
}

function readMarkup(html: string, found: Found): void {
  const bare = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
  for (const piece of bare.split(/(<[^>]*>)/)) {
    if (!piece.startsWith('<')) {
      found.runs.push(decoded(piece));
      continue;
    }
    const isPressed = /^<input\b/i.test(piece) && /\btype\s*=\s*["']?(?:submit|button|reset)\b/i.test(piece);
    for (const [, name = '', double, single, plain] of piece.matchAll(/\s([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
      const value = decoded(double ?? single ?? plain ?? '');
      if (WORDS.test(name) || (name === 'value' && isPressed)) found.runs.push(value);
      else if (IDENTIFIERS.test(name)) for (const word of value.split(/\s+/)) found.identifiers.add(word);
      else if (ADDRESSES.test(name)) found.addresses.push(value);
    }
  }
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number(name[1] === 'x' || name[1] === 'X' ? `0${name.slice(1)}` : name.slice(1)));
  });
}

/** The words under `find`, `text`, `name` and the like, whatever the nesting; addresses and roles are none. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/…$/u, '')];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (['role', 'address', 'elsewhere', 'absence'].includes(key) ? [] : stringsIn(part)));
}

function sorted({ runs, identifiers, addresses }: Found, contacts: ReadonlySet<string>): KnownWords {
  const words = new Set<string>();
  for (const run of runs) {
    words.add(normalise(run));
    // A part of a run may stand elsewhere: its letters alone, since digits could be put together to anyone's number.
    for (const part of run.split(/[^\p{L}]+/u)) if (!/^[a-z]{1,2}$/i.test(part)) words.add(normalise(part));
  }
  // Numbers alone are nobody's words, and could be put together to anybody's number.
  for (const word of words) if (word === '' || /^\p{N}+$/u.test(word)) words.delete(word);
  const known: { hosts: Set<string>; steps: Set<string> } = { hosts: new Set(), steps: new Set() };
  for (const address of addresses) {
    if (!URL.canParse(address, 'https://elearn.hrd.gov.tw/')) continue;
    const { protocol, hostname, pathname } = new URL(address, 'https://elearn.hrd.gov.tw/');
    if (!/^https?:$/.test(protocol)) continue;
    known.hosts.add(hostname);
    for (const step of pathname.split('/')) if (step !== '' && !/\d{5}/.test(step)) known.steps.add(step.toLowerCase());
  }
  const list = (set: ReadonlySet<string>) => [...set].filter((word) => word !== '').sort();
  return { words: list(words), identifiers: list(identifiers), hosts: list(known.hosts), steps: list(known.steps), contacts: list(contacts) };
}

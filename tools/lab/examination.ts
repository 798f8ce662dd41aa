import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Language } from '../../content-rules/schema';
import type { JourneyEvent } from '../../engine/progress';
import { GUIDED_HOSTS } from '../browser/site-server';
import { BadInput } from './bad-input';
import type { Options } from './options';
import { readSavedPage } from './saved-page';

/** One page to open, everything checked and read. */
export interface Examination {
  /** Without user name and password, which a browser takes off as well. */
  url: URL;
  /** Address → HTML of the page and of the frames. */
  documents: ReadonlyMap<string, string>;
  /** What brings a person to where this one is. */
  events: readonly JourneyEvent[];
  language: Language;
  /** Where the picture goes, or null. */
  shot: string | null;
}

/** Whether the extension does anything there: https, one of the exact hosts, no other port. */
export function isGuided({ protocol, host }: URL): boolean {
  return protocol === 'https:' && GUIDED_HOSTS.includes(host);
}

/** An address as the site server sees it: no fragment, no user, the query in one spelling. */
export function documentKey({ host, pathname, searchParams }: Pick<URL, 'host' | 'pathname' | 'searchParams'>): string {
  return `${host}${pathname}?${searchParams}`;
}

/**
 * Makes an examination of what was asked, reading its files.
 *
 * @param folder what relative paths start from
 * @throws BadInput in one line naming what is wrong
 */
export function examinationOf(options: Options, folder: string): Examination {
  if (options.url === undefined) throw new BadInput('--url is missing: expected the address of the page');
  if (options.file === undefined) throw new BadInput('the file of the saved page is missing: expected --url <address> <file.html>');
  const url = readAddress(options.url, '--url');
  const documents = new Map([[documentKey(url), readSavedPage(resolve(folder, options.file), options.file)]]);
  for (const word of options.frames) {
    const frame = readFrame(word, folder);
    if (documents.has(frame.key)) throw new BadInput(`--frame: there is a page at ${frame.address} already; expected another address`);
    documents.set(frame.key, frame.html);
  }
  return {
    url,
    documents,
    events: eventsOf(options),
    language: options.lang ?? 'zh-TW',
    shot: options.shot === undefined ? null : shotPath(options.shot, folder),
  };
}

/** The hosts of an examination that the browser is to find. */
export function hostsOf({ documents }: Examination): string[] {
  return [...documents.keys()].map((key) => new URL(`https://${key}`).hostname);
}

function readAddress(address: string, option: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new BadInput(`${option}: expected an address that begins with https://, not ${address}`);
  url.username = '';
  url.password = '';
  return url;
}

/** Both address and file may hold a `=`: the last one that leaves the name of a file divides them, else the last of all. */
function readFrame(word: string, folder: string): { key: string; address: string; html: string } {
  const places = [...word.matchAll(/=/g)].map(({ index }) => index).reverse();
  const isFile = (place: number) => statSync(resolve(folder, word.slice(place + 1)), { throwIfNoEntry: false })?.isFile() === true;
  const divide = places.find(isFile) ?? (places[0] as number);
  const address = word.slice(0, divide);
  const url = readAddress(address, '--frame');
  if (url.protocol !== 'https:' || url.port !== '') throw new BadInput(`--frame: expected an https address without a port, not ${address}`);
  return { key: documentKey(url), address, html: readSavedPage(resolve(folder, word.slice(divide + 1)), `--frame: ${word.slice(divide + 1)}`) };
}

function eventsOf({ hours, civil, account, after = 0 }: Options): JourneyEvent[] {
  const answers = Object.entries({ hours, civil, account });
  const answered = answers.flatMap(([question, answer]): JourneyEvent[] =>
    answer === undefined ? [] : [{ type: 'answered', question: question as 'hours', answer }],
  );
  const finished = Array.from({ length: after }, (_, index): JourneyEvent => ({ type: 'finished', step: index + 1 }));
  return [...answered, ...finished];
}

function shotPath(shot: string, folder: string): string {
  const path = resolve(folder, shot);
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true) throw new BadInput(`--shot: there is no folder for ${shot}`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new BadInput(`--shot: expected a file, but ${shot} is a folder`);
  return path;
}

import { BadOption } from '../command-line/read-options';

/** What either command was asked. */
export interface Asked {
  /** `elearn/16-name` */
  page: string;
  /** The file of the saved page, or null. */
  file: string | null;
  url: string | null;
  /** 1 to 11, or null where the page belongs to no step. */
  step: number | null;
  variant: string | null;
}

const EXPECTED = {
  '--url': 'the https address of the page',
  '--step': 'a step from 1 to 11',
  '--variant': 'a short name of small letters, digits and dashes, such as 2027 or new-header',
} as const;
type Option = keyof typeof EXPECTED;

const PAGE = /^(elearn|egov|portal)\/\d\d-[a-z0-9-]+$/;

/**
 * Reads the words of `npm run new-rule` and `npm run new-replica`.
 * @throws BadOption naming what is wrong and what was expected
 */
export function readWords(words: readonly string[]): Asked {
  const given = new Map<Option, string>();
  const plain: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--')) plain.push(word);
    else setOption(given, word, rest);
  }
  const [page, file = null, ...more] = plain;
  if (page === undefined) throw new BadOption('the page is missing: expected its folder, such as elearn/16-name');
  if (!PAGE.test(page)) throw new BadOption(`expected a folder such as elearn/16-name (elearn, egov or portal; two digits; small letters), not ${page}`);
  if (more.length > 0) throw new BadOption(`expected one file of a saved page, but there are ${file} and ${more.join(' and ')}`);
  return { page, file, url: url(given.get('--url')), step: step(given.get('--step')), variant: variant(given.get('--variant')) };
}

function setOption(given: Map<Option, string>, word: string, rest: string[]) {
  const [name = '', ...after] = word.split('=');
  if (!Object.hasOwn(EXPECTED, name)) throw new BadOption(`unknown option ${name}; expected one of ${Object.keys(EXPECTED).join(' ')}`);
  if (given.has(name as Option)) throw new BadOption(`${name} is given twice`);
  const value = after.length > 0 ? after.join('=') : rest.shift();
  if (value === undefined || value === '') throw new BadOption(`${name}: expected ${EXPECTED[name as Option]}, but nothing follows`);
  given.set(name as Option, value);
}

function url(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:') throw new BadOption(`--url: expected ${EXPECTED['--url']}, not ${value}`);
  const { origin, pathname } = new URL(value);
  return `${origin}${pathname}`;
}

function step(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^([1-9]|1[01])$/.test(value)) throw new BadOption(`--step: expected ${EXPECTED['--step']}, not ${value}`);
  return Number(value);
}

function variant(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(value)) throw new BadOption(`--variant: expected ${EXPECTED['--variant']}, not ${value}`);
  return value;
}

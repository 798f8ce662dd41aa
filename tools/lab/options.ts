import type { BrowserName } from '../browser/system-packages';
import { BadInput } from './bad-input';

export type YesOrNo = 'yes' | 'no';

/** What the command line says, or the `args` of one case: checked word by word, with nothing looked up yet. */
export interface Options {
  file?: string;
  url?: string;
  /** As written: `<address>=<file>`. */
  frames: string[];
  account?: YesOrNo;
  hours?: YesOrNo;
  civil?: YesOrNo;
  /** The last step that is finished, 0 to 11. */
  after?: number;
  lang?: 'zh-TW' | 'en';
  browser?: BrowserName;
  shot?: string;
  cases?: string;
  /** A support report, instead of a page. */
  report?: string;
  /** Say in words, too, what a page that is not recognised misses. */
  explain?: true;
}

interface Kind {
  expected: string;
  /** Undefined: anything but nothing. */
  pattern?: RegExp;
  /** Nothing follows it. */
  isFlag?: true;
}

const YES_OR_NO: Kind = { expected: 'yes or no', pattern: /^(yes|no)$/ };

const KINDS: Record<string, Kind> = {
  '--url': { expected: 'the address of the page' },
  '--frame': { expected: '<address>=<file.html>', pattern: /^.+=.+$/s },
  '--account': YES_OR_NO,
  '--hours': YES_OR_NO,
  '--civil': YES_OR_NO,
  '--after': { expected: 'the last step that is finished, a whole number from 0 to 11', pattern: /^(\d|1[01])$/ },
  '--lang': { expected: 'zh-TW or en', pattern: /^(zh-TW|en)$/ },
  '--browser': { expected: 'chromium or firefox', pattern: /^(chromium|firefox)$/ },
  '--shot': { expected: 'the file to write the picture to' },
  '--cases': { expected: 'a file of cases' },
  '--report': { expected: 'a support report' },
  '--explain': { expected: 'nothing after it', isFlag: true },
};

/**
 * Reads the words of a command line. `--name value` and `--name=value` mean the same; `--` ends the options.
 *
 * @throws BadInput naming the option and what was expected
 */
export function readOptions(words: readonly string[]): Options {
  const options: Options = { frames: [] };
  const rest = [...words];
  let areOptionsOver = false;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--' && !areOptionsOver) areOptionsOver = true;
    else if (areOptionsOver || !word.startsWith('-')) setFile(options, word);
    else setOption(options, word, rest);
  }
  return options;
}

function setFile(options: Options, word: string): void {
  if (word === '') throw new BadInput('expected the file of a saved page, not an empty word');
  if (options.file !== undefined) throw new BadInput(`expected one file, but there are ${options.file} and ${word}`);
  options.file = word;
}

function setOption(options: Options, word: string, rest: string[]): void {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) throw new BadInput(`unknown option ${name}; expected one of ${Object.keys(KINDS).join(' ')}`);
  if (kind.isFlag === true) {
    setFlag(options, name, equals);
    return;
  }
  const value = equals < 0 ? valueAfter(rest) : word.slice(equals + 1);
  if (value === undefined || value === '') throw new BadInput(`${name}: expected ${kind.expected}, but nothing follows`);
  if (kind.pattern?.test(value) === false) throw new BadInput(`${name}: expected ${kind.expected}, not ${value}`);
  const key = name.slice(2) as Exclude<keyof Options, 'file' | 'frames' | 'explain'> | 'frame';
  if (key === 'frame') options.frames.push(value);
  else if (options[key] !== undefined) throw new BadInput(`${name} is given twice`);
  else Object.assign(options, { [key]: key === 'after' ? Number(value) : value });
}

function setFlag(options: Options, name: string, equals: number): void {
  if (equals >= 0) throw new BadInput(`${name}: expected nothing after it`);
  if (options.explain === true) throw new BadInput(`${name} is given twice`);
  options.explain = true;
}

/** The next word, unless it is an option itself. */
function valueAfter(rest: string[]): string | undefined {
  return rest[0]?.startsWith('--') === true ? undefined : rest.shift();
}

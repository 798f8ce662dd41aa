import { BadReport } from './bad-report';
import type { ImportWish } from './import-report';

const EXPECTED: Record<string, { what: string; pattern: RegExp }> = {
  '--page': { what: 'a folder below content-rules/, such as elearn/05-certificate-question, or lookalikes', pattern: /^[a-z0-9/-]+$/ },
  '--variant': { what: 'a name of small letters, digits and hyphens', pattern: /^[a-z0-9][a-z0-9-]{0,40}$/ },
  '--document': { what: 'the number of a document, from 1', pattern: /^[1-9]\d?$/ },
};

/**
 * Reads the words of the command line: one file, and options.
 * @throws BadReport naming what was expected
 */
export function readWish(words: readonly string[]): ImportWish {
  const files: string[] = [];
  const given = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const [name = '', ...after] = word.split('=');
    const kind = Object.hasOwn(EXPECTED, name) ? EXPECTED[name] : undefined;
    if (kind === undefined) throw new BadReport(`unknown option ${name}; expected ${Object.keys(EXPECTED).join(' or ')}`);
    if (given.has(name)) throw new BadReport(`${name} is given twice`);
    const value = after.length > 0 ? after.join('=') : rest.shift();
    if (value === undefined || !kind.pattern.test(value)) throw new BadReport(`${name}: expected ${kind.what}, not ${value ?? 'nothing'}`);
    given.set(name, value);
  }
  const [file, second] = files;
  if (file === undefined) throw new BadReport('expected the file of a field report');
  if (second !== undefined) throw new BadReport(`expected one file, but there are ${file} and ${second}`);
  const document = given.get('--document');
  return { file, page: given.get('--page'), variant: given.get('--variant'), ...(document === undefined ? {} : { document: Number(document) }) };
}

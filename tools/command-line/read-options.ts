/** Something wrong in the words of a command line, in one line for the person who wrote them. Ends the command with status 2. */
export class BadOption extends Error {}

/** What may follow an option: one of these words, a whole number from 1, or nothing at all. */
export type OptionKind = { values: readonly string[] } | 'number' | 'flag';

/**
 * Reads the words of a command line that has options only. `--name value` and `--name=value` mean the same.
 *
 * @param kinds by the option's name with its dashes
 * @returns the value of each option that was given, by the same name; a flag's value is `yes`
 * @throws BadOption naming the option and what was expected
 */
export function readOptions(words: readonly string[], kinds: Readonly<Record<string, OptionKind>>): Map<string, string> {
  const given = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', ...after] = word.split('=');
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw new BadOption(`unknown option ${word}; expected ${Object.keys(kinds).join(' or ')}`);
    if (given.has(name)) throw new BadOption(`${name} is given twice`);
    const value = kind === 'flag' ? flag(name, after) : after.length > 0 ? after.join('=') : rest.shift();
    given.set(name, kind === 'flag' ? 'yes' : kind === 'number' ? number(name, value) : choice(name, value, kind.values));
  }
  return given;
}

function flag(name: string, after: readonly string[]): string {
  if (after.length > 0) throw new BadOption(`${name}: expected nothing after it, not ${after.join('=')}`);
  return 'yes';
}

function number(name: string, value: string | undefined): string {
  if (value === undefined) throw new BadOption(`${name}: expected a whole number from 1, but nothing follows`);
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new BadOption(`${name}: expected a whole number from 1, not ${value}`);
  return value;
}

function choice(name: string, value: string | undefined, values: readonly string[]): string {
  const expected = values.join(' or ');
  if (value === undefined) throw new BadOption(`${name}: expected ${expected}, but nothing follows`);
  if (!values.includes(value)) throw new BadOption(`${name}: expected ${expected}, not ${value}`);
  return value;
}

import { ALLOWED, type ClassKit, classKit, KIT_KIND, KIT_VERSION } from './kit';

/** A file of this format has a tenth of it. Characters. */
export const KIT_AT_MOST = 4096;

/** Why a file is no class kit, and where. `where` is the name of a key, `faults 2` for a place in a list, or a line. */
export type KitFault =
  | { fault: 'too-large' | 'empty' | 'not-an-object' | 'no-kind' | 'other-kind' }
  | { fault: 'not-json'; line: number | null }
  | { fault: 'newer-version'; version: number }
  | { fault: 'personal' | 'missing-key'; where: string }
  | { fault: 'unknown-key'; where: string }
  | { fault: 'wrong-value'; where: string; allowed: string };

/** Looks like an ID number, a mail address or a mobile number. */
const PERSONAL = /[A-Z][A-D1289]\d{8}|[^\s@]@[^\s@]+\.|09\d{2}-?\d{3}-?\d{3}/i;
/** A name of a key that may be repeated on the page; any other is called by its place. */
const PLAIN_KEY = /^[A-Za-z][A-Za-z-]{0,29}$/;

/** Reads the text of a file. Of what is wrong with it the first thing is told; a wrong value itself is never repeated. */
export function readKit(text: string): { kit: ClassKit } | KitFault {
  if (text.length > KIT_AT_MOST) return { fault: 'too-large' };
  if (text.trim() === '') return { fault: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: 'not-json', line: lineOf(error, text) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not-an-object' };
  return readObject(value as Record<string, unknown>);
}

function readObject(value: Record<string, unknown>): { kit: ClassKit } | KitFault {
  const keys = Object.keys(value);
  if (!Object.hasOwn(value, 'kind')) return { fault: 'no-kind' };
  if (value.kind !== KIT_KIND) return { fault: 'other-kind' };
  if (typeof value.version === 'number' && value.version > KIT_VERSION) return { fault: 'newer-version', version: value.version };
  const called = (key: string) => (PLAIN_KEY.test(key) ? key : `#${keys.indexOf(key) + 1}`);
  const personal = keys.find((key) => PERSONAL.test(`${key} ${JSON.stringify(value[key])}`));
  if (personal !== undefined) return { fault: 'personal', where: called(personal) };
  // Before the schema, which knows keys of this name no better than any other object does.
  const unknown = keys.find((key) => !Object.hasOwn(classKit.shape, key));
  if (unknown !== undefined) return { fault: 'unknown-key', where: called(unknown) };
  const missing = Object.keys(classKit.shape).find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return { fault: 'missing-key', where: missing };
  const read = classKit.safeParse(value);
  if (read.success) return { kit: read.data };
  const [key = '', place] = read.error.issues[0]?.path ?? [];
  return { fault: 'wrong-value', where: place === undefined ? String(key) : `${String(key)} ${Number(place) + 1}`, allowed: ALLOWED[String(key)] ?? '' };
}

/** Firefox names the line, Chrome the place in the text, or neither where the text is short. */
function lineOf(error: unknown, text: string): number | null {
  const said = String(error);
  const line = /line (\d+)/.exec(said)?.[1];
  if (line !== undefined) return Number(line);
  const place = /unexpected end/i.test(said) ? text.trimEnd().length : Number(/position (\d+)/.exec(said)?.[1] ?? Number.NaN);
  return Number.isNaN(place) ? null : text.slice(0, place).split('\n').length;
}

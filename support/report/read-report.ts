import type * as z from 'zod/mini';
import { type Fault, fault } from './fault';
import { KIND, type SupportReport, supportReport, VERSION } from './format';
import { knownOnly, knownWord } from './known';
import type { Rules } from './rules';
import { strangerIn } from './strangers';
import { unsafeIn } from './unsafe';

/**
 * The report of a very long page is smaller by far, and one of this size that was made to take long is refused within seconds. Bytes, and letters
 * once it is read. To be asked before a file is read at all.
 */
export const LARGEST = 1_000_000;

export type ReadReport = { report: SupportReport } | { fault: Fault };

/**
 * Reads what claims to be a support report, trusting nothing in it. Nothing of it is run, and nothing is kept of what is refused.
 * @param text what stands in the file
 * @param rules the rules of the reader
 */
export function readReport(text: string, rules: Rules): ReadReport {
  const read = parsed(text);
  if ('fault' in read) return read;
  const { value } = read;
  const kind = kindFault(value);
  if (kind !== null) return { fault: kind };
  const unsafe = unsafeIn(value, knownWord(rules));
  if (unsafe !== null) return { fault: unsafe };
  const result = supportReport.safeParse(value);
  if (!result.success) return { fault: formFault(result.error.issues) };
  const stranger = strangerIn(result.data, rules);
  if (stranger !== null) return { fault: stranger };
  const known = knownOnly(result.data, rules);
  return 'what' in known ? { fault: known } : { report: known };
}

function parsed(text: string): { value: unknown } | { fault: Fault } {
  if (text.length > LARGEST) return { fault: fault('too-large') };
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return { fault: fault('empty') };
  try {
    return { value: JSON.parse(plain) };
  } catch {
    return { fault: fault(plain.startsWith('{') && !isClosed(plain) ? 'cut-off' : 'not-json') };
  }
}

/** Whether every bracket that is opened is closed again. */
function isClosed(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\[\s\S])*(?:"|$)/g, '');
  const count = (signs: RegExp) => (bare.match(signs) ?? []).length;
  return count(/[{[]/g) <= count(/[}\]]/g);
}

const OTHERS: Record<string, Fault['what']> = { 'register-guide field report': 'field-report', 'register-guide class kit': 'class-kit' };

function kindFault(value: unknown): Fault | null {
  const of = (key: string) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined);
  const kind = of('kind');
  if (kind !== KIND) return fault(typeof kind === 'string' && Object.hasOwn(OTHERS, kind) ? (OTHERS[kind] as Fault['what']) : 'other-kind', ['kind']);
  const version = of('version');
  return typeof version === 'number' && version > VERSION ? fault('newer', ['version'], `expected ${VERSION}`) : null;
}

function formFault(issues: readonly z.core.$ZodIssue[]): Fault {
  const [first] = issues;
  if (first === undefined) return fault('not-as-expected');
  // What the key says is not repeated: anything may stand there.
  if (first.code === 'unrecognized_keys') return fault('not-as-expected', first.path, 'expected no other parts');
  return fault('not-as-expected', first.path, first.message);
}

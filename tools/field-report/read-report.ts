import { readFileSync, statSync } from 'node:fs';
import { normalise } from '../../engine/normalise';
import { WORD_ATTRIBUTES } from '../../record/attributes';
import { personalSpans } from '../../record/personal';
import { type FieldReport, isElementNode, parseReport } from '../../record/report';
import { BadReport } from './bad-report';

/** A report of the longest page that is recorded is smaller by far. Bytes. */
const LARGEST = 8_000_000;

/**
 * Reads a field report, trusting nothing in it.
 * @param path where the file is
 * @param shownAs the name used in messages
 * @param contacts official telephone numbers and mailboxes, normalised
 * @throws BadReport in one line: what is wrong, and where
 */
export function readReport(path: string, shownAs: string, contacts: ReadonlySet<string>): FieldReport {
  const at = (message: string) => new BadReport(`${shownAs}: ${message}`);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw at('there is no such file');
  if (!stats.isFile()) throw at('expected a file');
  if (stats.size > LARGEST) throw at(`expected at most ${LARGEST} bytes, not ${stats.size}`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw at(`not JSON, or cut off: ${oneLine((error as Error).message)}`);
  }
  let report: FieldReport;
  try {
    report = parseReport(value);
  } catch (error) {
    throw at(error instanceof RangeError ? 'nested too deeply' : oneLine((error as Error).message));
  }
  const place = personalPlace(report, contacts);
  if (place !== null) throw at(`${place}: looks like it belongs to one person; expected it to be struck before it was saved`);
  return report;
}

/** The last net: a file may have been made or changed by hand. Says where, never what. */
function personalPlace({ login, documents }: FieldReport, contacts: ReadonlySet<string>): string | null {
  const isPersonal = (text: string) =>
    personalSpans(text).some(({ from, to }) => !contacts.has(normalise(text.slice(from, to))) && /\d|@/.test(text.slice(from, to).normalize('NFKC')));
  for (const [index, { title, nodes }] of documents.entries()) {
    if (login === 'guest' && isPersonal(title)) return `documents.${index}.title`;
    for (const [number, node] of nodes.entries()) {
      const at = `documents.${index}.nodes.${number}`;
      if (!isElementNode(node)) {
        if (isPersonal(node.text)) return `${at}.text`;
        continue;
      }
      const told = (node.attributes ?? {}) as Record<string, string | undefined>;
      const found = WORD_ATTRIBUTES.find((name) => told[name] !== undefined && isPersonal(told[name]));
      if (found !== undefined) return `${at}.attributes.${found}`;
    }
  }
  return null;
}

/** What a parser quotes may hold line ends, and too much of the file. */
function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 200);
}

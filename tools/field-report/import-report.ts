import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { journey } from '../../content-rules/schema';
import type { FieldReport, RecordedDocument } from '../../record/report';
import { officialContacts } from '../build/known-words';
import { readYaml } from '../build/yaml-file';
import { BadReport } from './bad-report';
import { readReport } from './read-report';
import { addressOf, replicaHtml } from './replica-html';

/** The mark that an imported case asks for and its replica does not have: somebody has to say which element is the right one. */
export const UNSET_MARK = 'mark-me';

export interface ImportWish {
  file: string;
  /** `elearn/05-certificate-question`, or `lookalikes`; what the guide took it for unless told. */
  page?: string;
  /** What the replica is called: `replica.<variant>.html`; the day of the report unless told. */
  variant?: string;
  /** Which document of the report, counted from 1; the one whose card was shown unless told. */
  document?: number;
}

/** What an import has written. */
export interface Imported {
  replica: string;
  cases: string;
  /** Line of the new case. */
  line: number;
  /** How many other documents the report has. */
  others: number;
}

/**
 * Turns a field report into a replica and a case that fails until its element is marked and the rule fits. Writes nothing before all
 * is checked, and never over a file.
 * @param root the project's folder
 * @param folder what relative paths start from
 * @throws BadReport in one line
 */
export function importReport(root: string, folder: string, wish: ImportWish): Imported {
  const report = readReport(resolve(folder, wish.file), wish.file, contactsOf(root));
  const document = chosenDocument(report, wish);
  const page = wish.page ?? document.guide?.page;
  if (page === null || page === undefined) {
    throw new BadReport(
      `${wish.file}: the guide took ${document.address} for no page; say which with --page elearn/05-certificate-question, or --page lookalikes`,
    );
  }
  const base = join(root, 'content-rules', page);
  if (!/^(?:(?:elearn|egov|portal)\/\d\d-[a-z0-9-]+|lookalikes)$/.test(page) || !existsSync(join(base, 'cases.yaml'))) {
    throw new BadReport(`--page: there is no folder content-rules/${page} with a cases.yaml; npm run new-rule makes one`);
  }
  if (document.address === '#') throw new BadReport(`${wish.file}: this frame has no address of its own; expected a page of the guided sites`);
  if (document.address.startsWith('□')) throw new BadReport(`${wish.file}: the host of ${document.address} was not kept; expected a page of the guided sites`);
  const isLookalike = page === 'lookalikes';
  const name = `${isLookalike ? '' : 'replica.'}${wish.variant ?? `field-${report.recorded}`}.html`;
  const replica = join(base, name);
  if (existsSync(replica)) throw new BadReport(`content-rules/${page}/${name} is there already; give another name with --variant`);
  const cases = readFileSync(join(base, 'cases.yaml'), 'utf8');
  const before = cases.endsWith('\n') ? cases : `${cases}\n`;
  const entry = caseFor(name, report, document, isLookalike);
  writeFileSync(replica, replicaHtml(document, aboutOf(report, document)), { flag: 'wx' });
  appendFileSync(join(base, 'cases.yaml'), before === cases ? entry : `\n${entry}`);
  return {
    replica: `content-rules/${page}/${name}`,
    cases: `content-rules/${page}/cases.yaml`,
    line: before.split('\n').length,
    others: report.documents.length - 1,
  };
}

/** Read without the rules: a report may be imported while an earlier one still waits for its mark. */
function contactsOf(root: string): Set<string> {
  try {
    return officialContacts(root, readYaml(join(root, 'content-rules/journey.yaml'), 'content-rules/journey.yaml', journey).value);
  } catch (error) {
    throw new BadReport((error as Error).message);
  }
}

function chosenDocument(report: FieldReport, { file, document, page }: ImportWish): RecordedDocument {
  const { documents } = report;
  const chosen =
    document === undefined
      ? (documents.find(({ guide }) => page !== undefined && guide?.page === page) ?? documents.find(({ guide }) => guide?.speaks === true) ?? documents[0])
      : documents[document - 1];
  if (chosen === undefined) throw new BadReport(`--document: ${file} has ${documents.length}, so expected 1 to ${documents.length}, not ${document}`);
  return chosen;
}

function aboutOf({ recorded, extension, width, login }: FieldReport, { guide }: RecordedDocument): string {
  const thought = guide === null ? 'The guide told nothing' : `The guide said ${guide.verdict}${guide.page === null ? '' : ` ${guide.page}`}`;
  return `From a field report of ${recorded} (extension ${extension}, ${width} px wide, login: ${login}). ${thought}. What is □□□ was not kept.`;
}

/** What the rule should say, not what it said. */
function caseFor(name: string, { recorded }: FieldReport, { address, guide }: RecordedDocument, isLookalike: boolean): string {
  const failed = (guide?.why ?? []).filter(({ page, passed }) => page === guide?.page && !passed).map(({ condition }) => condition);
  const note = `Recorded in the field on ${recorded}; the guide said ${guide?.verdict ?? 'nothing'}${failed.length === 0 ? '' : `, missing: ${failed.join(' · ')}`}`;
  return [
    `- replica: ${name}`,
    `  url: ${addressOf(address)}`,
    '  expect:',
    ...(isLookalike ? ['    verdict: [quiet, lost]', '    target: null'] : ['    verdict: recognised', `    target: ${UNSET_MARK}`]),
    `  note: ${JSON.stringify(note.slice(0, 300))}`,
    '',
  ].join('\n');
}

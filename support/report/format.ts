import * as z from 'zod/mini';
import { CHANGES_AT_MOST } from './changes';
import { facts } from './facts-format';
import { journey } from './journey-format';
import { change, told } from './verdict-format';

/** The first key of every file says what it is: not a field report, not a class kit. */
export const KIND = 'register-guide support report';
/** The version of the format. A file of a newer one is refused. */
export const VERSION = 1;

/** How many documents of a tab a report holds, at most. */
export const DOCUMENTS_AT_MOST = 30;

const versions = z.strictObject({
  extension: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'expected a version such as 0.1.0')),
  /** The day of the newest rule, and a mark that no other rules have. */
  rules: z.strictObject({
    date: z.string().check(z.regex(/^20\d\d-[01]\d-[0-3]\d$/, 'expected a date such as 2026-11-24')),
    mark: z.string().check(z.regex(/^[a-f]{12}$/, 'expected twelve letters from a to f')),
  }),
});

const screen = z.strictObject({
  browser: z.enum(['Chrome', 'Edge', 'Firefox', 'other']),
  /** The first number of the browser's version; 0 where it does not tell. */
  browserVersion: z.int().check(z.minimum(0), z.maximum(9999)),
  /** Per cent. */
  zoom: z.int().check(z.minimum(10), z.maximum(1000)),
  /** Width of the tab in CSS pixels at 100 %. */
  width: z.int().check(z.minimum(0), z.maximum(20_000)),
  language: z.enum(['zh-TW', 'en']),
});

/** One document of the tab: the page itself, or a frame of it. */
const document = z.strictObject({
  /** How many frames deep it lies: 0 for the page itself. */
  depth: z.int().check(z.minimum(0), z.maximum(50)),
  /** Its form was sent from this very document. */
  sentHere: z.boolean(),
  /** What the guide in it made of the facts. */
  verdict: told,
  facts,
});

/** All but the versions may be left out. */
export const supportReport = z.strictObject({
  kind: z.literal(KIND),
  version: z.literal(VERSION),
  versions,
  screen: z.optional(screen),
  /** What the guide said in this tab, in order, with no time to it; at most the last fifty changes. */
  changes: z.optional(z.array(change).check(z.maxLength(CHANGES_AT_MOST))),
  journey: z.optional(journey),
  /** In the order in which the browser counts them. */
  page: z.optional(z.array(document).check(z.minLength(1), z.maxLength(DOCUMENTS_AT_MOST))),
});

export type SupportReport = z.infer<typeof supportReport>;
export type ToldDocument = NonNullable<SupportReport['page']>[number];
export type Versions = SupportReport['versions'];
export type Screen = NonNullable<SupportReport['screen']>;

/** The parts that a person may leave out, in the order in which they are shown. */
export const PARTS = ['screen', 'changes', 'journey', 'page'] as const;
export type Part = (typeof PARTS)[number];

/** The report without the parts that are not to be in it. */
export function without(report: SupportReport, left: ReadonlySet<Part>): SupportReport {
  return Object.fromEntries(Object.entries(report).filter(([part]) => !left.has(part as Part))) as SupportReport;
}

/** The text of the file. */
export function reportText(report: SupportReport): string {
  return `${JSON.stringify(supportReport.parse(report))}\n`;
}

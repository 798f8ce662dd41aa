import * as z from 'zod/mini';
import { ADDRESS_ATTRIBUTES, ENUMERATED, FLAG_ATTRIBUTES, IDENTIFIER_ATTRIBUTES, LAYOUTS, WORD_ATTRIBUTES } from './attributes';
import { TEXT_AT_MOST } from './shape';

/** The version of the format. A report of a newer one is refused by older importers. */
export const REPORT_VERSION = 1;

/** The first line of every report says what it is. */
export const REPORT_KIND = 'register-guide field report';

const NO_MARKUP = /^[^<>\p{Cc}\p{Cs}]*$/u;
const words = z.string().check(z.maxLength(TEXT_AT_MOST + 10), z.regex(NO_MARKUP, 'expected words without < and >'));
const identifier = z.string().check(z.maxLength(90), z.regex(/^[^<>"'&`\s\p{Cc}]+$/u, 'expected one name'));
const identifiers = z.string().check(z.maxLength(1500), z.regex(/^[^<>"'&`\p{Cc}]*$/u, 'expected names'));
const address = z
  .string()
  .check(z.maxLength(600), z.regex(/^(?:#|mailto:|tel:|javascript:|(?:□□□|[a-z0-9.-]+)(?:\/(?:[\w.,~%-]|□□□)*)*)$/i, 'expected host and path without query'));

const attributes = z.strictObject({
  ...optionals(WORD_ATTRIBUTES, words),
  ...optionals(IDENTIFIER_ATTRIBUTES, identifiers),
  ...optionals(ADDRESS_ATTRIBUTES, address),
  ...optionals(FLAG_ATTRIBUTES, z.literal('')),
  ...(Object.fromEntries(
    Object.entries(ENUMERATED).map(([name, pattern]) => [name, z.optional(z.string().check(z.regex(pattern, `expected ${pattern.source}`)))]),
  ) as Record<string, z.ZodMiniOptional<z.ZodMiniString>>),
  class: z.optional(identifiers),
});

function optionals<K extends string, T extends z.ZodMiniType>(names: readonly K[], type: T): Record<K, z.ZodMiniOptional<T>> {
  return Object.fromEntries(names.map((name) => [name, z.optional(type)])) as Record<K, z.ZodMiniOptional<T>>;
}

/** Elements that a report never has: they run, load or style something, or hold what was typed. */
const REFUSED_TAGS = /^(?:script|style|link|meta|base|template|noscript|object|embed|applet|html|head|title|body|plaintext|xmp|listing)$/;
const depth = z.int().check(z.minimum(0), z.maximum(200));

/** The page's tree as a list in document order: each entry says how deep it stands. */
const node = z.union([
  z.strictObject({ depth, text: words.check(z.minLength(1)) }),
  z.strictObject({
    depth,
    tag: z.string().check(
      z.regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected the name of an element'),
      z.refine((tag) => !REFUSED_TAGS.test(tag), 'expected no element that runs, loads or styles something'),
    ),
    attributes: z.optional(attributes),
    layout: z.optional(z.enum(LAYOUTS)),
    /** Its children stand in an open shadow root; they are told as if they stood in the page. */
    shadow: z.optional(z.literal(true)),
    /** The frame's number among those of its document: the last part of that document's `place`. */
    frame: z.optional(z.int().check(z.minimum(0), z.maximum(999))),
  }),
]);

const guide = z.strictObject({
  verdict: z.enum(['recognised', 'degraded', 'ambiguous', 'lost', 'quiet']),
  page: z.nullable(z.string().check(z.regex(/^(?:elearn|egov|portal)\/\d\d-[a-z0-9-]{1,40}$/))),
  step: z.nullable(z.int().check(z.minimum(0), z.maximum(11))),
  /** This document's card is the one that the tab shows. */
  speaks: z.boolean(),
  target: z.nullable(z.strictObject({ role: identifier, name: words })),
  cautions: z.array(z.string().check(z.regex(/^[a-z-]{1,60}$/))).check(z.maxLength(40)),
  why: z.array(z.strictObject({ page: z.string().check(z.regex(/^[a-z0-9/-]{1,60}$/)), condition: words, passed: z.boolean() })).check(z.maxLength(600)),
});

const recordedDocument = z.strictObject({
  /** Empty for the page itself; else which frame of which frame. */
  place: z.array(z.int().check(z.minimum(0), z.maximum(999))).check(z.maxLength(10)),
  address,
  title: words,
  guide: z.nullable(guide),
  nodes: z.array(node).check(z.maxLength(30_000)),
});

export const fieldReport = z.strictObject({
  kind: z.literal(REPORT_KIND),
  version: z.literal(REPORT_VERSION),
  extension: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  recorded: z.string().check(z.regex(/^20\d\d-[01]\d-[0-3]\d$/)),
  /** Width of the page in CSS pixels. */
  width: z.int().check(z.minimum(0), z.maximum(20_000)),
  /** `guest`: nobody was logged in. Else only known words are in it: seen to be logged in, not certain, or said by the person. */
  login: z.enum(['guest', 'seen', 'unsure', 'said']),
  documents: z.array(recordedDocument).check(z.minLength(1), z.maxLength(60)),
});

export type FieldReport = z.infer<typeof fieldReport>;
export type RecordedDocument = FieldReport['documents'][number];
export type RecordedNode = RecordedDocument['nodes'][number];
export type RecordedElement = Extract<RecordedNode, { tag: string }>;
export type GuideThought = NonNullable<RecordedDocument['guide']>;

export function isElementNode(entry: RecordedNode): entry is RecordedElement {
  return 'tag' in entry;
}

/**
 * Checks what claims to be a report, one from a file or one just made.
 * @throws Error in one line: where, and what was expected
 */
export function parseReport(value: unknown): FieldReport {
  const head = (value ?? {}) as Record<string, unknown>;
  if (typeof value !== 'object' || head.kind !== REPORT_KIND) throw new Error(`kind: expected "${REPORT_KIND}"; this is no field report`);
  if (typeof head.version === 'number' && head.version > REPORT_VERSION) {
    throw new Error(`version: expected ${REPORT_VERSION}, not ${head.version}; the report was made by a newer extension`);
  }
  const result = fieldReport.safeParse(value);
  if (result.success) return checkedDepths(result.data);
  const [issue] = result.error.issues.map((each) => deepest(each, []));
  throw new Error(`${issue?.path.join('.') || 'the report'}: ${issue?.message ?? 'is not as expected'}`);
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** A union's own message says nothing; the alternative that came nearest does. */
function deepest(issue: z.core.$ZodIssue, before: PropertyKey[]): Issue {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union') return { path, message: issue.code === 'unrecognized_keys' ? `expected no ${issue.keys.join(', ')}` : issue.message };
  const inner = issue.errors.flat().map((each) => deepest(each, path));
  return inner.sort((a, b) => b.path.length - a.path.length)[0] ?? { path, message: issue.message };
}

function checkedDepths(report: FieldReport): FieldReport {
  for (const [index, { nodes }] of report.documents.entries()) {
    let deepestYet = 0;
    for (const [number, entry] of nodes.entries()) {
      if (entry.depth > deepestYet) throw new Error(`documents.${index}.nodes.${number}.depth: expected at most ${deepestYet}, not ${entry.depth}`);
      deepestYet = isElementNode(entry) ? entry.depth + 1 : entry.depth;
    }
  }
  return report;
}

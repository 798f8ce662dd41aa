import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a data file, in words for the person who wrote it: `file:line: what was expected`. */
export class DataError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    message: string,
  ) {
    super(`${file}:${line}: ${message}`);
  }
}

/**
 * Reads a YAML file and checks it against a schema.
 * @param path where the file is
 * @param shownAs the name used in messages, relative to the project
 * @returns the parsed value, and a way to find the line of a part of it
 * @throws DataError for every fault at once (an AggregateError where there are several)
 */
export function readYaml<T extends z.ZodType>(path: string, shownAs: string, schema: T): { value: z.infer<T>; lineOf: (path: PropertyKey[]) => number } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new DataError(shownAs, 1, 'the file is missing');
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (at: PropertyKey[]): number => {
    for (let length = at.length; length >= 0; length -= 1) {
      const node = document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const [fault] = document.errors;
  if (fault) throw new DataError(shownAs, lines.linePos(fault.pos[0]).line, `not YAML: ${fault.message.split('\n')[0]}`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf };
  const errors = result.error.issues
    .flatMap((issue) => spread(issue, []))
    .map(({ path: at, message }) => new DataError(shownAs, lineOf(at), `${at.join('.') || 'the file'}: ${message}`));
  throw errors.length === 1 ? errors[0] : new AggregateError(errors, errors.map((error) => error.message).join('\n'));
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** A union's own message says nothing; the closest of its alternatives does. */
function spread(issue: z.core.$ZodIssue, before: PropertyKey[]): Issue[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  const depth = (issues: z.core.$ZodIssue[]) => Math.max(...issues.map(({ path: at, code }) => at.length * 10 - (code === 'unrecognized_keys' ? 5 : 0)));
  const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
  return closest.flatMap((inner) => spread(inner, path));
}

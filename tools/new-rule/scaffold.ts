import { type Document, parseDocument, type YAMLSeq } from 'yaml';

/** Stands where words of the page belong; no page says it, so that the case fails until they stand there. */
export const TO_BE_REPLACED = '換成這一頁的字';

/** A rule that is complete in form and claims no page yet. */
export function ruleText(id: string, step: number | null, path: string, today: string): string {
  return `id: ${id}
step: ${step === null ? 'null' : step}
is: Say in one sentence what a person does on this page, and what it may cost them.
recognise:
  path: [${path}]
  all:
    # Two lines or more that only this page has; a heading or sentence, and a control. See docs/rules.md, "Evidence".
    - heading: ${TO_BE_REPLACED}
    - button: ${TO_BE_REPLACED}
targets:
  - what: the one thing to press here
    find:
      - { role: button, name: ${TO_BE_REPLACED} }
say:
  zh-TW: { title: ${TO_BE_REPLACED}, do: 請按「${TO_BE_REPLACED}」。 }
  en: { title: Words of this page, do: Press 「${TO_BE_REPLACED}」. }
sources: [inferred]
verified: { on: ${today}, how: not yet looked at, live: never }
`;
}

/** A page with one heading and one button, to be redrawn from what is known. */
export function emptyReplica(): string {
  return `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>這一頁的標題</title>
</head>
<body>
<h1>這一頁的標題</h1>
<button type="button" data-expect="target">這一頁的按鈕</button>
<script src="/replica.js"></script>
</body>
</html>
`;
}

/** What a case needs to be told. */
export interface CaseOfReplica {
  replica: string;
  url: string;
  /** The mark of what is to be pointed at, or null. */
  target: string | null;
  note: string;
}

/**
 * Adds a case at the end of a file of cases, leaving the rest of it as it is.
 * @param text the file, empty where there is none yet
 */
export function withCase(text: string, { replica, url, target, note }: CaseOfReplica): string {
  const document: Document = parseDocument('[]');
  const list = document.contents as unknown as YAMLSeq;
  list.flow = false;
  list.add(document.createNode({ replica, url, expect: { verdict: 'recognised', target }, note }));
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${document.toString({ lineWidth: 0 })}`;
}

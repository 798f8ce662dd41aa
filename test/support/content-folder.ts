import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './page';

/** A page's rule, replica and cases, as small as they may be. */
const RULE = `id: elearn/01-home
step: 1
is: The home page of the site.
recognise:
  path: [/]
  all:
    - button: 登入
    - heading: 最新課程
targets:
  - what: the login
    find:
      - { role: button, name: 登入 }
    open: elearn-home
say:
  zh-TW: { title: 打開登入, do: 請按「登入」。 }
  en: { title: Open the login, do: Press 「登入」. }
sources: [guide-2021]
verified: { on: 2026-11-23, how: drawn for this test, live: never }
`;
const CASES = `- replica: replica.html
  url: https://elearn.hrd.gov.tw/
  expect:
    verdict: recognised
    target: login
    cautions: []
`;
const REPLICA = '<!doctype html><h2>最新課程</h2><button data-expect="login">登入</button>\n';
const LOOKALIKES = `- replica: faq.html
  url: https://elearn.hrd.gov.tw/faq
  expect: { verdict: quiet, target: null }
`;

const CAUSES = [1, 2, 3].map((number) => `- id: cause-NN-${number}\n  sign: { zh-TW: 甲, en: a }\n  do: { zh-TW: 請等一下。, en: Wait. }\n`).join('');
const STEPS = Array.from({ length: 11 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Good content of one page. A test overwrites files, or takes them away by null. */
export const GOOD_FILES = {
  'elearn/01-home/rule.yaml': RULE,
  'elearn/01-home/cases.yaml': CASES,
  'elearn/01-home/replica.html': REPLICA,
  'known-problems.yaml': '[]\n',
  'lookalikes/cases.yaml': LOOKALIKES,
  'lookalikes/faq.html': '<!doctype html><p>登入</p>\n',
  ...Object.fromEntries(STEPS.map((step) => [`stuck/step-${step}.yaml`, CAUSES.replaceAll('NN', step)])),
};
export type Files = Record<string, string | null>;

/**
 * Makes a project's folder that holds nothing but content-rules/, the real journey.yaml (its `tells` emptied) and official-hosts.yaml, and the good files.
 * @param changes files to write instead or beside, null for those to leave out
 * @returns the folder, and how to take it away
 */
export function contentFolder(changes: Files): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  const base = join(root, 'content-rules');
  mkdirSync(base);
  for (const name of ['journey.yaml', 'official-hosts.yaml']) cpSync(join(ROOT, 'content-rules', name), join(base, name));
  const files: Files = { ...GOOD_FILES, ...changes };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    if (text !== null) writeFileSync(join(base, path), text);
    else rmSync(join(base, path), { force: true });
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldReport } from '../../record/report';
import { readContent } from '../../tools/build/rule-pack';
import { type ImportWish, importReport } from '../../tools/field-report/import-report';
import { readWish } from '../../tools/field-report/options';
import { replicaHtml } from '../../tools/field-report/replica-html';
import { reportOf } from '../support/field-report';
import { openHtml, ROOT } from '../support/page';

const QUESTION = 'elearn/05-certificate-question';
const folder = mkdtempSync(join(tmpdir(), 'field-report-'));
const root = join(folder, 'project');
afterAll(() => rmSync(folder, { recursive: true }));

const report = reportOf(
  '<!doctype html><title>t</title><form method="get" action="/mooc/n.php"><p>您是否需要線上學習時數證明?</p><p><label><input type="radio" name="need"> 要</label></p><p><label><input type="radio" name="need"> 否</label></p><div role="radio" aria-checked="true" tabindex="0">或</div><button type="submit">下一步 & 完成</button></form>',
  'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php?session=PLANT',
  { page: QUESTION, step: 4, why: [{ page: QUESTION, condition: 'choice 是', passed: false }] },
);

function saved(value: unknown, name = 'report.json'): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return name;
}
const importIt = (wish: Partial<ImportWish> = {}) => importReport(root, folder, { file: saved(report), ...wish });
const filesNow = () =>
  readdirSync(join(root, 'content-rules'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => [name, readFileSync(join(root, 'content-rules', name), 'utf8')]);

beforeAll(() => cpSync(join(ROOT, 'content-rules'), join(root, 'content-rules'), { recursive: true }));

describe('a report that is imported', () => {
  it('becomes a replica and a case beside the others, and the rules are not sound until its element is marked', () => {
    const before = readFileSync(join(root, 'content-rules', QUESTION, 'cases.yaml'), 'utf8');
    const { replica, cases, line, others } = importIt();
    expect([replica, cases, others]).toEqual([`content-rules/${QUESTION}/replica.field-2026-11-24.html`, `content-rules/${QUESTION}/cases.yaml`, 0]);
    const after = readFileSync(join(root, cases), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.split('\n')[line - 1]).toBe('- replica: replica.field-2026-11-24.html');
    expect(() => readContent(root)).toThrow(
      new RegExp(`content-rules/${QUESTION}/cases.yaml:${line + 3}: no element with data-expect="mark-me" in ${QUESTION}/replica.field-2026-11-24.html`),
    );
    const path = join(root, replica);
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace('<input type="radio"', '<input data-expect="mark-me" type="radio"')
        .replace('<input name', '<input data-expect="mark-me" name'),
    );
    const { cases: all } = readContent(root);
    expect(all.filter(({ case: entry }) => entry.expect.target === 'mark-me')).toMatchObject([
      {
        folder: QUESTION,
        case: {
          url: 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php',
          expect: { verdict: 'recognised' },
          note: expect.stringContaining('missing: choice 是'),
        },
      },
    ]);
  });

  it('overwrites nothing', () => {
    const before = filesNow();
    expect(() => importIt()).toThrow(`content-rules/${QUESTION}/replica.field-2026-11-24.html is there already; give another name with --variant`);
    expect(filesNow()).toEqual(before);
    expect(importIt({ variant: 'other' }).replica).toBe(`content-rules/${QUESTION}/replica.other.html`);
    rmSync(join(root, `content-rules/${QUESTION}/replica.other.html`));
    writeFileSync(join(root, `content-rules/${QUESTION}/cases.yaml`), before.find(([name]) => name === `${QUESTION}/cases.yaml`)?.[1] ?? '');
  });

  it('may be what no rule may claim', () => {
    const before = readFileSync(join(root, 'content-rules/lookalikes/cases.yaml'), 'utf8');
    expect(importIt({ page: 'lookalikes', variant: 'new-faq' }).replica).toBe('content-rules/lookalikes/new-faq.html');
    expect(readContent(root).cases.at(-1)).toMatchObject({ folder: 'lookalikes', case: { expect: { verdict: ['quiet', 'lost'], target: null } } });
    rmSync(join(root, 'content-rules/lookalikes/new-faq.html'));
    writeFileSync(join(root, 'content-rules/lookalikes/cases.yaml'), before);
  });

  it('is plain HTML of the same structure, its words escaped, nothing chosen', () => {
    const [recorded] = report.documents as [FieldReport['documents'][number]];
    const html = replicaHtml(recorded, 'about --> this');
    expect(html).toContain('下一步 &amp; 完成');
    expect(html).toContain('role="radio" tabindex="0" aria-checked="false"');
    expect(html).not.toMatch(/PLANT|-->\s*this|\schecked/);
    const { document } = openHtml(html, 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php');
    expect([...document.body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual([
      'form',
      'p',
      'p',
      'label',
      'input',
      'p',
      'label',
      'input',
      'div',
      'button',
    ]);
    expect(document.querySelector('form')?.getAttribute('action')).toBe('/mooc/n.php');
  });
});

describe('what cannot be imported is told in one line, and nothing is written', () => {
  const text = JSON.stringify(report);
  const withNode = (node: object) => {
    const copy = JSON.parse(text);
    copy.documents[0].nodes.push({ depth: 0, ...node });
    return copy;
  };
  it.each<[string, unknown, Partial<ImportWish>, RegExp]>([
    ['another kind', { kind: 'support report' }, {}, /^report\.json: kind: expected "register-guide field report"/],
    ['cut off', text.slice(0, text.length / 2), {}, /^report\.json: not JSON, or cut off: /],
    ['huge', `"${'x'.repeat(8_000_001)}"`, {}, /^report\.json: expected at most 8000000 bytes, not 8000003$/],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}, /^report\.json: /],
    ['newer', { ...report, version: 9 }, {}, /^report\.json: version: expected 1, not 9/],
    ['markup', withNode({ text: '</p><script>alert(1)</script>' }), {}, /^report\.json: documents\.0\.nodes\.\d+\.text: expected words without/],
    ['an ID number', withNode({ text: '號碼 A123456789' }), {}, /^report\.json: documents\.0\.nodes\.\d+\.text: looks like it belongs to one person/],
    [
      'one in wide digits',
      withNode({ text: '號碼 Ａ１２３４５６７８９' }),
      {},
      /^report\.json: documents\.0\.nodes\.\d+\.text: looks like it belongs to one person/,
    ],
    [
      'a mailbox in an attribute',
      withNode({ tag: 'img', attributes: { alt: 'tsai@mail.example' } }),
      {},
      /\.attributes\.alt: looks like it belongs to one person/,
    ],
    [
      'no page',
      { ...report, documents: report.documents.map((document) => ({ ...document, guide: null })) },
      {},
      /the guide took .* for no page; say which with --page/,
    ],
    ['no such folder', report, { page: 'elearn/77-nothing' }, /^--page: there is no folder content-rules\/elearn\/77-nothing/],
    ['a way out of the folder', report, { page: 'elearn/../../x' }, /^--page: there is no folder/],
    ['no such document', report, { document: 4 }, /^--document: report\.json has 1, so expected 1 to 1, not 4$/],
  ])('%s', (_, value, wish, message) => {
    const before = filesNow();
    let said = '';
    try {
      importReport(root, folder, { file: saved(value), variant: 'never', ...wish });
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(message);
    expect(said).not.toMatch(/[\r\n]|A123456789|tsai@/);
    expect(filesNow()).toEqual(before);
  });

  it('a file that is not there', () => expect(() => importReport(root, folder, { file: 'none.json' })).toThrow('none.json: there is no such file'));

  it.each([
    [[], 'expected the file of a field report'],
    [['a.json', 'b.json'], 'expected one file, but there are a.json and b.json'],
    [['a.json', '--pages', 'x'], 'unknown option --pages; expected --page or --variant or --document'],
    [['a.json', '--variant', '../x'], '--variant: expected a name of small letters, digits and hyphens, not ../x'],
    [['a.json', '--document'], '--document: expected the number of a document, from 1, not nothing'],
    [['a.json', '--page=x', '--page=y'], '--page is given twice'],
  ])('the words %j', (words, message) => expect(() => readWish(words)).toThrow(message));

  it('the command ends with status 2 and one line', () => {
    const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), [join(ROOT, 'tools/import-field-report.ts'), saved({ kind: 'x' })], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'import-field-report: report.json: kind: expected "register-guide field report"; this is no field report\n',
    });
  });
});

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../tools/build/rule-pack';
import { barePage, linesToLookAt } from '../../tools/new-rule/bare-page';
import { type Asked, readWords } from '../../tools/new-rule/options';
import { writeReplica, writeRule } from '../../tools/new-rule/write';
import { ROOT } from '../support/page';

const URL_OF_PAGE = 'https://elearn.hrd.gov.tw/mooc/co_new.php';
const asked = (words: string[]): Asked => readWords(words);

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guide-rules-'));
  cpSync(join(ROOT, 'content-rules'), join(root, 'content-rules'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const save = (html: string) => {
  writeFileSync(join(root, 'saved.html'), html);
  return 'saved.html';
};

describe('npm run new-rule', () => {
  it('makes a folder that the build takes and whose case no rule meets', () => {
    writeRule(asked(['elearn/99-trial', '--step', '3']), root, root, '2026-11-24');
    const { pack, cases } = readContent(root);
    expect(pack.rules.find(({ id }) => id === 'elearn/99-trial')).toMatchObject({ step: 3 });
    expect(cases.filter(({ folder }) => folder === 'elearn/99-trial').map(({ case: entry }) => entry.expect)).toEqual([
      { verdict: 'recognised', target: 'target' },
    ]);
    const replica = readFileSync(join(root, 'content-rules/elearn/99-trial/replica.html'), 'utf8');
    expect(replica).toContain('這一頁的標題');
    expect(replica).not.toContain('換成這一頁的字');
  });

  it('takes a saved page at its address, without its query', () => {
    const saved = save('<h1>新的一頁</h1><button>往下走</button>');
    writeRule(asked(['elearn/99-trial', saved, '--url', `${URL_OF_PAGE}?token=abc`]), root, root, '2026-11-24');
    expect(readContent(root).cases.find(({ folder }) => folder === 'elearn/99-trial')?.case).toMatchObject({ url: URL_OF_PAGE, expect: { target: null } });
    expect(readFileSync(join(root, 'content-rules/elearn/99-trial/replica.html'), 'utf8')).toContain('<button>往下走</button>');
  });

  it.each([
    [['elearn/01-home'], 'content-rules/elearn/01-home is there already'],
    [['elearn/01-other'], 'the number 01 is taken by content-rules/elearn/01-home; the next free one is 16'],
    [['elearn/99-trial', 'saved.html'], '--url is missing'],
    [['egov/99-trial', '--url', URL_OF_PAGE], 'expected an address of https://www.cp.gov.tw'],
    [['elearn/99-trial', 'nothing.html', '--url', URL_OF_PAGE], 'nothing.html does not exist'],
    [['elearn/99-trial', 'saved.html', '--url', URL_OF_PAGE], 'saved.html has no words in it'],
  ])('%j is told in one line, and nothing is written', (words, message) => {
    save('<script>alert(1)</script>');
    expect(() => writeRule(asked(words), root, root, '2026-11-24')).toThrow(message);
    expect(existsSync(join(root, 'content-rules', words[0] as string, 'rule.yaml'))).toBe(words[0] === 'elearn/01-home');
  });
});

describe('npm run new-replica', () => {
  const add = (...more: string[]) =>
    writeReplica(asked(['elearn/01-home', save('<h1>首頁</h1><a href="/x">登入</a>'), '--url', URL_OF_PAGE, ...more]), root, root);

  it('adds a build of a known page with a case, and leaves the other cases as they were', () => {
    const before = readFileSync(join(root, 'content-rules/elearn/01-home/cases.yaml'), 'utf8');
    expect(add('--variant', '2027').files).toEqual(['content-rules/elearn/01-home/replica.2027.html', 'content-rules/elearn/01-home/cases.yaml']);
    const after = readFileSync(join(root, 'content-rules/elearn/01-home/cases.yaml'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(readContent(root).cases.filter(({ case: entry }) => entry.replica === 'replica.2027.html')).toHaveLength(1);
  });

  it('overwrites nothing', () => {
    add('--variant', '2027');
    expect(() => add('--variant', '2027')).toThrow('replica.2027.html is there already');
    expect(() => add()).toThrow('--variant is missing');
    expect(() => writeReplica(asked(['elearn/99-none', 'saved.html', '--url', URL_OF_PAGE, '--variant', 'x']), root, root)).toThrow(
      'begun by npm run new-rule',
    );
  });
});

describe('the words of the command', () => {
  it.each([
    [[], 'the page is missing'],
    [['home'], 'expected a folder such as elearn/16-name'],
    [['elearn/16-a', 'a.html', 'b.html'], 'expected one file of a saved page'],
    [['elearn/16-a', '--stop', '3'], 'unknown option --stop'],
    [['elearn/16-a', '--step', '12'], '--step: expected a step from 1 to 11, not 12'],
    [['elearn/16-a', '--step'], '--step: expected a step from 1 to 11, but nothing follows'],
    [['elearn/16-a', '--url', 'http://elearn.hrd.gov.tw/'], '--url: expected the https address'],
    [['elearn/16-a', '--variant', '../x'], '--variant: expected a short name'],
    [['elearn/16-a', '--step=3', '--step=4'], '--step is given twice'],
  ])('%j: %s', (words, message) => expect(() => asked(words)).toThrow(message));
});

describe('a bare page', () => {
  const bare = (html: string) => barePage(html, URL_OF_PAGE);

  it('keeps words, order, controls, labels and links', () => {
    const page = bare(
      '<h1 class="t">標題</h1><form action="/go?x=1"><label for="a">帳號</label><input id="a" name="acc" type="text" placeholder="帳號"><input type="submit" value="送出"></form><a href="https://www.cp.gov.tw/portal/?ReturnUrl=x#y">前往</a>',
    );
    expect(page).toContain('<h1 class="t">標題</h1>');
    expect(page).toContain('<label for="a">帳號</label><input id="a" name="acc" type="text" placeholder="帳號">');
    expect(page).toContain('<input type="submit" value="送出">');
    expect(page).toContain('<form action="/go">');
    expect(page).toContain('<a href="https://www.cp.gov.tw/portal/">前往</a>');
  });

  it('holds nothing that runs, no values, no comments, no query, no data', () => {
    const page = bare(
      `<!-- SECRET --><script>SECRET</script><style>.x { color: red } /* SECRET */</style><div data-user="SECRET" onclick="SECRET" style="background: url(SECRET)">文字</div>
       <input type="hidden" name="__VIEWSTATE" value="SECRET"><input type="text" value="SECRET"><input type="TEXT" value="SECRET"><textarea>SECRET</textarea>
       <div contenteditable>SECRET</div><a href="/p?token=SECRET#SECRET">a</a><a href="javascript:go('SECRET')">b</a><a href="mailto:SECRET@example.org">c</a>
       <img src="/SECRET.png" alt="圖"><svg><title>SECRET</title></svg><noscript>SECRET</noscript><template>SECRET</template>`,
    );
    expect(page).not.toContain('SECRET');
    for (const kept of ['文字', 'alt="圖"', '>a</a>', 'javascript:void(0)']) expect(page).toContain(kept);
  });

  it('keeps what a style sheet hides hidden, and a link drawn as a box a box', () => {
    const page = bare(
      '<style>.off { display: none } .btn { display: inline-block }</style><p class="off">看不到</p><p>請按 <a class="btn" href="/x">這裡</a></p>',
    );
    expect(page).toContain('<p class="off" hidden="">看不到</p>');
    expect(page).toContain('style="display: inline-block"');
  });

  it('names the lines that may be about a person', () => {
    const lines = linesToLookAt('<p>登入</p>\n<p>王小明 您好</p>\n<p>a@example.org</p>\n<p>0912345678</p>\n<p>第 3 步</p>');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['2', '3', '4']);
  });
});

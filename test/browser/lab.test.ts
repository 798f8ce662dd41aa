import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadInput } from '../../tools/lab/bad-input';
import { examineAsAsked } from '../../tools/lab/command';
import { readSavedPage } from '../../tools/lab/saved-page';

const ROOT = join(import.meta.dirname, '../..');
const RULES = join(ROOT, 'content-rules');
const HOME = 'content-rules/elearn/01-home/replica.html';
const ELEARN = 'https://elearn.hrd.gov.tw/';
const DIALOG = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php';

interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

function run(command: string, words: readonly string[], folder = ROOT): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(command, words, { cwd: folder, encoding: 'utf8' }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** The command as npm starts it, without npm. */
const lab = (...words: string[]) => run(process.execPath, ['--import', 'tsx', join(ROOT, 'tools/lab.ts'), ...words]);

async function finding(...words: string[]) {
  const { status, stdout, stderr } = await lab(...words);
  expect(status, stderr).toBe(0);
  expect(stdout.trimEnd().split('\n'), 'one line').toHaveLength(1);
  return JSON.parse(stdout);
}

/** The same without a process of its own, for what ends before the browser is started. */
const ask = (...words: string[]) => examineAsAsked(words, ROOT, () => expect.fail('nothing was to be told'));

async function refusal(...words: string[]): Promise<string> {
  const error = await ask(...words).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-lab-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('one page', () => {
  test('npm prints the finding and nothing else, from whatever folder it is called', async () => {
    const { status, stdout, stderr } = await run(
      'npm',
      ['run', '--silent', 'lab', '--', '--url', `${ELEARN}?from=mail`, 'replica.html'],
      join(ROOT, 'content-rules/elearn/01-home'),
    );
    expect(status, stderr).toBe(0);
    const told = JSON.parse(stdout);
    expect(Object.keys(told)).toEqual(['verdict', 'page', 'step', 'frame', 'target', 'cautions', 'card', 'why', 'nearest']);
    expect(told.nearest).toEqual([]);
    expect(told).toMatchObject({
      verdict: 'recognised',
      page: 'elearn/01-home',
      step: 1,
      frame: null,
      target: { role: 'link', name: '登入', tag: '<a id="login_md" class="login-btn" href="/mooc/co_login_dialog.php">' },
      cautions: [],
    });
    expect(told.card.title).toContain('第 1 步，共 11 步');
    expect(told.card.text).toContain('「登入」');
    expect(told.why).toContainEqual({ page: 'elearn/01-home', condition: 'button 登入', passed: true });
  });

  test.each(['chromium', 'firefox'])('the frame that speaks, in English, with a picture, in %s', async (browser) => {
    const shot = join(folder, `${browser}.png`);
    const home = 'content-rules/elearn/03-login-chooser/home-with-dialog.html';
    const frame = `${DIALOG}=content-rules/elearn/03-login-chooser/replica.html`;
    const told = await finding(
      '--browser',
      browser,
      '--url',
      ELEARN,
      home,
      '--frame',
      frame,
      '--account',
      'no',
      '--hours',
      'yes',
      '--lang',
      'en',
      '--shot',
      shot,
    );
    expect(told).toMatchObject({
      verdict: 'recognised',
      page: 'elearn/03-login-chooser',
      step: 2,
      frame: 'elearn.hrd.gov.tw/mooc/co_login_dialog.php',
      target: { name: '新會員第一次登入請看此' },
    });
    expect(new Set(told.cautions.map(({ id }: { id: string }) => id))).toEqual(new Set(['facebook', 'google', 'apple']));
    expect(told.cautions[0].target).toEqual({ role: 'link', name: 'facebook', tag: '<a class="social fb_btn" href="/mooc/co_fb_login.php">' });
    expect(told.card.title).toMatch(/^Step 2 of 11/);
    const picture = readFileSync(shot);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16), 'as wide as the window').toBeGreaterThan(1000);
  });
});

describe('many pages in one browser', () => {
  test.each(['chromium', 'firefox'])('each for itself, in order, its files beside the file of cases, in %s', async (browser) => {
    mkdirSync(join(folder, 'pages'), { recursive: true });
    copyFileSync(join(ROOT, HOME), join(folder, 'pages/home.html'));
    copyFileSync(join(RULES, 'elearn/03-login-chooser/home-with-dialog.html'), join(folder, 'pages/open.html'));
    copyFileSync(join(RULES, 'elearn/03-login-chooser/replica.html'), join(folder, 'pages/a=b.html'));
    write('pages/unknown.html', '<!doctype html><meta charset="utf-8"><title>?</title><p>什麼都沒有');
    const remembers =
      '<script>if (document.cookie + localStorage.length !== "0") document.body.textContent = ""; document.cookie = "a=1"; localStorage.a = 1</script>';
    write('pages/remembers.html', readFileSync(join(ROOT, HOME), 'utf8').replace('</body>', `${remembers}</body>`));
    const cases = [
      { file: 'pages/home.html', url: ELEARN, args: ['--account', 'yes', '--after=9'] },
      { file: 'pages/home.html', url: ELEARN },
      { file: 'pages/unknown.html', url: `${ELEARN}mooc/nobody_knows.php`, args: ['--after', '4', '--lang', 'en'] },
      { file: 'pages/unknown.html', url: `${ELEARN}mooc/nobody_knows.php` },
      { file: 'pages/home.html', url: 'https://elearn.hrd.gov.tw.example.org/' },
      { file: 'pages/open.html', url: ELEARN, args: ['--frame', `${DIALOG}=pages/a=b.html`, '--account', 'yes', '--shot', `${browser}.png`] },
      { file: 'pages/remembers.html', url: ELEARN },
      { file: 'pages/remembers.html', url: ELEARN },
    ];
    const told = await finding('--browser', browser, '--cases', write('cases.json', JSON.stringify(cases, null, '\t')));
    expect(told).toMatchObject([
      { file: 'pages/home.html', url: ELEARN, verdict: 'recognised', step: 10 },
      { file: 'pages/home.html', verdict: 'recognised', step: 1 },
      { file: 'pages/unknown.html', url: `${ELEARN}mooc/nobody_knows.php`, verdict: 'lost', page: null, step: 5, target: null, cautions: [] },
      { file: 'pages/unknown.html', verdict: 'quiet', step: null, card: null },
      { verdict: 'quiet', why: [{ condition: 'not a guided site' }] },
      { frame: 'elearn.hrd.gov.tw/mooc/co_login_dialog.php', step: 10, target: { name: '我的e政府' } },
      { verdict: 'recognised' },
      { verdict: 'recognised' },
    ]);
    expect(told).toHaveLength(cases.length);
    expect(told[2].card.title).not.toMatch(/[\u4e00-\u9fff]/);
    expect(told[1].card.title).toContain('第 1 步');
    expect(readFileSync(join(folder, `${browser}.png`)).length).toBeGreaterThan(10_000);
  });

  test.each([
    ['no such file', '[\n  {"file": "nothere.html", "url": "https://www.cp.gov.tw/"}\n]', ':2: nothere.html does not exist'],
    ['an unknown option', '[\n  {"file": "home.html", "url": "https://www.cp.gov.tw/",\n   "args": ["--unknown"]}\n]', ':3: unknown option --unknown'],
    [
      'another browser',
      '[\n  {"file": "home.html", "url": "https://www.cp.gov.tw/",\n   "args": ["--browser", "firefox"]}\n]',
      ':3: --browser does not belong in `args`',
    ],
    ['a bad address', '[\n\n  {"file": "home.html", "url": "www.cp.gov.tw"}\n]', ':3: --url: expected an address'],
    ['an unknown key', '[\n  {"file": "home.html", "url": "https://www.cp.gov.tw/", "arg": []}\n]', ':2: 0: Unrecognized key: "arg"'],
    ['no JSON', '[\n  {"file": "home.html" "url": ""}\n]', ':2: not JSON: '],
    ['no array', '{"file": "home.html"}', ':1: the file: Invalid input: expected array'],
  ])('a file of cases with %s', async (_, text, expected) => {
    copyFileSync(join(ROOT, HOME), join(folder, 'home.html'));
    expect(await refusal('--cases', write('bad.json', text))).toContain(`bad.json${expected}`);
  });
});

describe('what cannot be done', () => {
  test.each([
    ['an option', ['--url', ELEARN, HOME, '--acount', 'no'], /^lab: unknown option --acount; expected one of --url .*\n$/],
    ['a name of two lines', ['--url', ELEARN, 'not\nthere.html'], /^lab: not there\.html does not exist\n$/],
    ['a page that leaves for nowhere', ['--url', ELEARN, 'GONE'], /(^|\n)lab: (the page has gone to|https:\/\/elearn\.hrd\.gov\.tw\/ cannot be opened: ).*\n$/],
  ])('ends with status 2 and one line: %s', async (_, words, expected) => {
    const gone = write('gone.html', '<script>location.href = "https://example.org/"</script>');
    const { status, stdout, stderr } = await lab(...words.map((word) => (word === 'GONE' ? gone : word)));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(expected);
  });

  test.each([
    [['--url', ELEARN], 'the file of the saved page is missing'],
    [[HOME], '--url is missing'],
    [['--url', ELEARN, 'nothere.html'], 'nothere.html does not exist'],
    [['--url', ELEARN, 'content-rules'], 'content-rules is not a file'],
    [['--url', 'elearn.hrd.gov.tw', HOME], '--url: expected an address'],
    [['--url', 'file:///tmp/x.html', HOME], '--url: expected an address'],
    [['--url', ELEARN, HOME, '--acount', 'no'], 'unknown option --acount'],
    [['--url', ELEARN, HOME, HOME], 'expected one file'],
    [['--url', ELEARN, HOME, '--account', 'maybe'], '--account: expected yes or no, not maybe'],
    [['--url', ELEARN, HOME, '--hours', '--civil', 'no'], '--hours: expected yes or no, but nothing follows'],
    [['--url', ELEARN, HOME, '--after', '12'], '--after: expected the last step'],
    [['--url', ELEARN, HOME, '--lang', 'de'], '--lang: expected zh-TW or en'],
    [['--url', ELEARN, HOME, '--browser', 'lynx'], '--browser: expected chromium or firefox'],
    [['--url', ELEARN, HOME, '--frame', HOME], '--frame: expected <address>=<file.html>'],
    [['--url', ELEARN, HOME, '--frame', `${DIALOG}=nothere.html`], '--frame: nothere.html does not exist'],
    [['--url', ELEARN, HOME, '--frame', `${ELEARN}=${HOME}`], '--frame: there is a page at'],
    [['--url', ELEARN, HOME, '--shot', 'nowhere/x.png'], '--shot: there is no folder'],
    [['--url', ELEARN, '--cases', 'cases.json'], '--url and --cases do not go together'],
    [['--cases', 'nothere.json'], '--cases: nothere.json does not exist'],
  ])('%j', async (words, expected) => {
    expect(await refusal(...words)).toContain(expected);
  });

  test.each([
    'http://elearn.hrd.gov.tw/',
    'https://elearn.hrd.gov.tw:8443/',
    'https://elearn.hrd.gov.tw@example.org/',
    'https://ELEARN.hrd.gov.tw.example/',
    'https://gov.tw/',
  ])('%s is not a guided site', async (address) => {
    expect(await ask('--url', address, HOME)).toEqual({
      verdict: 'quiet',
      page: null,
      step: null,
      frame: null,
      target: null,
      cautions: [],
      card: null,
      why: [{ page: null, condition: 'not a guided site', passed: false }],
      nearest: [],
    });
  });
});

describe('a saved page', () => {
  test('loses the marks of the replicas', () => {
    const path = write('marked.html', '<a data-expect="login" href="/x">登入</a><b data-expect=\'a b\' id=c></b>');
    expect(readSavedPage(path, 'marked.html')).toBe('<a href="/x">登入</a><b id=c></b>');
  });

  // 登入 in Big5.
  const BIG5 = Buffer.from([0xb5, 0x6e, 0xa4, 0x4a]);
  test.each([
    ['UTF-8', Buffer.from('登入')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff登入')],
    ['UTF-16', Buffer.from('\ufeff登入', 'utf16le')],
    ['Big5 by its <meta>', Buffer.concat([Buffer.from('<meta charset="big5">'), BIG5])],
    ['Big5 by its old <meta>', Buffer.concat([Buffer.from('<META http-equiv=Content-Type content="text/html; charset=big5">'), BIG5])],
    ['Big5 that says nothing of it', BIG5],
    ['a charset that nobody knows', Buffer.from('<meta charset="klingon">登入')],
  ])('in %s is read', (_, bytes) => {
    expect(readSavedPage(write('coded.html', bytes), 'coded.html')).toMatch(/登入$/);
  });
});

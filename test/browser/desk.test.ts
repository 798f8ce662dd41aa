import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode } from '../../support/encode';
import { PAGE_TABLE } from '../../support/page-table';
import type { CodeParts } from '../../support/parts';
import { reportText } from '../../support/report/format';
import { shotOf } from '../browser-support/shot';
import { NOTHING_SAID } from '../support/code-parts';
import { cases, pack } from '../support/content';
import { progressOf, readCase } from '../support/looked';
import { reportOf, seenIn } from '../support/support-report';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';
import { chosenFile, partOf, press, waitFor } from './own-pages';

const AT_HOME: CodeParts = {
  edition: PAGE_TABLE.editions.length,
  kind: 'recognised',
  reason: null,
  page: 'elearn/01-home',
  spot: 1,
  step: null,
  failed: [],
  answers: { ...NOTHING_SAID, hours: 'yes', account: 'no' },
  visit: 'first',
  recovery: null,
};
const covered = encode({ ...AT_HOME, kind: 'degraded', reason: 'covered' });
const REPORTED = 'elearn/05-certificate-question';

describe.each(BROWSERS)('the support desk in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  let opened: Opened;
  let desk: Page;
  let requests: string[] = [];
  beforeAll(async () => {
    opened = await openBrowser(name);
    await opened.begin('https://elearn.hrd.gov.tw/', { events: finished(2) });
    opened.onRequest(({ host, path }) => void requests.push(`${host}${path}`));
    desk = (await opened.driver.openExtensionPage('support.html')).page;
    requests = [];
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  async function type(text: string): Promise<void> {
    await waitFor('there is a field', () => desk.evaluate(() => document.querySelector('#code') !== null));
    await desk.bringToFront();
    await desk.click('#code', { count: 3 });
    await desk.keyboard.type(text);
    await press(desk, '[data-action=look-up]');
  }
  const textOf = (part: string) => desk.evaluate((wanted) => document.querySelector(`[data-part=${wanted}]`)?.textContent ?? '', part);
  const open = (text: string) => {
    writeFileSync(join(folder, 'report.json'), text);
    return chosenFile(desk, '[data-part=report-file]', join(folder, 'report.json'));
  };
  const page = () => desk.evaluate(() => document.querySelector<HTMLElement>('iframe.stage')?.dataset.replica ?? '');

  test('names the group that was misheard, and knows nothing of a caller by it', async () => {
    const [first = '', second = '', third = ''] = covered;
    const misheard = second.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    await type(`${first} ${misheard} ${third}`);
    await waitFor('the second group is named', async () => (await textOf('fault')).includes('第 2 組不對'));
    expect(await textOf('caller')).toBe('');
  });

  test('shows the page of a code as broken as the caller has it, with the guide’s words and what to say', async () => {
    await type(covered.join('－'));
    await waitFor('its guide sees the same', async () => (await partOf(desk, 'sight', 'same')) === 'true');
    expect(await page()).toBe('elearn/01-home/replica.html');
    expect(await textOf('fault')).toBe('');
    expect(await textOf('said')).toMatch(/請先把公告關掉.*Please close the notice first/s);
    expect(await textOf('known')).toMatch(/認得這一頁，但要按的地方被擋住了/);
    const script = await desk.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-script]')].map(({ dataset }) => dataset.script));
    expect(script.slice(0, 5)).toEqual(['open', 'site', 'page', 'hindrance', 'do']);
    expect(script.at(-1)).toBe('pass');
  });

  test('has five lines for a ticket and a mail, by cause and language, and copies them', async () => {
    expect((await textOf('ticket')).split('\n')).toHaveLength(5);
    expect(await textOf('ticket')).toContain(`小幫手號碼：${covered.join(' ')}（規則 `);
    expect(await textOf('reply')).toContain('您停在第 1 步');
    await desk.select('[data-action=reply-cause]', 'news-in-the-way');
    await waitFor('the mail is about that', async () => (await textOf('reply')).includes('您遇到的可能是這一種'));
    await desk.select('[data-action=reply-language]', 'en');
    await waitFor('it is in English', async () => (await textOf('reply')).includes('We will not ask for your password.'));
    await press(desk, '[data-action=copy-reply]');
    await waitFor('it is copied', () => desk.evaluate(() => document.querySelector('[data-action=copy-reply]')?.textContent === '複製好了'));
    expect(await desk.evaluate(() => document.querySelector('[data-part=problems]'))).toBeNull();
    await shotOf(desk, `${name}-desk`, { fullPage: true });
  });

  test('shows another caller after it', async () => {
    await type(encode({ ...AT_HOME, page: REPORTED }).join(' '));
    await waitFor('the other page is there', async () => (await page()) === `${REPORTED}/replica.html`);
    await waitFor('its guide sees the same', async () => (await partOf(desk, 'sight', 'same')) === 'true');
    await type(encode({ ...AT_HOME, kind: 'lost', page: null, spot: 0, step: 4 }).join(' '));
    await waitFor('there is no page', async () => (await page()) === '');
    expect(await textOf('said')).toContain('第 4 步');
  });

  test('opens a report, works its verdict out again, and refuses what is none', async () => {
    const reported = cases.find(({ folder: id, case: { expect: wanted } }) => id === REPORTED && wanted.verdict === 'recognised');
    if (reported === undefined) throw new Error('there is no such case');
    const progress = progressOf(reported.case.given, pack.journey, REPORTED);
    const documents = readCase(pack, reported).flatMap(({ read }) => (read === null ? [] : (seenIn(read.facts, progress)?.seen ?? [])));
    const text = reportText(reportOf(documents));
    await open(text);
    await waitFor('the page is there', async () => (await page()) === `${REPORTED}/replica.html`);
    expect(await partOf(desk, 'replayed', 'same')).toBe('true');
    expect(await textOf('known')).toContain('Chrome 156');

    for (const [file, said] of [
      [text.padEnd(50_000_000), '太大'],
      [text.replace('"version":1', '"version":2'), '比較新'],
      [text.replace('register-guide support report', 'register-guide class kit'), '班級設定檔'],
      [text.replace('{', '{"__proto__":{"kind":1},'), '不能用的名稱'],
    ] as const) {
      await open(file);
      await waitFor(`it says: ${said}`, async () => (await textOf('fault')).includes(said));
      expect(await textOf('caller')).toBe('');
    }
    await open(text.slice(0, -40));
    await waitFor('it says that a part is missing', async () => (await textOf('fault')).includes('後面少了一段'));
    expect(await textOf('caller')).toBe('');
    await open(text.replace('"language":"zh-TW"', '"language":"<img src=x onerror=alert(1)>"'));
    await waitFor('it says where the markup is', async () => (await textOf('fault')).includes('screen.language'));
    expect(await desk.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    await open(text.replace('"language":"zh-TW"', '"language":"A123456789"'));
    await waitFor('it says where the ID number is', async () => (await textOf('fault')).includes('個人資料'));
    expect(await textOf('fault')).not.toContain('A123456789');
  });

  test('asks nothing of the sites, and leaves the journey on this computer alone', async () => {
    expect(requests).toEqual([]);
    const stored = Object.values(await opened.stored()) as { type?: string; page?: string }[];
    expect(stored.filter(({ type, page: at }) => type === 'arrived' && at === REPORTED)).toEqual([]);
  });
});

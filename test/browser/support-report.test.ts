import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../../support/report/read-report';
import { pollUntil } from '../../tools/browser/poll-until';
import { replayedReport } from '../../tools/lab/replayed';
import { readReplica } from '../../tools/site/replica-site';
import { areaOf, pressInPopup, secondCopyOf } from '../browser-support/own-page';
import { savesTo } from '../browser-support/saves-to';
import { ALL_PLANTS, foundIn, plantedMarkup, plantingScript } from '../support/planted';
import { RULES } from '../support/support-report';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';
import { pageInState, press, waitFor } from './own-pages';

const HOME = 'https://elearn.hrd.gov.tw/';
const CHOOSER = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1';
const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';

const intoBody = (html: string, more: string) => html.replace('</body>', `${more}</body>`);

describe.each(BROWSERS)('a support report in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'reported-'));
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name, { extraPreferences: savesTo(name, folder) });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  const stateOf = (page: Page) => page.evaluate(() => (location.pathname === '/report.html' ? (document.querySelector('main')?.dataset.state ?? '') : ''));
  const domOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
  const stores = async () =>
    JSON.stringify([await areaOf(opened.ownPage, 'local'), await areaOf(opened.ownPage, 'session'), await secondCopyOf(opened.ownPage)]);
  /** Zooms the page of the sites, as a person does; the browser keeps it for the whole site. */
  const zoomTo = (factor: number) =>
    opened.ownPage.evaluate(async (wanted: number) => {
      const { tabs } = (globalThis as unknown as WithTabs).chrome;
      const [tab] = await tabs.query({ url: 'https://elearn.hrd.gov.tw/*' });
      if (tab?.id !== undefined) await tabs.setZoom(tab.id, wanted);
    }, factor);
  const has = (selector: string) => opened.ownPage.evaluate((wanted: string) => document.querySelector(wanted) !== null, selector);

  /** Presses 「我卡住了」 and 「存一份報告給客服」 in the popup, which is open in a tab behind, and waits for the preview. */
  async function preview(page: Page): Promise<Page> {
    await page.bringToFront();
    // Opened before, 「我卡住了」 is still open.
    await waitFor('the popup has 「我卡住了」', () => has('[data-action=stuck], [data-action=stuck-close]'));
    if (await has('[data-action=stuck]')) await pressInPopup(opened.ownPage, '[data-action=stuck]');
    await waitFor('the popup offers a report', () => has('[data-action=report]'));
    await pressInPopup(opened.ownPage, '[data-action=report]');
    return pageInState(opened.driver, '/report.html', ['review', 'failed']);
  }

  async function save(shown: Page): Promise<string> {
    const before = new Set(readdirSync(folder));
    await press(shown, '[data-action=save]');
    await waitFor('it is saved', async () => (await stateOf(shown)) === 'saved');
    return pollUntil(
      async () =>
        readdirSync(folder).find((each) => !before.has(each) && /\.json$/.test(each) && readFileSync(join(folder, each), 'utf8').endsWith('}\n')) ?? null,
      20_000,
      () => `No file has come; there are ${readdirSync(folder).join(', ')}`,
    );
  }

  const reportIn = (file: string) => {
    const read = readReport(readFileSync(join(folder, file), 'utf8'), RULES);
    if ('fault' in read) throw new Error(JSON.stringify(read.fault));
    return read.report;
  };

  test('is shown, saved, and worked out again as the person saw it', async () => {
    opened.serve({});
    const { page } = await opened.begin(QUESTION, { events: finished(3), settings: { language: 'en' } });
    await zoomTo(1.25);
    const shown = await preview(page);
    expect(await stateOf(shown)).toBe('review');
    const told = await shown.evaluate(() => document.body.innerText);
    expect(told).toContain('All that support would get is here.');
    expect(told).toContain('是需要驗證您的身分');
    // Nothing is saved until they press, and nothing of it is stored.
    expect(readdirSync(folder)).toEqual([]);
    expect(await stores()).not.toContain('"texts"');
    const file = await save(shown);
    expect(file).toBe('support-report-elearn-05-certificate-question.json');
    const report = reportIn(file);
    expect(report.screen).toMatchObject({ browser: name === 'firefox' ? 'Firefox' : 'Chrome', zoom: 125, language: 'en' });
    expect(report.screen?.width).toBeGreaterThan(300);
    expect(report.screen?.browserVersion).toBeGreaterThan(100);
    expect(report.journey).toMatchObject({ here: 4, seen: expect.arrayContaining([1, 2, 3, 4]), lastPage: 'elearn/05-certificate-question' });
    expect(report.changes?.at(-1)).toMatchObject({ kind: 'recognised', page: 'elearn/05-certificate-question', step: 4 });
    expect(replayedReport(file, folder)).toMatchObject({
      same: true,
      sameRules: true,
      is: { verdict: 'recognised', page: 'elearn/05-certificate-question', step: 4, target: { role: 'radio', name: '是需要驗證您的身分' } },
    });
    expect(await domOf(shown)).not.toContain('是需要驗證您的身分');
    await shown.close();
    await zoomTo(1);
  });

  test('has of a page with a frame what both show, and replays which of them spoke', async () => {
    opened.serve({ 'elearn.hrd.gov.tw/': intoBody(readReplica('elearn/01-home/replica.html'), `<iframe src="${CHOOSER}" width="800" height="600"></iframe>`) });
    const { page } = await opened.begin(HOME);
    await waitFor('the frame speaks', async () => JSON.stringify(await areaOf(opened.ownPage, 'session')).includes('03-login-chooser'));
    const shown = await preview(page);
    const file = await save(shown);
    const report = reportIn(file);
    expect(report.page?.map(({ depth, verdict }) => [depth, verdict.page])).toEqual([
      [0, 'elearn/01-home'],
      [1, 'elearn/03-login-chooser'],
    ]);
    expect(replayedReport(file, folder)).toMatchObject({ same: true, is: { verdict: 'recognised', page: 'elearn/03-login-chooser' } });
    await shown.close();
  });

  test('lacks the parts that are left out', async () => {
    opened.serve({});
    const { page } = await opened.begin(QUESTION, { events: finished(3) });
    const shown = await preview(page);
    for (const part of ['screen', 'journey', 'changes']) await press(shown, `[data-action=include-${part}]`);
    await press(shown, '[data-action=include-changes]');
    expect(await shown.evaluate(() => [...document.querySelectorAll('.left-out')].map((each) => (each as HTMLElement).dataset.reportPart))).toEqual([
      'screen',
      'journey',
    ]);
    const file = await save(shown);
    expect(Object.keys(reportIn(file)).sort()).toEqual(['changes', 'kind', 'page', 'version', 'versions']);
    expect(replayedReport(file, folder)).toMatchObject({ withoutJourney: true, is: { page: 'elearn/05-certificate-question' } });
    await shown.close();
  });

  test('of a page that has changed says so, and is replayed as it was', async () => {
    opened.serve({
      'elearn.hrd.gov.tw/mooc/co_new_member_1.php': readReplica('elearn/05-certificate-question/replica.html').replace(
        '是(需要驗證您的身分)',
        '需要（會請您驗證身分）',
      ),
    });
    const { page } = await opened.begin(QUESTION, { events: finished(3) });
    const shown = await preview(page);
    const file = await save(shown);
    const replayed = replayedReport(file, folder);
    expect(replayed).toMatchObject({ same: true, is: { verdict: 'degraded', target: null, missing: 'not-found' } });
    expect(replayed.failed.map(({ condition }) => condition).join()).toContain('是(需要驗證您的身分)');
    await shown.close();
  });

  test('leads on to the field recorder, which records the page that was reported', async () => {
    opened.serve({});
    const { page } = await opened.begin(QUESTION, { events: finished(3) });
    const shown = await preview(page);
    const options = await opened.driver.openExtensionPage('options.html');
    await press(options.page, '[data-action=recorder]');
    await waitFor('the preview knows that the recorder is on', () => shown.evaluate(() => document.querySelector('[data-action=record]') !== null));
    await press(shown, '[data-action=record]');
    const recorded = await pageInState(opened.driver, '/record.html', ['review', 'failed']);
    const told = await recorded.evaluate(() => document.body.innerText);
    expect(told).toContain('elearn.hrd.gov.tw/mooc/co_new_member_1.php');
    expect(told).toContain('您是否需要線上學習時數證明');
    // The report is still there to be saved.
    expect(await stateOf(shown)).toBe('review');
    await recorded.close();
    await shown.close();
    await press(options.page, '[data-action=recorder]');
    await waitFor('the recorder is off again', () =>
      options.evaluate(() => (document.querySelector('[data-action=recorder]') as HTMLInputElement).checked === false),
    );
    await options.page.close();
  });

  test('says so where no guide answers, and offers nothing to save', async () => {
    const { page: alone } = await opened.driver.openExtensionPage('report.html?tab=2000000000');
    await waitFor('it has failed', async () => (await stateOf(alone)) === 'failed');
    expect(await alone.evaluate(() => [document.querySelector('[role=status]')?.textContent, document.querySelector('[data-action=save]')])).toEqual([
      '看不到那一頁。請回到那一頁，重新整理以後再試一次。',
      null,
    ]);
    await alone.close();
  });

  test('has nothing of anyone: 50 and more planted words in every kind of place, in the page and in its frames', async () => {
    const planted = plantedMarkup(ALL_PLANTS);
    const frame = `<iframe src="/mooc/inside.php?who=${encodeURIComponent(ALL_PLANTS[3] as string)}" title="${ALL_PLANTS[1]}" width="600" height="400"></iframe>`;
    opened.serve({
      'elearn.hrd.gov.tw/': intoBody(readReplica('elearn/10-home-logged-in/replica.html'), `${planted}${frame}${plantingScript(ALL_PLANTS)}`),
      'elearn.hrd.gov.tw/mooc/inside.php': `<!doctype html><title>${ALL_PLANTS[4]}</title><body>${planted}</body>`,
    });
    const { page } = await opened.begin(`${HOME}?ticket=${encodeURIComponent(ALL_PLANTS[5] as string)}`, { events: finished(9) });
    await waitFor('the guide has looked', async () => JSON.stringify(await areaOf(opened.ownPage, 'session')).includes('"changes"'));
    const shown = await preview(page);
    expect(await stateOf(shown)).toBe('review');
    expect(foundIn(await domOf(shown), ALL_PLANTS)).toEqual([]);
    const file = await save(shown);
    const text = readFileSync(join(folder, file), 'utf8');
    // An empty report would hold no plant either.
    expect(reportIn(file).page?.[0]?.facts.controls.length).toBeGreaterThan(3);
    expect(foundIn(text, ALL_PLANTS)).toEqual([]);
    expect(foundIn(await stores(), ALL_PLANTS)).toEqual([]);
    expect(replayedReport(file, folder)).toMatchObject({ same: true });
    await shown.close();
  });
});

/** The extension API inside its own page. */
interface WithTabs {
  chrome: { tabs: { query(query: object): Promise<{ id?: number }[]>; setZoom(tab: number, factor: number): Promise<void> } };
}

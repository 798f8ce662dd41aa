import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import { readReplica } from '../../tools/site/replica-site';
import { BROWSERS_OF_LONG_TESTS, type Opened, openBrowser } from './opened';
import { pagesAt, partOf, press, waitFor } from './own-pages';

const CHECK_TAKES_AT_MOST = 90_000;

describe.each(BROWSERS_OF_LONG_TESTS)('the check before a class in %s', (name) => {
  let opened: Opened;
  let trainer: Page;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const phase = () => partOf(trainer, 'class-check', 'phase');
  const rows = () =>
    trainer.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('[data-part=class-check] [data-page]')].map(({ dataset }) => [
          dataset.page ?? '',
          `${dataset.light} ${dataset.fault}`.trim(),
        ]),
      ),
    );
  const textOf = (page: string) => trainer.evaluate((id) => document.querySelector<HTMLElement>(`[data-page="${id}"]`)?.textContent ?? '', page);
  test('opens the pages that an address reaches, and says of each what it found', { timeout: CHECK_TAKES_AT_MOST * 2 }, async () => {
    await opened.begin('https://elearn.hrd.gov.tw/');
    opened.serve({
      // Another page has come to this address, a second one has lost what one presses, a third a heading, and nobody answers at the fourth.
      'elearn.hrd.gov.tw/mooc/explorer.php': '<!doctype html><meta charset="utf-8"><h1>網站維護中</h1><button>回首頁</button>',
      'www.cp.gov.tw/portal/portallogin.aspx': readReplica('egov/02-login-chooser/replica.html').replaceAll('我的E政府帳號登入', '會員登入'),
      'www.cp.gov.tw/portal/Person/Initial/SendPasswordMail.aspx': { redirect: 'https://elsewhere.example/' },
      'www.cp.gov.tw/portal/person/initial/Registry.aspx': readReplica('egov/08-member-kind/replica.html').replaceAll('會員註冊', '註冊'),
    });
    trainer = (await opened.driver.openExtensionPage('trainer.html')).page;
    await press(trainer, '[data-action=check]');
    await pollUntil(
      async () => ((await phase()) === 'watching' ? true : null),
      CHECK_TAKES_AT_MOST,
      () => 'The check has not come to its end.',
    );
    expect(await rows()).toMatchObject({
      'elearn/01-home': 'green none',
      'elearn/03-login-chooser': 'yellow instead',
      'elearn/08-guide-page': 'green none',
      'elearn/15-course-list': 'red unknown',
      'egov/01-front-page': 'green none',
      'egov/02-login-chooser': 'yellow no-target',
      'egov/08-member-kind': 'yellow missing',
      'egov/06-forgot-password': 'red silent',
      'portal/01-front-page': 'green none',
      'elearn/05-certificate-question': 'none',
    });
    expect(await textOf('egov/02-login-chooser')).toMatch(/找不到要按的地方.*少了按鈕「我的E政府帳號登入」/);
    expect(await textOf('egov/08-member-kind')).toMatch(/少了文字「會員註冊」/);
    expect(await trainer.evaluate(() => document.visibilityState)).toBe('visible');
  });

  test('goes on when the trainer arrives at a page that only a press reaches', async () => {
    const page = await opened.driver.newPage();
    await page.goto('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php');
    await waitFor('its light is green', async () => (await rows())['elearn/05-certificate-question'] === 'green none');
    await page.goto('https://elearn.hrd.gov.tw/');
    await trainer.bringToFront();
    await press(trainer, '[data-page="elearn/06-account-question"] [data-action=here]');
    await waitFor('the other page is named', async () => (await rows())['elearn/06-account-question'] === 'red other-page');
    expect(await textOf('elearn/06-account-question')).toContain('打開的是另一頁：e等公務園首頁');
    await page.close();
  });

  test('offers to record what is not green, and stops when it is told', async () => {
    await press(trainer, '[data-page="elearn/15-course-list"] [data-action=record-page]');
    await waitFor('the recorder shows what it found', async () => (await pagesAt(opened.driver, '/record.html')).length > 0);
    await trainer.bringToFront();
    await press(trainer, '[data-action=stop-check]');
    await waitFor('it has stopped', async () => (await phase()) === 'stopped');
  });
});

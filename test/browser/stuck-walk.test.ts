import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../engine/progress';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import { shotOf } from '../browser-support/shot';
import { BROWSERS_OF_LONG_TESTS, finished, type Opened, openBrowser } from './opened';

const HOME = 'https://elearn.hrd.gov.tw/';
const DIALOG = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1';
const EGOV = 'https://www.cp.gov.tw/';
const CHOOSER = 'https://www.cp.gov.tw/portal/portallogin.aspx?ReturnUrl=https%3A%2F%2Felearn.hrd.gov.tw%2Fegov_login.php';
const answered = (question: 'account' | 'hours', answer: string): JourneyEvent => ({ type: 'answered', question, answer });

const has = (sight: Sight, action: string) => sight.card?.buttons.some((button) => button.action === action) === true;
const says = (words: string) => (sight: Sight) => sight.card?.all.includes(words) === true;

/** Presses a button of the card once it is there. */
async function press(person: Person, action: string, which: (sight: Sight) => boolean = () => true): Promise<void> {
  const { card } = await person.see(`the button ${action}`, (sight) => has(sight, action) && which(sight));
  await person.pressOurs(card?.buttons ?? [], action);
}

/** 「我卡住了」, the cause, 「帶我處理」. */
async function begin(person: Person, ...topics: string[]): Promise<void> {
  for (const action of ['stuck', ...topics.map((topic) => `stuck-${topic}`), 'begin']) await press(person, action);
}

/** Waits for a ring on a page and presses it. */
async function pressRing(person: Person, what: string, isThere: (sight: Sight) => boolean): Promise<void> {
  const sight = await person.see(what, (seen) => (seen.ring !== null || has(seen, 'show-me')) && isThere(seen));
  if (has(sight, 'show-me')) await press(person, 'show-me');
  await person.pressRing(await person.see(what, (seen) => seen.ring !== null && !has(seen, 'show-me') && isThere(seen)));
}

const shot = (opened: Opened, name: string) => shotOf(opened.person.page, name);

describe.each(BROWSERS_OF_LONG_TESTS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  beforeEach(() => opened.showEdition('as-in-2026'));
  afterAll(() => opened?.close());

  const under = async () => ((await opened.stored()).view as { progress: { recovery: { id: string } | null } }).progress.recovery?.id ?? null;

  test('registered without ID number: to the card in the login dialog, past an unknown page, and back', async () => {
    const person = await opened.begin(EGOV, { events: finished(10) });
    await begin(person, 'something-else', 'no-id-number');
    await person.see('what is under way', says('正在處理：補身分證字號'));
    await shot(opened, `${name}-no-id-number-elsewhere`);
    await press(person, 'open', ({ card }) => card?.all.includes('正在處理') === true);
    await pressRing(person, 'the login', says('看官方作法'));
    const notice = await person.see(
      'the notice or the card',
      (sight) => sight.ring !== null && sight.address === HOME && sight.frame?.url().includes('dialog') === true,
    );
    if (notice.card?.all.includes('看完公告') === true) await person.pressRing(notice);
    await pressRing(person, 'the card about the ID number', says('請按「學習證書沒有身分證字號?」。'));
    const { ring } = await person.see('the official answer, which nobody has seen', says('請照官方的說明補身分證字號。'));
    expect(ring).toBeNull();
    await shot(opened, `${name}-no-id-number-unknown`);
    expect(await under()).toBe('no-id-number');
    await press(person, 'leave');
    await expect.poll(under).toBeNull();
  });

  test.each([
    ['addresses', true],
    ['2021', false],
  ])('the same card where a link stands below its words (%s): ringed in a block of its own, named amid words', async (build, isRinged) => {
    opened.serve({ [DIALOG.slice(8).replace(/\?.*/, '')]: readReplica(`elearn/03-login-chooser/replica.${build}.html`) });
    const person = await opened.begin(DIALOG, { events: [...finished(10), { type: 'began', recovery: 'no-id-number', until: [] }] });
    const { ring } = await person.see(
      'the card about the ID number',
      (sight) => says('「學習證書沒有身分證字號')(sight) && says('正在處理：補身分證字號')(sight),
    );
    expect(ring !== null).toBe(isRinged);
    await shot(opened, `${name}-no-id-number-${build}`);
    opened.serve({});
  });

  test('landed on 「eGOV登入頁」: to the front page, and on to the form', async () => {
    const person = await opened.begin(CHOOSER, { events: finished(6) });
    await begin(person, 'login-page-without-account');
    await press(person, 'open', says('正在處理：離開「eGOV登入頁」'));
    await pressRing(person, '加入會員', says('從這裡就可以註冊'));
    await person.see('the form, and no way back any more', (sight) => sight.address.includes('Registry') && sight.card !== null && !says('正在處理')(sight));
    expect(await under()).toBeNull();
  });

  test('landed there a second time: the hotline instead of a loop', async () => {
    opened.showEdition('dead-end');
    const person = await opened.begin(CHOOSER, { events: finished(6) });
    await begin(person, 'login-page-without-account');
    await press(person, 'open', says('正在處理：離開「eGOV登入頁」'));
    const { card } = await person.see('whom to call', (sight) => sight.address === EGOV && says('02-2192-7111')(sight));
    expect(card?.title).toBe('打電話問');
  });

  test('earlier logged in with Google: out of it, and in by 我的e政府', async () => {
    const person = await opened.begin(`${HOME}egov_login.php`, { events: [...finished(9), answered('account', 'yes')] });
    await person.see('the home page, logged in', ({ address, ring }) => address.endsWith('/mooc/index.php') && ring !== null);
    await begin(person, 'logged-in-the-old-way');
    await pressRing(person, '登出', says('請按「登出」'));
    await pressRing(person, 'the login', says('從今天起，請用我的e政府登入'));
    for (;;) {
      const sight = await person.see('a ring in the dialog', ({ ring, frame }) => ring !== null && frame?.url().includes('/mooc/co_') === true);
      if (sight.frame?.url().includes('guide') === true) break;
      await person.pressRing(sight);
      await person.see('the next page', (next) => next.frame?.url() !== sight.frame?.url() || next.card?.title !== sight.card?.title);
    }
    await expect.poll(under).toBeNull();
  });

  test('forgot the password: to the page that gives it back; over when logged in', async () => {
    const person = await opened.begin(CHOOSER, { events: [...finished(9), answered('account', 'yes')] });
    await begin(person, 'no-forgot-link');
    await press(person, 'open', says('請按下面的「打開我的e政府首頁」'));
    await pressRing(person, '忘記密碼', says('請按「忘記密碼」'));
    await person.see('the page that gives it back', (sight) => sight.address.includes('SendPasswordMail') && says('正在處理：找回帳號或密碼')(sight));
    expect(await under()).toBe('forgot-login');
    await person.page.goto(`${HOME}egov_login.php`);
    await person.see(
      'the home page, logged in, without a way back',
      (sight) => sight.address.endsWith('/mooc/index.php') && sight.ring !== null && !says('正在處理')(sight),
    );
    expect(await under()).toBeNull();
  });

  test('no mail: junk, 10 minutes, the telephone; over when it has come', async () => {
    const person = await opened.begin('https://www.cp.gov.tw/portal/person/initial/registrysuccess.aspx', { events: finished(8) });
    await begin(person, 'no-mail-yet');
    const { card } = await person.see('what to do', says('正在處理：找「註冊成功通知信」'));
    expect(card?.all).toContain('先等 10 分鐘，再看一次垃圾信件匣。');
    await press(person, 'mail-came');
    await expect.poll(under).toBeNull();
  });

  test('chose 否 by mistake: back to the question, where 是 is ringed', async () => {
    opened.showEdition('tables');
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_new_member_no.php', { events: [...finished(3), answered('hours', 'no')] });
    await press(person, 'unfold');
    await begin(person, 'chose-no-already');
    await press(person, 'open', says('正在處理：回去改選「是」'));
    await pressRing(person, 'the login', says('重新走到那一題'));
    await pressRing(person, 'the way in for new members', says('請按「新會員第一次登入請看此」。'));
    await person.see('the question again, 是 ringed', (sight) => sight.ring !== null && says('選「是」')(sight) && !says('正在處理')(sight));
    expect(await under()).toBeNull();
  });

  test('a course that refuses: what to look at, then courses that are open to all', async () => {
    const person = await opened.begin('https://elearn.hrd.gov.tw/info/10012347', { events: finished(10) });
    await begin(person, 'course-refuses-me');
    await person.see('what to look at', says('請看這一頁的「報名身分」。'));
    await press(person, 'open', says('正在處理：找不限身分的課'));
    await pressRing(person, 'the box 對象不限', says('請勾選「對象不限」。'));
    await pressRing(person, 'the search', says('請按框起來的查詢按鈕。'));
    await press(person, 'leave', says('正在處理'));
    await person.see('the page’s own card', (sight) => sight.card !== null && !says('正在處理')(sight));
  });

  test('a blocked window: in the words of this browser, the page’s own ring stays', async () => {
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_new_member_3.php?have=0', { events: finished(5) });
    await begin(person, 'register-window-blocked');
    const { ring } = await person.see('what to do', (sight) => says('正在處理：允許網站開新視窗')(sight) && sight.ring !== null);
    expect(ring).not.toBeNull();
    await person.see('how to allow it', says(name === 'firefox' ? '選允許這個網站' : '選一律允許'));
    await person.see('the browser’s own words', says(name === 'firefox' ? '擋住視窗的提示列' : '打叉的視窗圖示'));
    await shot(opened, `${name}-popup-blocked`);
  });

  test('the login dialog opened as a page: the way is the same', async () => {
    const person = await opened.begin(DIALOG, { events: [...finished(9), answered('account', 'yes')] });
    await begin(person, 'login-refused');
    await pressRing(person, 'the card about forgotten accounts', says('請按「我忘記帳密了？」。'));
    await person.see('an unknown page', says('請打開我的e政府首頁，按「忘記密碼」。'));
  });

  test('the popup asks and shows the same, says what is under way, and ends it', async () => {
    const { ownPage } = opened;
    await opened.begin(CHOOSER, { events: finished(6), settings: { language: 'en' } });
    const { page } = ownPage;
    await page.bringToFront();
    const text = () => page.$eval('body', (body) => body.innerText);
    const click = async (action: string) => {
      await page.waitForSelector(`[data-action="${action}"]`);
      await page.click(`[data-action="${action}"]`);
    };
    await click('stuck');
    await page.waitForSelector('[data-action="stuck-no-join-button"]');
    await shotOf(page, `${name}-popup-stuck`);
    await click('stuck-no-join-button');
    await expect.poll(text).toContain('Say: I am registering at 我的e政府');
    await click('begin');
    await expect.poll(text).toContain('Under way: Leaving 「eGOV登入頁」');
    await shotOf(page, `${name}-popup-under-way`);
    expect(await under()).toBe('no-way-to-register');
    await click('leave');
    await expect.poll(text).not.toContain('Under way');
    await expect.poll(under).toBeNull();
  });

  test('in English it is as complete', async () => {
    const person = await opened.begin(CHOOSER, { events: finished(6), settings: { language: 'en' } });
    await press(person, 'stuck');
    await person.see('the causes', (sight) => has(sight, 'stuck-login-page-without-account'));
    await shot(opened, `${name}-english-causes`);
    await press(person, 'stuck-login-page-without-account');
    await person.see('what to say', says('Say: I am registering at 我的e政府 and am at the step “Go to another page”.'));
    await shot(opened, `${name}-english-cause`);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import type { Sight } from '../../tools/walk/person';
import { backIntoCard, focused, isStill, OURS, tab, tabBack, tabTo } from './by-keyboard';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const FORM = 'www.cp.gov.tw/portal/person/initial/Registry.aspx';
const SUCCESS = 'https://www.cp.gov.tw/portal/person/initial/registrysuccess.aspx';
const CENTRE = 'https://elearn.hrd.gov.tw/mooc/user/registration_center.php';
const COURSE = 'https://elearn.hrd.gov.tw/info/10012345';
const field = (name: string) => `ctl00$ContentPlaceHolder1$${name}`;

/** The form's controls in the page's own order, what the guide says while the person is there, and what is done there by keys. */
const SUB_STEPS = [
  ['txt_account', '取帳號'],
  ['txt_password', '設定密碼'],
  ['txt_password2', '密碼再填一次'],
  ['txt_name', '填真實姓名'],
  ['txt_email', '填電子信箱'],
  ['txt_email2', '信箱再填一次'],
  ['txt_nickname', '暱稱'],
  ['chk_more', '打開身分證欄位'],
  ['txt_birthday', '其他資料'],
  ['txt_uid', '填身分證字號'],
  ['txt_address', '其他資料'],
  ['txt_tel', '其他資料'],
  ['ddl_question', '忘記密碼用的問題'],
  ['txt_answer', '填上答案'],
  ['txt_mobile', '填手機號碼'],
  ['txt_code', '填驗證碼'],
  ['chk_agree', '看條款'],
] as const;

const title = ({ card }: Sight) => card?.title ?? '';
const says = (words: string) => (sight: Sight) => sight.card?.all.includes(words) === true;
const has = (action: string) => (sight: Sight) => sight.card?.buttons.some((button) => button.action === action) === true;

describe.each(BROWSERS)('by keyboard alone, in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('the form, from its first field to the account: each field is spoken of while one is in it, and the focus is where the keys have put it', async () => {
    opened.serve({ [FORM]: readReplica('egov/04-registration/replica.html') });
    const events = [...finished(7), { type: 'answered', question: 'identify', answer: 'number' } as const];
    const person = await opened.begin(`https://${FORM}`, { events });
    const { keyboard } = person.page;
    await person.see('the first field', (sight) => sight.ring !== null && title(sight).includes('取帳號'));
    await isStill(person, 'body');
    for (const [index, [id, words]] of SUB_STEPS.entries()) {
      const passed = await tabTo(person, field(id));
      // From field to field nothing of ours is in the way; a page's own links may be.
      expect(passed).not.toContain(OURS);
      if (index > 0 && id !== 'txt_answer') expect(passed.filter((each) => each.startsWith('ctl00')).length).toBe(1);
      const isSpokenOf = (sight: Sight) => title(sight).includes(words);
      await person.see(`${id}: ${words}`, isSpokenOf);
      await isStill(person, field(id));
      if (id.startsWith('chk')) await keyboard.press(' ');
      else if (id.startsWith('ddl')) await keyboard.press('ArrowDown');
      else await keyboard.type('12345');
      await isStill(person, field(id));
    }
    expect(await person.page.$$eval('input[type=checkbox]', (boxes) => boxes.map((box) => (box as HTMLInputElement).checked))).toEqual([true, true]);

    await tabTo(person, field('btn_create'));
    await person.see('look once more', (sight) => sight.ring !== null && title(sight).includes('送出前看一次'));
    await keyboard.press('Enter');
    await person.see('the warning', ({ caution }) => caution !== null);
    await isStill(person, OURS);
    await keyboard.press('Escape');
    await person.see('no warning', ({ caution }) => caution === null);
    await isStill(person, field('btn_create'));
    await keyboard.press('Enter');
    await person.see('the warning again', ({ caution }) => caution !== null);
    // The safe answer has the focus; the other is the next.
    await tab(person);
    await person.pressOursByKey('Enter');
    await person.see('what to press once more', (sight) => sight.caution === null && says('請再按一次')(sight));
    await isStill(person, field('btn_create'));
    await keyboard.press('Enter');
    await person.see('the success', ({ address }) => address.toLowerCase().includes('registrysuccess'));
  });

  test('the mail: not yet, then there; the focus stays on the card as its words change', async () => {
    opened.serve({});
    const person = await opened.begin(SUCCESS, { events: finished(8) });
    const { card } = await person.see('the mail', has('mail-came'));
    const actions = card?.buttons.map(({ action }) => action) ?? [];
    await backIntoCard(person);
    await tabBack(person, actions.length - 1 - actions.indexOf('mail-not-yet'));
    await person.pressOursByKey('Enter');
    await person.see('what to do', says('先等 10 分鐘'));
    await isStill(person, OURS);
    await tabBack(person);
    await person.pressOursByKey(' ');
    const next = await person.see('the next step', (sight) => title(sight).includes('第 10 步'));
    // Its button is gone, and the focus is on the new words: the card's first button is the next.
    await isStill(person, OURS);
    expect(next.card?.buttons[0]?.action).toBe('open');
    await tab(person);
    await person.pressOursByKey('Enter');
    await person.see('e等公務園', ({ address }) => address.startsWith('https://elearn.hrd.gov.tw/'));
  });

  test('the card is folded and unfolded', async () => {
    const person = await opened.begin(SUCCESS, { events: finished(8) });
    await person.see('the mail', has('mail-came'));
    await backIntoCard(person);
    await tabBack(person);
    await person.pressOursByKey('Enter');
    await person.see('one line', has('unfold'));
    await isStill(person, OURS);
    await tab(person);
    await person.pressOursByKey('Enter');
    await person.see('the whole card', has('mail-came'));
    await isStill(person, OURS);
  });

  test('the course centre: hours, 對象不限 and the search; then a course, whose hours are told while one tabs through it', async () => {
    opened.serve({
      'elearn.hrd.gov.tw/mooc/user/registration_center.php': readReplica('elearn/12-course-centre/replica.table.html'),
      'elearn.hrd.gov.tw/info/10012345': readReplica('elearn/13-course-page/replica.html'),
    });
    const events = [...finished(10), { type: 'answered', question: 'hours', answer: 'yes' } as const];
    const person = await opened.begin(CENTRE, { events });
    const { keyboard } = person.page;
    await person.see('the hours', (sight) => sight.ring !== null && says('請在框起來的「認證時數」填 1。')(sight));
    await tabTo(person, 'certification_hours_minimum');
    await keyboard.type('1');
    await tab(person);
    await person.see('the most hours', says('框起來的是最多幾小時'));
    await isStill(person, 'certification_hours_maximum');
    await tab(person);
    await person.see('for everybody', says('請勾選「對象不限」'));
    await isStill(person, 'student_target_no_limit');
    await keyboard.press(' ');
    await person.see('the search', (sight) => sight.ring !== null && says('請按「開始查詢」')(sight));
    await isStill(person, 'student_target_no_limit');
    await tab(person);
    expect(await focused(person.page)).toMatch(/search|查詢/);

    await person.page.goto(COURSE);
    await person.see('its hours', says('這門課有 2 小時認證時數。'));
    const passed = await tabTo(person, 'enrol');
    expect(passed).not.toContain(OURS);
    await keyboard.press('Enter');
    await backIntoCard(person);
    const { card } = await person.see('its hours', says('這門課有 2 小時認證時數。'));
    expect(card?.buttons.at(-1)?.action).toBe('put-away');
  });

  test('the address check in the popup, from its first control on', async () => {
    await opened.begin('https://elearn.hrd.gov.tw/');
    const { page } = await opened.driver.openExtensionPage('popup.html');
    await page.bringToFront();
    await page.waitForSelector('[data-part="address-box"]');
    const isOn = (selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    const goTo = async (selector: string) => {
      for (let tries = 0; tries < 80; tries += 1) {
        if (await isOn(selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`The Tab key does not reach ${selector}`);
    };
    await goTo('[data-part="address-check"] > summary');
    await page.keyboard.press('Enter');
    await goTo('[data-part="address-box"]');
    await page.keyboard.type('https://elearn.hrd.gov.tw.evil.example/login');
    await page.keyboard.press('Enter');
    const verdict = () => page.$eval('[data-part="address-check"]', (box) => box.textContent ?? '');
    await expect.poll(verdict).toContain('這不是官方網站');
    expect(await isOn('[data-part="address-box"]')).toBe(true);
    await goTo('[data-action="clear-address"]');
    await page.keyboard.press(' ');
    // Cleared, and ready for the next.
    await expect.poll(verdict).not.toContain('這不是官方網站');
    expect(await isOn('[data-part="address-box"]')).toBe(true);
    await page.keyboard.type('www.cp.gov.tw');
    await goTo('[data-action="check-address"]');
    await page.keyboard.press('Enter');
    await expect.poll(verdict).toContain('網址正確：www.cp.gov.tw');
    expect(await isOn('[data-action="check-address"]')).toBe(true);
  });
});

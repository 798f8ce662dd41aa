import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../tools/walk/person';
import { forgetHeard, heard, listening } from './ears';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const ELEARN = 'elearn.hrd.gov.tw';
const CHOOSER = '/mooc/co_login_dialog.php';
const QUESTION = '/mooc/co_new_member_1.php';
const ROLES = '/mooc/co_new_member_roles.php';
const EGOV_CHOOSER = 'www.cp.gov.tw/portal/portallogin.aspx';
const FORM = 'www.cp.gov.tw/portal/person/initial/Registry.aspx';

/** The chooser with a login of each build: a picture, a `javascript:` link, an inline handler. */
const CHOOSER_PAGE = listening('elearn/03-login-chooser/replica.html', {
  change: [
    ['href="/mooc/co_google_login.php"', 'id="script" href="javascript:window.heard.push(\'script\')"'],
    ['href="/mooc/co_apple_login.php"', 'id="inline" onclick="window.heard.push(\'inline\')" href="/mooc/co_apple_login.php"'],
  ],
});
/** The first question, its button labelled, 否 chosen. */
const QUESTION_PAGE = listening('elearn/05-certificate-question/replica.html', {
  change: [
    ['<button type="submit"', '<label for="next" style="margin: 0 40px">下一步</label><button type="submit" id="next"'],
    ['value="0" required', 'value="0" required checked'],
  ],
});
const FORM_PAGE = listening('egov/04-registration/replica.html');
/** The question built of roles, its button too: pressed by a script of the page when it hears the key. */
const ROLES_PAGE = listening('elearn/05-certificate-question/replica.aria.html', {
  change: [
    [
      '<button>下一步</button>',
      '<div id="next" role="button" tabindex="0" onclick="window.heard.push(\'inline\'); this.closest(\'form\').requestSubmit()">下一步</div>',
    ],
    [
      "aria-checked=\"false\"\n      onclick=\"for (const r of this.parentNode.children) r.setAttribute('aria-checked', r === this); this.closest('form').elements.need.value = '0'\"",
      'aria-checked="true"',
    ],
  ],
});

const EGOV_CHOOSER_PAGE = listening('egov/02-login-chooser/replica.html');

/** One way of pressing something, done by its CSS selector. */
type Way = [name: string, press: (page: Page) => Promise<unknown>];

const centre = async (page: Page, selector: string) => {
  const box = await (await page.$(selector))?.boundingBox();
  if (box == null) throw new Error(`${selector} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const mouse = async (page: Page, selector: string, options: { button?: 'left' | 'middle' | 'right'; count?: number } = {}) => {
  const { x, y } = await centre(page, selector);
  await page.mouse.click(x, y, options);
};
const key = async (page: Page, selector: string, name: 'Enter' | ' ') => {
  await page.focus(selector);
  await page.keyboard.press(name);
};

const PICTURE = '.col:last-of-type .fb_btn img';

const WAYS_AT_THE_CHOOSER: Way[] = [
  ['a press on the picture inside a link', (page) => mouse(page, PICTURE)],
  ['a press on a link with an inline handler', (page) => mouse(page, '#inline')],
  ['a press on a javascript: link', (page) => mouse(page, '#script')],
  ['a middle press', (page) => mouse(page, PICTURE, { button: 'middle' })],
  ['Enter on a focused link', (page) => key(page, '#inline', 'Enter')],
  [
    'a press with Ctrl held, for a new tab',
    async (page) => {
      await page.keyboard.down('Control');
      await mouse(page, '#inline');
      await page.keyboard.up('Control');
    },
  ],
  [
    'a touch',
    async (page) => {
      const { x, y } = await centre(page, PICTURE);
      await page.touchscreen.tap(x, y);
    },
  ],
];

const WAYS_AT_THE_QUESTION: Way[] = [
  ['a press on the button', (page) => mouse(page, '#next')],
  ['a press on its label', (page) => mouse(page, 'label[for=next]')],
  ['Enter on the focused button', (page) => key(page, '#next', 'Enter')],
  ['Space on the focused button', (page) => key(page, '#next', ' ')],
  ['Enter on the focused answer', (page) => key(page, 'input[value="0"]', 'Enter')],
  ['a script that sends the form', (page) => page.evaluate(() => document.forms[0]?.requestSubmit())],
];

const WAYS_WITH_ROLES: Way[] = [
  ['Enter on a focused div that is a button', (page) => key(page, '#next', 'Enter')],
  ['Space on a focused div that is a button', (page) => key(page, '#next', ' ')],
  ['a press on a div that is a button', (page) => mouse(page, '#next')],
];

const WAYS_AT_THE_FORM: Way[] = [['Enter in a field', (page) => key(page, 'input[type=text]', 'Enter')]];

const pages = {
  [`${ELEARN}${CHOOSER}`]: CHOOSER_PAGE,
  [`${ELEARN}${QUESTION}`]: QUESTION_PAGE,
  [`${ELEARN}${ROLES}`]: ROLES_PAGE,
  [FORM]: FORM_PAGE,
  [EGOV_CHOOSER]: EGOV_CHOOSER_PAGE,
};

const warned = (person: Person) => person.see('the warning', ({ caution }) => caution !== null);
const atPeace = (person: Person) => person.see('the page with its card', ({ caution, card }) => caution === null && card !== null);

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.serve(pages);
  });
  afterAll(() => opened?.close());

  const begin = async (address: string, start: Parameters<Opened['begin']>[1] = {}) => {
    person = await opened.begin(`https://${address}`, start);
    return atPeace(person);
  };

  describe.each([
    ['login chooser', `${ELEARN}${CHOOSER}`, WAYS_AT_THE_CHOOSER],
    ['first question', `${ELEARN}${QUESTION}`, WAYS_AT_THE_QUESTION],
    ['first question built of roles', `${ELEARN}${ROLES}`, WAYS_WITH_ROLES],
    ['registration form', FORM, WAYS_AT_THE_FORM],
  ])('at the %s', (_, address, ways) => {
    beforeAll(() => begin(address, { events: address === FORM ? finished(7) : [] }));

    test.each(ways)('%s is held, and nothing of the page heard of it', async (_way, press) => {
      const tabs = (await opened.driver.pages()).length;
      await forgetHeard(person.page);
      await press(person.page);
      await warned(person);
      expect(await heard(person.page)).toEqual([]);
      await person.page.keyboard.press('Escape');
      await atPeace(person);
      expect((await opened.driver.pages()).length).toBe(tabs);
    });
  });

  /** Presses at once and sees that the page heard it and nobody asked. */
  const passes = async (press: () => Promise<unknown>, what = 'click') => {
    await forgetHeard(person.page);
    await press();
    await expect.poll(() => heard(person.page)).toContain(what);
    expect((await person.glance()).caution).toBeNull();
  };
  const isHeld = async (press: () => Promise<unknown>) => {
    await forgetHeard(person.page);
    await press();
    const { caution } = await warned(person);
    expect(await heard(person.page)).toEqual([]);
    return caution;
  };
  const dismiss = async () => {
    await person.page.keyboard.press('Escape');
    await atPeace(person);
  };
  const focused = (selector: string) => person.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
  const ringIsAround = async (selector: string) => {
    const { x, y } = await centre(person.page, selector);
    await person.see(
      `the ring around ${selector}`,
      ({ ring }) => ring !== null && x > ring.x && x < ring.x + ring.width && y > ring.y && y < ring.y + ring.height,
    );
  };

  test('the warning: a double click is one press, its buttons are dead at first, focus is on the safe one and goes back', async () => {
    await begin(`${ELEARN}${CHOOSER}`);
    const press = () => mouse(person.page, '#inline');
    const caution = await isHeld(() => mouse(person.page, '#inline', { count: 2 }));
    await dismiss();
    expect(await focused('#inline')).toBe(true);

    // Where 「我知道，繼續」 will be: as quick as a hand can be, and quicker.
    const insist = caution?.buttons.find(({ action }) => action === 'insist')?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    await isHeld(async () => {
      await press();
      await person.page.mouse.click(insist.x + insist.width / 2, insist.y + insist.height / 2);
    });
    await dismiss();

    await isHeld(press);
    await expect.poll(() => person.page.keyboard.press('Enter').then(() => person.glance())).toMatchObject({ caution: null });
    expect(await focused('#inline')).toBe(true);
    await isHeld(press);
    await dismiss();
  });

  test('after 「我知道，繼續」 the next press passes and nobody asks again in this tab', async () => {
    opened.serve({ ...pages, [`${ELEARN}${CHOOSER}`]: listening('elearn/03-login-chooser/replica.html', { stays: false }) });
    await begin(`${ELEARN}${CHOOSER}`);
    await isHeld(() => mouse(person.page, PICTURE));
    await person.answerWarning('insist');
    const { card } = await atPeace(person);
    expect(card?.all).toContain('請再按一次「facebook」');
    expect(await heard(person.page)).toEqual([]);
    for (const again of ['the next press', 'after coming back', 'after a reload']) {
      await Promise.all([person.page.waitForNavigation(), mouse(person.page, PICTURE)]);
      expect(person.page.url(), again).toContain('/mooc/co_fb_login.php');
      await person.page.goBack();
      if (again === 'after coming back') await person.page.reload();
      await atPeace(person);
    }
    opened.serve(pages);
  });

  test('「改選「是」」 selects the native radio, and nothing else', async () => {
    await begin(`${ELEARN}${QUESTION}`);
    await isHeld(() => mouse(person.page, '#next'));
    await person.answerWarning('safe');
    await ringIsAround('#next');
    expect(await person.page.$eval('input[value="1"]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
    expect(await heard(person.page), 'the radio heard of it, no form was sent').not.toContain('submit');
    await passes(() => mouse(person.page, '#next'), 'submit');
  });

  test('where the choice is no native radio, the ring goes to 是 instead', async () => {
    await begin(`${ELEARN}${ROLES}`);
    await isHeld(() => mouse(person.page, '#next'));
    await person.answerWarning('safe');
    await ringIsAround('[role=radio]:first-child');
    expect(await person.page.$eval('[role=radio]:last-child', (radio) => radio.getAttribute('aria-checked'))).toBe('true');
    expect(await heard(person.page)).toEqual([]);
  });

  test('「這個不用再提醒我」 is for good and for this choice only', async () => {
    await begin(`${ELEARN}${CHOOSER}`);
    const press = () => mouse(person.page, '#inline');
    const caution = await isHeld(press);
    await person.pressOurs(caution?.buttons ?? [], 'mute');
    await person.answerWarning('safe');
    await atPeace(person);
    await passes(press);
    expect(await opened.stored()).toMatchObject({ settings: { muted: ['apple'] } });
    await person.page.goto('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_03');
    await atPeace(person);
    await passes(press);
    await isHeld(() => mouse(person.page, PICTURE));
    await dismiss();
  });

  test('「不要攔我」 leaves a note on the card; a paused site and 「eGOV登入頁」 hold nothing either', async () => {
    const { card } = await begin(`${ELEARN}${CHOOSER}`, { settings: { holds: false } });
    expect(card?.all).toContain('「facebook」：用 Facebook 登入，時數不能合併');
    await passes(() => mouse(person.page, PICTURE));

    person = await opened.begin(`https://${ELEARN}${CHOOSER}`, { settings: { paused: ['elearn'] } });
    await expect.poll(() => person.explain()).toMatchObject({ page: 'elearn/03-login-chooser' });
    await passes(() => mouse(person.page, PICTURE));
    expect((await person.glance()).card).toBeNull();

    const egov = await begin(EGOV_CHOOSER, { events: [{ type: 'answered', question: 'account', answer: 'yes' }] });
    expect(egov.card?.all).toContain('要用註冊的帳號登入，按「我的E政府帳號登入」');
    await passes(() => mouse(person.page, '[href*="FacebookLogin"]'));
    await passes(() => mouse(person.page, '[href*="GoogleLogin"]'));
  });

  test('presses of the page itself, right presses and going back are left alone', async () => {
    await begin(`${ELEARN}${CHOOSER}`);
    await passes(() => person.page.$eval('#inline', (link) => (link as HTMLElement).click()), 'inline');
    await passes(() => mouse(person.page, '#inline', { button: 'right' }), 'contextmenu');
    await person.page.goto(`https://${ELEARN}${QUESTION}`);
    await atPeace(person);
    await person.page.goBack();
    await person.see('the chooser again', ({ address, caution, ring }) => address.includes(CHOOSER) && caution === null && ring !== null);
  });

  test('of 300 presses elsewhere none is held', async () => {
    person = await opened.begin(`https://${ELEARN}${CHOOSER}`, { settings: { putAway: ['elearn'] } });
    await expect.poll(() => person.explain()).toMatchObject({ page: 'elearn/03-login-chooser' });
    const places = await person.page.evaluate((wanted: number) => {
      // A simple row of numbers that looks random and is the same each time.
      let seed = 7;
      const random = () => {
        seed = (seed * 48271) % 2147483647;
        return seed / 2147483647;
      };
      const found: { x: number; y: number }[] = [];
      while (found.length < wanted) {
        const place = { x: random() * (document.documentElement.clientWidth - 2), y: random() * (document.documentElement.clientHeight - 2) };
        if (document.elementFromPoint(place.x, place.y)?.closest('.fb_btn, .google_btn, .apple_btn') == null) found.push(place);
      }
      return found;
    }, 300);
    await forgetHeard(person.page);
    for (const { x, y } of places) await person.page.mouse.click(x, y);
    const clicks = (await heard(person.page)).filter((what) => what === 'click').length;
    expect(clicks, 'each heard by window and document').toBe(600);
    expect((await person.glance()).caution).toBeNull();
    await isHeld(() => mouse(person.page, PICTURE));
  });
});

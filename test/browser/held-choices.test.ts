import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import type { Person } from '../../tools/walk/person';
import { forgetHeard, heard, listening } from './ears';
import { CHOOSER, EGOV_CHOOSER, HELD_PAGES, QUESTION, ROLES } from './held-pages';
import { BROWSERS, type Opened, openBrowser } from './opened';
import { centre, mouse, PICTURE, WAYS } from './ways-of-pressing';

/** Each takes Firefox three times as long. */
const PRESSES = { chromium: 300, firefox: 100 };

const warned = (person: Person) =>
  pollUntil(
    async () => (await person.glance()).caution,
    15_000,
    () => 'No warning comes.',
  );
const atPeace = (person: Person) => person.see('the page with its card', ({ caution, card }) => caution === null && card !== null);

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.serve(HELD_PAGES);
    await begin(CHOOSER);
  });
  afterAll(() => opened?.close());

  /** Starts anew: nothing muted, nothing let through. */
  const begin = async (address: string, start: Parameters<Opened['begin']>[1] = {}) => {
    person = await opened.begin(`https://${address}`, start);
    return atPeace(person);
  };
  const goTo = async (address: string) => {
    await person.page.goto(`https://${address}`);
    return atPeace(person);
  };

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
    const caution = await warned(person);
    expect(await heard(person.page)).toEqual([]);
    return caution;
  };
  const dismiss = async () => {
    await person.page.keyboard.press('Escape');
    await pollUntil(
      async () => (await person.glance()).caution === null || null,
      15_000,
      () => 'The warning does not go away.',
    );
  };
  const focused = (selector: string) => person.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
  const ringIsAround = async (selector: string) => {
    const { x, y } = await centre(person.page, selector);
    await person.see(
      `the ring around ${selector}`,
      ({ ring }) => ring !== null && x > ring.x && x < ring.x + ring.width && y > ring.y && y < ring.y + ring.height,
    );
  };

  describe.each(Object.entries(WAYS))('at %s', (address, ways) => {
    beforeAll(() => goTo(address));

    test.each(ways)('%s is held, and nothing of the page heard of it', async (_, press) => {
      const tabs = (await opened.driver.pages()).length;
      await isHeld(() => press(person.page));
      await dismiss();
      expect((await opened.driver.pages()).length).toBe(tabs);
    });
  });

  test('the warning: a double click is one press, its buttons are dead at first, focus is on the safe one and goes back', async () => {
    await goTo(CHOOSER);
    const press = () => mouse(person.page, '#inline');
    const caution = await isHeld(() => mouse(person.page, '#inline', { count: 2 }));
    await dismiss();
    expect(await focused('#inline')).toBe(true);

    // Where 「我知道，繼續」 will be: as quick as a hand can be, and quicker.
    const insist = caution.buttons.find(({ action }) => action === 'insist')?.box ?? { x: 0, y: 0, width: 0, height: 0 };
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
    opened.serve({ ...HELD_PAGES, [CHOOSER]: listening('elearn/03-login-chooser/replica.html', { stays: false }) });
    await begin(CHOOSER);
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
    opened.serve(HELD_PAGES);
  });

  test('「改選「是」」 selects the native radio, and nothing else', async () => {
    await goTo(QUESTION);
    await isHeld(() => mouse(person.page, '#next'));
    await person.answerWarning('safe');
    await ringIsAround('#next');
    expect(await person.page.$eval('input[value="1"]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
    expect(await heard(person.page), 'the radio heard of it, no form was sent').not.toContain('submit');
    await passes(() => mouse(person.page, '#next'), 'submit');
  });

  test('where the choice is no native radio, the ring goes to 是 instead', async () => {
    await goTo(ROLES);
    await isHeld(() => mouse(person.page, '#next'));
    await person.answerWarning('safe');
    await ringIsAround('[role=radio]:first-child');
    expect(await person.page.$eval('[role=radio]:last-child', (radio) => radio.getAttribute('aria-checked'))).toBe('true');
    expect(await heard(person.page)).toEqual([]);
  });

  test('「這個不用再提醒我」 is for good and for this choice only', async () => {
    await begin(CHOOSER);
    const press = () => mouse(person.page, '#inline');
    const caution = await isHeld(press);
    await person.pressOurs(caution.buttons, 'mute');
    await person.answerWarning('safe');
    await atPeace(person);
    await passes(press);
    expect(await opened.stored()).toMatchObject({ settings: { muted: ['apple'] } });
    await goTo(`${CHOOSER}?code=csdi_03`);
    await passes(press);
    await isHeld(() => mouse(person.page, PICTURE));
    await dismiss();
  });

  test('「不要攔我」 leaves a note on the card; a paused site and 「eGOV登入頁」 hold nothing either', async () => {
    const { card } = await begin(CHOOSER, { settings: { holds: false } });
    expect(card?.all).toContain('「facebook」：用 Facebook 登入，時數不能合併');
    await passes(() => mouse(person.page, PICTURE));

    person = await opened.begin(`https://${CHOOSER}`, { settings: { paused: ['elearn'] } });
    await expect.poll(() => person.explain()).toMatchObject({ page: 'elearn/03-login-chooser' });
    await passes(() => mouse(person.page, PICTURE));
    expect((await person.glance()).card).toBeNull();

    const egov = await begin(EGOV_CHOOSER, { events: [{ type: 'answered', question: 'account', answer: 'yes' }] });
    expect(egov.card?.all).toContain('要用註冊的帳號登入，按「我的E政府帳號登入」');
    await passes(() => mouse(person.page, '[href*="FacebookLogin"]'));
    await passes(() => mouse(person.page, '[href*="GoogleLogin"]'));
  });

  test('presses of the page itself, right presses and going back are left alone', async () => {
    await begin(CHOOSER);
    await passes(() => person.page.$eval('#inline', (link) => (link as HTMLElement).click()), 'inline');
    await passes(() => mouse(person.page, '#inline', { button: 'right' }), 'contextmenu');
    await goTo(QUESTION);
    await person.page.goBack();
    await person.see('the chooser again', ({ address, caution, ring }) => address.endsWith(CHOOSER) && caution === null && ring !== null);
  });

  test(`of ${PRESSES[name]} presses elsewhere none is held`, async () => {
    person = await opened.begin(`https://${CHOOSER}`, { settings: { putAway: ['elearn'] } });
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
    }, PRESSES[name]);
    await forgetHeard(person.page);
    for (const { x, y } of places) await person.page.mouse.click(x, y);
    const clicks = (await heard(person.page)).filter((what) => what === 'click').length;
    expect(clicks, 'each heard by window and document').toBe(places.length * 2);
    expect((await person.glance()).caution).toBeNull();
    await isHeld(() => mouse(person.page, PICTURE));
  });
});

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../tools/browser/find-browser';
import { pollUntil } from '../../tools/browser/poll-until';
import { cdpSession } from '../../tools/browser/puppeteer-inside';
import type { Person } from '../../tools/walk/person';
import { forgetHeard, heard, listening } from '../browser/ears';
import { CHOOSER, FORM, QUESTION } from '../browser/held-pages';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { centre, mouse } from '../browser/ways-of-pressing';
import { type Build, HELD_CHOICES, type HeldChoice, pageOf } from './held-controls';
import { WAYS } from './presses';

interface Case {
  way: string;
  build: Build;
  choice: HeldChoice;
}

/** Every way at every build of the control; of all four choices in the full run, else of one after the other. */
function cases(browser: BrowserName): [title: string, one: Case][] {
  let turn = 0;
  // Firefox cannot be driven with a pen.
  const ways = Object.entries(WAYS).filter(([way]) => browser === 'chromium' || way !== 'a pen');
  return ways.flatMap(([way, { builds, needsForm }]) => {
    const choices = HELD_CHOICES.filter(({ isInForm }) => isInForm || needsForm !== true);
    return builds.flatMap((build) => {
      turn += 1;
      const taken = process.env.FULL === '1' ? choices : choices.filter((_, index) => index === turn % choices.length);
      return taken.map((choice): [string, Case] => [`${choice.words}: ${way}, ${build}`, { way, build, choice }]);
    });
  });
}

/** Where the control is: found anew each time, in shadow roots too. */
async function placeOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await (await page.$('>>> #held'))?.boundingBox();
  if (box == null) throw new Error('The control is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const open = async (address: string, page: string, events = finished(2)) => {
    opened.serve({ [address]: page });
    person = await opened.begin(`https://${address}`, { events });
    await person.see('the page with its card', ({ caution, card }) => caution === null && card !== null);
  };
  const warned = () =>
    pollUntil(
      async () => (await person.glance()).caution,
      15_000,
      () => 'No warning comes.',
    );
  const scrollTo = () => person.page.$eval('>>> #held', (control) => control.scrollIntoView({ block: 'center' }));
  /** Whoever wants to press what the card lies over folds it. */
  const foldCard = async () => {
    const { card } = await person.see('the card', (sight) => sight.card !== null);
    await person.pressOurs(card?.buttons ?? [], 'fold');
    await person.see('one line', (sight) => sight.card?.buttons.some(({ action }) => action === 'unfold') === true);
  };

  test.each(cases(name))('%s is held once, and passes after 「我知道，繼續」', async (_, { way, build, choice }) => {
    await open(choice.address, pageOf(choice, build));
    await foldCard();
    await scrollTo();
    const press = async () => WAYS[way]?.press(person.page, await placeOf(person.page));
    const tabs = (await opened.driver.pages()).length;
    await forgetHeard(person.page);
    await press();
    await warned();
    expect(await heard(person.page), 'nothing of the page heard of it').toEqual([]);
    expect((await opened.driver.pages()).length).toBe(tabs);
    await person.answerWarning('insist');
    await person.see('what to press again', ({ card }) => card?.all.includes('請再按一次') === true);
    expect(await heard(person.page), 'nothing is pressed for anyone').toEqual([]);
    await press();
    await expect.poll(() => heard(person.page), { timeout: 10_000 }).not.toEqual([]);
    expect((await person.glance()).caution).toBeNull();
  });

  test('each login by another service is held in both columns', async () => {
    await open(CHOOSER, listening('elearn/03-login-chooser/replica.html'));
    for (const login of ['fb', 'google', 'apple']) {
      for (const column of ['first', 'last']) {
        await forgetHeard(person.page);
        await mouse(person.page, `.col:${column}-of-type .${login}_btn`);
        await warned();
        expect(await heard(person.page), `${login}, ${column} column`).toEqual([]);
        await person.page.keyboard.press('Escape');
        await person.see('no warning', ({ caution }) => caution === null);
      }
    }
  });

  test('a choice that does not tell whether it is made counts as made when it was pressed last', async () => {
    const choice = (words: string, id: string) => `<div role="radio" tabindex="0" id="${id}" style="width: 220px">${words}</div>`;
    const replica = 'elearn/05-certificate-question/replica.html';
    const page = listening(replica, {
      change: [
        ['<input type="radio" name="need" value="1" required>', ''],
        ['<label> 是(需要驗證您的身分)</label>', choice('是(需要驗證您的身分)', 'yes')],
        ['<input type="radio" name="need" value="0" required>', ''],
        ['<label> 否</label>', choice('否', 'no')],
        ['<button type="submit"', '<button type="submit" id="held"'],
      ],
    });
    await open(QUESTION, page);
    await mouse(person.page, '#held');
    // Nothing is chosen, so there is nothing to hold.
    await expect.poll(() => heard(person.page)).toContain('submit');
    await mouse(person.page, '#no');
    await forgetHeard(person.page);
    await mouse(person.page, '#held');
    await warned();
    expect(await heard(person.page)).toEqual([]);
    await person.page.keyboard.press('Escape');
    await person.see('no warning', ({ caution }) => caution === null);
    await mouse(person.page, '#yes');
    await forgetHeard(person.page);
    await mouse(person.page, '#held');
    await expect.poll(() => heard(person.page)).toContain('submit');
    expect((await person.glance()).caution).toBeNull();
  });

  test.each(['mouse', 'requestSubmit'])('a button outside the form that it sends is held, by %s', async (way) => {
    const page = listening('elearn/05-certificate-question/replica.html', {
      change: [
        ['<form class="panel panel-default"', '<form id="far" class="panel panel-default"'],
        ['value="0" required', 'value="0" required checked'],
        ['<button type="submit" class="btn btn-primary">下一步</button>', ''],
        ['</form>', '</form><button form="far" id="held">下一步</button>'],
      ],
    });
    await open(QUESTION, page);
    await forgetHeard(person.page);
    if (way === 'mouse') await mouse(person.page, '#held');
    else await person.page.evaluate(() => document.forms[0]?.requestSubmit());
    await warned();
    expect(await heard(person.page)).toEqual([]);
  });

  test('in frames in frames the press is held where it is', async () => {
    const frame = (source: string) => `<!doctype html><title>-</title><iframe src="${source}" width="1200" height="720" style="border: 0"></iframe>`;
    const facebook = HELD_CHOICES[0] as HeldChoice;
    opened.serve({
      'elearn.hrd.gov.tw/outer': frame('/inner'),
      'elearn.hrd.gov.tw/inner': frame(`https://${CHOOSER}`),
      [CHOOSER]: pageOf(facebook, 'button'),
    });
    person = await opened.begin('https://elearn.hrd.gov.tw/outer', { events: finished(1) });
    await person.see('the card in the innermost frame', ({ card, frame: at }) => card !== null && at?.parentFrame()?.parentFrame() != null);
    await foldCard();
    const innermost = person.page.frames().find((each) => each.url().includes('co_login_dialog'));
    const box = await (await innermost?.$('#held'))?.boundingBox();
    if (innermost === undefined || box == null) throw new Error('The control is not drawn.');
    const press = () => person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const heardThere = () => innermost.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    await press();
    await warned();
    expect(await heardThere()).toEqual([]);
    await person.answerWarning('insist');
    await expect.poll(() => press().then(heardThere), { timeout: 10_000 }).toContain('click');
    expect((await person.glance()).caution).toBeNull();
  });

  test('let through means this tab: after a postback it passes, in another tab it is held', async () => {
    const create = HELD_CHOICES[3] as HeldChoice;
    // The page answers a sent form with itself.
    const page = pageOf(create, 'button').replaceAll('action="/portal/person/initial/RegistrySuccess.aspx"', '');
    const posting = page.replace("document.addEventListener('submit', (event) => event.preventDefault());", '');
    await open(FORM, posting, finished(7));
    const press = async () => {
      await scrollTo();
      const { x, y } = await centre(person.page, '#held');
      await person.page.mouse.click(x, y);
    };
    await press();
    await warned();
    await person.answerWarning('insist');
    for (const time of ['first', 'second']) {
      await person.see('the page', ({ caution, card }) => caution === null && card !== null);
      await person.page.evaluate(() => Object.assign(globalThis, { before: true }));
      await press();
      const isNew = () => person.page.evaluate(() => !('before' in globalThis)).catch(() => false);
      await expect.poll(isNew, { timeout: 15_000, message: `the ${time} press is let through` }).toBe(true);
    }
    const other = await opened.driver.newPage();
    await other.goto(`https://${FORM}`);
    await other.bringToFront();
    await other.waitForSelector('#held');
    await pollUntil(
      async () => ((await opened.driver.overlays(other)).some(({ card }) => card !== null) ? true : null),
      15_000,
      () => 'No card in the other tab.',
    );
    await other.$eval('#held', (control) => control.scrollIntoView({ block: 'center' }));
    await mouse(other, '#held');
    await pollUntil(
      async () => ((await opened.driver.overlays(other)).some(({ caution }) => caution !== null) ? true : null),
      15_000,
      () => 'No warning in the other tab.',
    );
    await other.close();
  });

  test('after Esc a press that comes as quickly as a double click is held again, and says so', async () => {
    await open(QUESTION, pageOf(HELD_CHOICES[1] as HeldChoice, 'button'));
    const { x, y } = await placeOf(person.page);
    await forgetHeard(person.page);
    await person.page.mouse.click(x, y);
    await warned();
    await person.page.keyboard.press('Escape');
    // The browser counts it as the second press of a double click.
    await person.page.mouse.click(x, y, { clickCount: 2 });
    await warned();
    expect(await heard(person.page)).toEqual([]);
  });

  test('a warning that the page covers again and again does not lock the page: a press soon passes', async () => {
    // The focus leaves the page when the warning opens.
    const covers = `<script>addEventListener('blur', (event) => {
      const cover = Object.assign(document.createElement('div'), { popover: 'manual' });
      cover.style = 'pointer-events: none; width: 100vw; height: 100vh; opacity: 0.5';
      document.body.append(cover);
      cover.showPopover();
      setInterval(() => { cover.hidePopover(); cover.showPopover() }, 20);
    }, { capture: true, once: true })</script></body>`;
    await open(QUESTION, pageOf(HELD_CHOICES[1] as HeldChoice, 'button').replace('</body>', covers));
    await person.page.focus('#held');
    await forgetHeard(person.page);
    await mouse(person.page, '#held');
    expect(await heard(person.page), 'the first is held').toEqual([]);
    const { x, y } = await placeOf(person.page);
    const pressed = async () => {
      await person.page.mouse.click(x, y);
      return heard(person.page);
    };
    await expect.poll(pressed, { timeout: 15_000, interval: 1000 }).toContain('submit');
  });

  test.each(['put away', 'folded'])('the card comes back to say what to press again, though it was %s', async (how) => {
    await open(QUESTION, pageOf(HELD_CHOICES[1] as HeldChoice, 'button'));
    const { card } = await person.see('the card', (sight) => sight.card !== null);
    await person.pressOurs(card?.buttons ?? [], how === 'folded' ? 'fold' : 'put-away');
    await person.see('that it is out of the way', (sight) => sight.card === null || sight.card.buttons.map(({ action }) => action).join() === 'unfold');
    await mouse(person.page, '#held');
    await warned();
    await person.answerWarning('insist');
    await person.see('what to press again', (sight) => sight.card?.all.includes('請再按一次「下一步」') === true);
    await mouse(person.page, '#held');
    await person.see('that it is out of the way again', (sight) => sight.card === null || sight.card.buttons.map(({ action }) => action).join() === 'unfold');
  });

  // Firefox has no way to let a test compose.
  if (name === 'chromium')
    test('keys that an input method takes are no presses', async () => {
      await open(FORM, listening('egov/04-registration/replica.html'), finished(7));
      await person.page.focus('input[type=text]');
      const session = cdpSession(person.page.mainFrame());
      await session.send('Input.imeSetComposition', { text: '王小明', selectionStart: 3, selectionEnd: 3 });
      for (const code of ['Space', 'Enter'])
        await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 });
      await session.send('Input.insertText', { text: '王小明' });
      expect(await person.page.$eval('input[type=text]', (field) => (field as HTMLInputElement).value)).toBe('王小明');
      expect(await heard(person.page)).not.toContain('submit');
      expect((await person.glance()).caution).toBeNull();
      await person.page.keyboard.press('Enter');
      await warned();
    });

  /** `form.submit()` and `location` make no event that could be held. */
  test.each([
    ['否', QUESTION, 'elearn/05-certificate-question/replica.html', 'document.querySelector(\'[value="0"]\').click(); document.forms[0].submit()'],
    ['facebook', CHOOSER, 'elearn/03-login-chooser/replica.html', "location.href = '/mooc/co_fb_login.php'"],
    ['申請公務帳號', FORM, 'egov/04-registration/replica.html', "location.href = '/portal/person/initial/Registry.aspx?type=official'"],
    ['建立我的帳戶', FORM, 'egov/04-registration/replica.html', 'document.forms[0].submit()'],
  ])('%s: where a script leads away without a press, the page behind is answered', async (_, address, replica, script) => {
    await open(address, listening(replica, { stays: false }));
    opened.serve({});
    const before = person.page.url();
    await person.page.evaluate(`setTimeout(() => { ${script} })`);
    const { card } = await person.see('words on the page behind', (sight) => sight.address !== before && sight.card !== null);
    expect(card?.all.length).toBeGreaterThan(10);
  });
});

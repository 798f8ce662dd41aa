import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import { BROWSERS, type Opened, openBrowser } from './opened';
import { PracticeRoom } from './practice-room';

/** A number whose check digit is right, as textbooks have it. */
const REAL_NUMBER = 'A123456789';

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let room: PracticeRoom;
  const asked: string[] = [];
  /** Firefox’s driver knows of no frames in pages of extensions: there the player goes all the way, and presses are made by their place in the window. */
  const inFrames = name === 'chromium' ? test : () => undefined;
  const inPlaceOfFrames = name === 'firefox' ? test : () => undefined;
  const begin = async (...[beginning]: Parameters<PracticeRoom['begin']>) => {
    room = await PracticeRoom.open(opened);
    asked.length = 0;
    await room.begin(beginning);
  };
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.onRequest((request) => asked.push(`${request.host}${request.path}`));
  });
  afterAll(() => opened?.close());
  afterEach(() => expect(asked, 'the sites were asked for something').toEqual([]));

  test.each([
    ['as the sites are', []],
    ['with all that a trainer may put in the way', ['redesigned', 'google-first', 'busy-notice', 'form-expired', 'captcha-wrong', 'account-locked']],
  ])('plays itself through every step to the end, %s, a sentence at a time, and stands still while it is paused', async (_how, faults) => {
    await begin({ way: 'watch', faults });
    await room.shows('[data-part=player] p', (text) => text.includes('登入'));
    await room.press('pause');
    const paused = await room.shows('[data-part=player] p', (text) => text.includes('已暫停'));
    await room.own.evaluate(() => {
      const { stage } = window as unknown as { stage: { changed(state: { step: number | null }): void } };
      const { changed } = stage;
      const steps: (number | null)[] = [];
      stage.changed = (state) => {
        steps.push(state.step);
        changed(state);
      };
      Object.assign(window, { steps });
    });
    // Pressed on, it goes on though it is paused: each sentence is left when the person has read it.
    await pollUntil(
      async () => {
        const { isOver } = await room.state();
        if (!isOver) await room.press('next');
        return isOver ? true : null;
      },
      110_000,
      () => 'It stands still.',
    );
    const steps = new Set(await room.own.evaluate(() => (window as unknown as { steps: number[] }).steps));
    expect(paused).toContain('登入');
    expect([2, 4, 5, 6, 7, 8, 9, 10, 11].filter((step) => !steps.has(step))).toEqual([]);
    expect(await room.shows('[data-part=over]')).toContain('都做對了');
  });

  test('for a projector: a large number, one sentence, a clicker that goes on and back, and a card over everything', async () => {
    await begin({ way: 'guided', startStep: 4 });
    await room.press('present');
    await room.shows('[data-part=presenter-step]', (text) => text === '4');
    const sentence = await room.shows('[data-part=presenter] p', (text) => text.includes('請選「是'));
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
    ] as const) {
      await room.own.page.setViewport({ width, height });
      const seen = await room.own.evaluate(() => {
        const { height: number } = (document.querySelector('[data-part=presenter-step]') as Element).getBoundingClientRect();
        const stage = (document.querySelector('iframe') as Element).getBoundingClientRect();
        return { number, share: stage.height / innerHeight, isWhole: document.documentElement.scrollWidth <= innerWidth };
      });
      expect(seen.number).toBeGreaterThanOrEqual(96);
      expect(seen.share).toBeGreaterThan(0.6);
      expect(seen.isWhole).toBe(true);
    }
    await room.own.page.keyboard.press('PageDown');
    expect(await room.shows('[data-part=presenter] p', (text) => text !== '' && text !== sentence)).toContain('下一步');
    await room.own.page.keyboard.press('PageDown');
    await room.until('the next page', ({ path }) => path.endsWith('co_new_member_2.php'));
    await room.own.page.keyboard.press('PageUp');
    await room.until('the page before', ({ path }) => path.endsWith('co_new_member_1.php'));
    await room.press('freeze');
    expect(await room.shows('[data-part=frozen] p')).not.toBe('');
    await room.press('thaw');
    await pollUntil(
      async () => ((await room.own.evaluate(() => document.querySelector('[data-part=frozen]'))) === null ? true : null),
      5000,
      () => 'it stays',
    );
    await room.press('presenter-leave');
    await room.shows('[data-part=address-line]');
  });

  inFrames('followed by a person it leads through the whole journey, the dialog’s frame and the mailbox with it', async () => {
    await begin({ way: 'guided' });
    await room.followTo(
      'the mail',
      ({ path }) => path.endsWith('RegistrySuccess.aspx'),
      (title) => (title.includes('身分證') ? 'A120000015' : '王小明'),
    );
    await room.shows('[data-action=tab-mailbox]', (text) => text.includes('有新信'));
    await room.press('tab-mailbox');
    await room.press('open-mail');
    expect(await room.shows('[data-part=mail]')).toContain('註冊成功通知信');
    await room.press('mail-read');
    await room.followTo(
      'the list of courses',
      ({ path }) => path.endsWith('/registration_center.php'),
      () => 'practice01',
    );
    expect((await room.state()).traps).toEqual([]);
  });

  inFrames('alone there is no hint, and the end tells of each trap that was fallen into', async () => {
    await begin({ way: 'alone', startStep: 4 });
    await room.person.pressByReading('radio', '否');
    await room.person.pressByReading('button', '下一步');
    await room.until('the end of the wrong answer', ({ traps }) => traps.includes('chose-no'));
    expect((await room.person.glance()).card).toBeNull();
    await begin({ way: 'alone', startStep: 8 });
    await room.person.pressByReading('link', '申請公務帳號');
    await room.until('the wrong kind of account', ({ traps }) => traps.includes('official-account'));
    await room.person.pressByReading('link', '申請一般會員');
    await room.until('the form', ({ path, traps }) => path.endsWith('Registry.aspx') && traps.length === 1);
    await room.person.pressByReading('button', '建立我的帳戶');
    await room.until('the mail', ({ hasMail, traps }) => hasMail && traps.includes('no-id-number'));
    await room.press('tab-mailbox');
    await room.press('open-mail');
    await room.press('mail-link');
    await room.until('the home page', ({ traps, path }) => traps.includes('mail-link') && path === '/');
    await room.person.pressByReading('link', '登入');
    await room.person.pressByReading('link', 'Google+');
    expect(await room.until('Google', ({ traps }) => traps.includes('other-login'))).toMatchObject({ isOver: false });
    await begin({ way: 'alone', startStep: 11 });
    await room.person.pressByReading('link', '資訊安全宣導');
    await room.person.pressByReading('button', '報名課程');
    await room.person.pressByReading('button', '確認');
    await room.person.pressByReading('button', '上課去');
    await room.until('the end', ({ isOver }) => isOver);
    expect(await room.shows('[data-part=over] [data-trap=no-hours]')).toContain('沒有認證時數');
    expect(await room.own.evaluate(() => document.querySelectorAll('[data-trap]').length)).toBe(1);
  });

  test('by real presses: alone the wrong answer counts, guided it is held', async () => {
    await begin({ way: 'alone', startStep: 4 });
    await room.pressByPlace('否');
    await room.pressByPlace('下一步');
    await room.until('the end of the wrong answer', ({ traps }) => traps.includes('chose-no'));

    await begin({ way: 'guided', startStep: 4 });
    await room.own.evaluate(() => {
      const { stage } = window as unknown as { stage: { drew(played: { shown: { caution: { id: string } | null } } | null): void } };
      const { drew } = stage;
      stage.drew = (played) => {
        Object.assign(window, { warned: played?.shown.caution?.id ?? null });
        drew(played);
      };
    });
    await room.pressByPlace('否');
    await room.pressByPlace('下一步');
    await pollUntil(
      async () => ((await room.own.evaluate(() => (window as unknown as { warned?: string | null }).warned ?? null)) !== null ? true : null),
      10_000,
      () => 'Nothing is held.',
    );
    expect(await room.state()).toMatchObject({ traps: [], path: '/mooc/co_new_member_1.php' });
  });

  inPlaceOfFrames('by real presses on what is ringed one comes from the question to the mail', async () => {
    await begin({ way: 'guided', startStep: 4 });
    await room.noteGuide();
    await room.open('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php');
    const { keyboard } = room.own.page;
    let last = '';
    await pollUntil(
      async () => {
        if ((await room.state()).hasMail) return true;
        const due = await room.due().catch(() => null);
        const now = JSON.stringify([due, (await room.state()).path]);
        if (due === null || now === last) return null;
        last = now;
        if (due.isWarning) {
          // The safe answer has the focus, and the buttons are dead at first.
          await pause(800);
          await keyboard.press('Tab');
          await keyboard.press('Enter');
          return null;
        }
        await room.pressByPlace(null);
        if (due.isTyped) await keyboard.type(due.title.includes('身分證') ? 'A120000015' : 'practice01');
        if (due.isChosen) await keyboard.press('ArrowDown');
        if (due.isTyped || due.isChosen) await keyboard.press('Tab');
        return null;
      },
      60_000,
      () => `It goes no further than ${last}`,
    );
    expect((await room.state()).traps).toEqual([]);
  });

  inFrames('a restricted course says so in a box, and counts', async () => {
    await begin({ way: 'alone', startStep: 11 });
    await room.person.pressByReading('link', '公文寫作');
    await room.person.pressByReading('button', '報名課程');
    expect(await room.shows('[data-part=box]')).toContain('報名身分不符');
    await room.press('box-close');
    expect((await room.state()).traps).toEqual(['restricted']);
  });

  inFrames('a real ID number is turned away, and nothing that is typed is anywhere afterwards', async () => {
    await begin({ way: 'guided', startStep: 8 });
    await room.person.pressByReading('checkbox', '我願意提供更多個人資料以得到更多電子化政府個人化服務');
    const { frame } = room;
    for (const [field, typed] of [
      ['account', 'canary-account'],
      ['uid', REAL_NUMBER],
    ]) {
      await frame.evaluate((end) => document.querySelector<HTMLInputElement>(`[id$=txt_${end}]`)?.focus(), field as string);
      await room.person.fillIn(typed as string);
    }
    expect(await room.shows('[data-part=box]')).toContain('練習請用練習卡上的號碼');
    expect(await frame.evaluate(() => document.querySelector<HTMLInputElement>('[id$=txt_uid]')?.value)).toBe('');
    expect((await room.state()).traps).toEqual(['real-number']);
    const stored = JSON.stringify(await opened.stored());
    expect(stored).not.toContain('canary');
    await room.press('box-close');
    await room.press('leave');
    await room.shows('[data-action=begin-guided]');
    expect(await room.own.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  inFrames('no press of a link opens a real address', async () => {
    await begin({ way: 'alone' });
    const tabs = async () => (await opened.driver.pages()).length;
    const before = await tabs();
    const { frame } = room;
    const box = await (await frame.$('a.logo'))?.boundingBox();
    if (box == null) throw new Error('there is no link to press');
    const { mouse, keyboard } = room.own.page;
    await mouse.click(box.x + 10, box.y + 10, { button: 'middle' });
    await keyboard.down('Control');
    await mouse.click(box.x + 10, box.y + 10);
    await keyboard.up('Control');
    await room.until('the page that the link leads to', ({ path }) => path === '/mooc/index.php');
    expect(await tabs()).toBe(before);
    await frame.evaluate(() => document.querySelector('form')?.requestSubmit());
    await room.until('the page that the form leads to', ({ path }) => path === '/mooc/explorer.php');
    expect(await tabs()).toBe(before);
  });

  describe('what a trainer switches on', () => {
    test.each([
      ['mail-late', 3, 'inbox'],
      ['mail-in-junk', 1, 'junk'],
    ] as const)('%s', async (fault, looks, box) => {
      await begin({ way: 'guided', startStep: 9, faults: [fault] });
      await room.open('https://www.cp.gov.tw/portal/person/initial/RegistrySuccess.aspx');
      await room.until('the mail sent', ({ hasMail }) => hasMail);
      await room.press('tab-mailbox');
      const isThere = () => room.own.evaluate(() => document.querySelector('[data-action=open-mail]') !== null);
      for (let look = 1; look < looks; look += 1) {
        expect(await isThere()).toBe(false);
        await room.press('look-again');
      }
      if (box === 'junk') expect(await isThere()).toBe(false);
      if (box === 'junk') await room.press('junk');
      await room.shows('[data-action=open-mail]');
    });

    inFrames('captcha-wrong and form-expired: the form comes back three times, what was filled in stays, passwords do not', async () => {
      await begin({ way: 'guided', startStep: 8, faults: ['form-expired', 'captcha-wrong'] });
      const send = async () => {
        await room.person.pressByReading('button', '建立我的帳戶');
        const { caution } = await room.person.glance();
        if (caution !== null) {
          await room.person.answerWarning('insist');
          await room.person.pressByReading('button', '建立我的帳戶');
        }
      };
      const frame = () => room.frame;
      await frame().evaluate(() => {
        for (const [end, value] of [
          ['account', 'practice01'],
          ['password', 'Study01ok'],
        ])
          (document.querySelector(`[id$=txt_${end}]`) as HTMLInputElement).value = value as string;
      });
      const seen: string[] = [];
      for (const word of ['停留太久', '驗證碼錯誤', '驗證碼錯誤']) {
        await send();
        await pollUntil(
          async () =>
            (
              await frame()
                .evaluate(() => document.body.textContent ?? '')
                .catch(() => '')
            ).includes(word)
              ? true
              : null,
          10_000,
          () => `no ${word}`,
        );
        seen.push(
          await frame().evaluate(() => ['account', 'password'].map((end) => (document.querySelector(`[id$=txt_${end}]`) as HTMLInputElement).value).join('/')),
        );
      }
      expect(seen).toEqual(['practice01/', 'practice01/', 'practice01/']);
      await send();
      await room.until('the mail', ({ hasMail }) => hasMail);
    });

    inFrames('account-locked: the first login is answered so, and the guide says what to do', async () => {
      await begin({ way: 'guided', startStep: 10, faults: ['account-locked'] });
      await room.open('https://elearn.hrd.gov.tw/egov_login.php');
      await room.person.see('what to do', ({ card }) => card?.all.includes('帳號被停用了') === true);
    });

    inFrames('announcement: it lies over the button, and nothing is ringed until it is closed', async () => {
      await begin({ way: 'guided', faults: ['announcement'] });
      await room.person.see('words without a ring', ({ card, ring }) => ring === null && card?.all.includes('公告') === true);
    });

    inFrames('busy-notice: comes before the login', async () => {
      await begin({ way: 'guided', faults: ['busy-notice'] });
      const first = await room.person.see('the login', ({ ring }) => ring !== null);
      await room.person.pressRing(first);
      await room.person.pressByReading('button', '了解，我清楚了');
      await room.person.see('the way in for new members', ({ card, ring }) => ring !== null && card?.text.includes('新會員第一次登入請看此') === true);
    });

    inFrames('google-first: Google stands first, and is still warned of', async () => {
      await begin({ way: 'guided', startStep: 10, faults: ['google-first'] });
      const first = await room.person.see('the login', ({ ring }) => ring !== null);
      await room.person.pressRing(first);
      await room.person.see('the chooser', ({ card }) => card?.text.includes('一般民眾登入') === true);
      await room.person.pressByReading('link', 'Google+', 1);
      await room.person.see('the warning', ({ caution }) => caution?.title.includes('Google') === true);
    });

    inFrames('redesigned: built otherwise, and the guide finds its way all the same', async () => {
      await begin({ way: 'guided', faults: ['redesigned'] });
      expect(await room.frame.evaluate(() => document.querySelectorAll('h1, h2, h3').length)).toBe(0);
      await room.followTo('the account site', ({ host }) => host === 'www.cp.gov.tw');
    });

    test('lookalike: the mail’s link leads to it, no guide is there, and the check says what it is', async () => {
      await begin({ way: 'guided', startStep: 9, faults: ['lookalike'] });
      await room.press('tab-mailbox');
      await room.open('https://www.cp.gov.tw/portal/person/initial/RegistrySuccess.aspx');
      await room.press('open-mail');
      await room.press('mail-link');
      await room.until('the false site', ({ host }) => host.endsWith('.example'));
      await room.press('check-address');
      expect(await room.shows('[data-part=address-result]')).toContain('這不是官方網站');
      const hasGuide = () => room.own.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('register-guide') !== null);
      expect(await hasGuide()).toBe(false);
      await room.own.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector<HTMLElement>('a.logo')?.click());
      await room.until('the end of it', ({ traps }) => traps.includes('lookalike'));
    });
  });
});

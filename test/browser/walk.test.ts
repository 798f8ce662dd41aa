import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditionName } from '../../practice/editions';
import type { BrowserName } from '../../tools/browser/find-browser';
import type { Person } from '../../tools/walk/person';
import { type Stop, walk } from '../../tools/walk/walk';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const HOME = 'https://elearn.hrd.gov.tw/';
const TYPED = 'CANARY77';

/** Steps in the order in which they were first shown. */
function stepsOf(stops: readonly Stop[]): number[] {
  return [...new Set(stops.flatMap(({ explained }) => explained?.step ?? []))];
}

function pagesOf(stops: readonly Stop[]): string[] {
  return [...new Set(stops.map(({ explained }) => explained?.page ?? explained?.verdict ?? 'nothing'))];
}

/** Other builds of the pages: one in Chromium on every run, all in both browsers in `npm run test:full`. */
const OTHER_BUILDS: Record<BrowserName, EditionName[]> =
  process.env.FULL === '1' ? { chromium: ['tables', 'modern'], firefox: ['tables', 'modern'] } : { chromium: ['tables'], firefox: [] };

const nothingMore = { onStop: async () => undefined };
const isAtCourses = ({ explained }: Stop) => explained?.page === 'elearn/12-course-centre';

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('a new registrant who needs hours is led through all eleven steps, wrong choices held on the way', async () => {
    opened.showEdition('as-in-2026');
    const person = await opened.begin(HOME);
    const tried = new Set<string>();
    const stops = await walk(person, {
      ...nothingMore,
      typed: TYPED,
      isEnd: isAtCourses,
      instead: async ({ explained }) => {
        const page = explained?.page ?? '';
        const attempt = WRONG_CHOICES[page];
        if (attempt === undefined || tried.has(page)) return false;
        tried.add(page);
        await attempt(person);
        return true;
      },
    });
    expect([...tried]).toEqual(Object.keys(WRONG_CHOICES));
    expect(stepsOf(stops)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(
      stops.some(({ explained }) => explained?.verdict === 'lost'),
      'the unknown screen of step 3',
    ).toBe(true);
    for (const { sight, explained } of stops) {
      expect(sight.ring === null, `${explained?.page}: a ring where there is a target, none where there is none`).toBe(explained?.target === null);
    }
    expect(JSON.stringify(await opened.stored())).not.toContain(TYPED);
  });

  test.each(OTHER_BUILDS[name])('the same on pages of another build: %s', async (edition) => {
    opened.showEdition(edition);
    const stops = await walk(await opened.begin(HOME), { ...nothingMore, isEnd: isAtCourses });
    expect(stepsOf(stops)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('someone who has an account goes from step 1 straight to step 10', async () => {
    opened.showEdition('as-in-2026');
    const person = await opened.begin(HOME);
    await answer(person, { hours: 'yes', civil: 'no', account: 'yes' });
    const stops = await walk(person, { ...nothingMore, isEnd: isAtCourses });
    expect(pagesOf(stops)).toEqual([
      'elearn/01-home',
      'elearn/02-busy-notice',
      'elearn/03-login-chooser',
      'elearn/08-guide-page',
      'egov/02-login-chooser',
      'egov/03-simple-login',
      ...(pagesOf(stops).includes('lost') ? ['lost'] : []),
      'elearn/10-home-logged-in',
      'elearn/11-dashboard',
      'elearn/12-course-centre',
    ]);
    expect(stepsOf(stops)).toEqual([10, 11]);
  });

  test('someone with a citizen certificate is not asked for the ID number, and told of the other way', async () => {
    opened.showEdition('as-in-2026');
    const start = { events: [...finished(7), { type: 'answered', question: 'identify', answer: 'certificate' } as const] };
    const person = await opened.begin('https://www.cp.gov.tw/portal/person/initial/Registry.aspx', start);
    const stops = await walk(person, { ...nothingMore, isEnd: ({ explained }) => explained?.page === 'egov/05-success' });
    const names = stops.flatMap(({ explained }) => explained?.target?.name ?? []);
    expect(names.some((target) => target.includes('中文姓名'))).toBe(true);
    expect(names.some((target) => target.includes('身分證') || target.includes('我願意提供'))).toBe(false);
  });

  test('someone who needs no hours chooses freely, is told what it costs, and is not held', async () => {
    opened.showEdition('as-in-2026');
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php', {
      events: [...finished(3), { type: 'answered', question: 'hours', answer: 'no' }],
    });
    const { card, ring } = await person.see('the question', (sight) => sight.card !== null);
    expect(card?.text).toContain('不能列印時數');
    expect(ring).toBeNull();
    await person.pressByReading('radio', '否');
    await person.pressByReading('button', '下一步');
    await person.see('the page behind 否', ({ address }) => address.includes('co_new_member_no'));
  });

  test('a civil servant is told of eCPA, and the guide steps back', async () => {
    opened.showEdition('as-in-2026');
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1', {
      events: [{ type: 'answered', question: 'civil', answer: 'yes' }],
    });
    const { card, ring } = await person.see('the chooser', (sight) => sight.card !== null);
    expect(card?.text).toContain('eCPA');
    expect(ring).toBeNull();
    await person.page.goto('https://www.cp.gov.tw/');
    await expect.poll(async () => (await person.explain())?.verdict).toBe('recognised');
    expect((await person.glance()).card).toBeNull();
  });

  test('a newcomer at the dead end gets the way out once, then the hotline instead of a loop', async () => {
    opened.showEdition('dead-end');
    const person = await opened.begin(HOME);
    const stops = await walk(person, { ...nothingMore, isEnd: ({ sight }) => sight.card?.title.includes('打電話問') === true });
    expect(stops.at(-2)?.sight.card?.text).toContain('打開我的e政府首頁');
    expect(stops.at(-1)?.sight.card?.text).toContain('02-2192-7111');
  });
});

const WRONG_CHOICES: Record<string, (person: Person) => Promise<void>> = {
  'elearn/03-login-chooser': async (person) => {
    const { address } = await person.glance();
    await person.pressByReading('link', 'Google+', 1);
    const { caution } = await person.see('the warning about Google', (sight) => sight.caution !== null);
    expect(caution?.title).toBe('用 Google 登入，時數不能合併');
    expect(caution?.buttons.filter(({ action }) => action !== 'mute').map(({ action }) => action)).toEqual(['safe', 'insist']);
    await person.answerWarning('safe');
    await person.see('the chooser again, nothing lost', (sight) => sight.ring !== null && sight.caution === null && sight.address === address);
  },
  'elearn/05-certificate-question': async (person) => {
    await person.pressByReading('radio', '否');
    await person.see('the quiet note', ({ card }) => card?.text.includes('您選了「否」') === true || card?.all.includes('您選了「否」') === true);
    await person.pressByReading('button', '下一步');
    const { caution } = await person.see('the warning', (sight) => sight.caution !== null);
    expect(caution?.title).toBe('選「否」，不能列印時數');
    await person.answerWarning('safe');
    await person.see('是 chosen and the ring on 下一步', ({ card }) => card?.text.includes('請按「下一步」') === true);
  },
  'egov/04-registration': async (person) => {
    await person.pressByReading('link', '申請公務帳號');
    const { caution } = await person.see('the warning', (sight) => sight.caution !== null);
    expect(caution?.title).toBe('這是公務人員用的');
    await person.answerWarning('safe');
    await person.see('the form again', (sight) => sight.caution === null && sight.address.endsWith('Registry.aspx'));
  },
};

/** Answers the short questions on the first card. */
async function answer(person: Person, answers: Record<string, string>): Promise<void> {
  for (const [question, given] of Object.entries(answers)) {
    const action = `answer-${question}-${given}`;
    const { card } = await person.see(`the question ${question}`, (sight) => sight.card?.buttons.some((button) => button.action === action) === true);
    await person.pressOurs(card?.buttons ?? [], action);
  }
  await person.see('no more questions', ({ card }) => card !== null && !card.buttons.some(({ action }) => action.startsWith('answer-')));
}

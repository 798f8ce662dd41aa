import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import { popupShows } from '../browser-support/own-page';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const HOME = 'https://elearn.hrd.gov.tw/';
const SIMPLE = 'www.cp.gov.tw/portal/Clogin.aspx';
const FORM = 'www.cp.gov.tw/portal/person/initial/Registry.aspx';
const says = (words: string) => (sight: Sight) => sight.card?.all.includes(words) === true;

/** What the card on the first page says, and the popup, once all that matters was answered. */
const BRANCHES: Record<string, { answers: string[]; onCard: string; inPopup: string }> = {
  'needs hours, and has an ID number': {
    answers: ['hours-yes', 'civil-no', 'account-no', 'identify-number'],
    onCard: '您要註冊「一般會員」，並且填上身分證字號。',
    inPopup: '您要註冊「一般會員」，並且填上身分證字號。',
  },
  'has a certificate': {
    answers: ['hours-yes', 'civil-no', 'account-no', 'identify-certificate'],
    onCard: '上傳自然人憑證',
    inPopup: '上傳自然人憑證',
  },
  'has no ID number: a call first': {
    answers: ['hours-yes', 'civil-no', 'account-no', 'identify-none'],
    onCard: '請打 02-2192-7111',
    inPopup: '請先打 02-2192-7111，問清楚怎麼申請時數。',
  },
  'needs no hours': { answers: ['hours-no', 'civil-no', 'account-no'], onCard: '您說不需要時數。', inPopup: '您說不需要時數。' },
  'has records under another login': {
    answers: ['hours-yes', 'civil-no', 'account-other', 'identify-number'],
    onCard: '您要註冊「一般會員」',
    inPopup: '以前的紀錄無法合併。從今天起，請註冊「一般會員」，用「我的e政府」登入。',
  },
  'has an account': { answers: ['hours-yes', 'civil-no', 'account-yes'], onCard: '您已經有帳號', inPopup: '第 2 到 9 步不用做，直接登入。' },
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  /** Answers the questions of the card in their order. */
  async function answer(person: Person, answers: readonly string[]) {
    for (const each of answers) {
      const action = `answer-${each}`;
      const { card } = await person.see(action, (sight) => sight.card?.buttons.some((button) => button.action === action) === true);
      await person.pressOurs(card?.buttons ?? [], action);
    }
  }

  test.each(Object.entries(BRANCHES))('%s: the card says what follows from the answers, and so does the popup', async (_, { answers, onCard, inPopup }) => {
    const person = await opened.begin(HOME);
    await answer(person, answers);
    const { ring, card } = await person.see(onCard, says(onCard));
    expect(ring).not.toBeNull();
    expect(card?.buttons.some(({ action }) => action.startsWith('answer-'))).toBe(false);
    await popupShows(opened.ownPage, 'answers', (text) => text.includes(inPopup));
  });

  test.each([
    ['帳號未啟用', '請先照「註冊成功通知信」做'],
    ['您的帳號已被停用', '不要再試'],
    ['帳號或密碼不正確', '先看一下大小寫'],
  ])('the login page says 「%s」: what it means and what to do', async (said, answered) => {
    const page = readReplica('egov/03-simple-login/replica.html');
    opened.serve({ [SIMPLE]: page.replace('</body>', `<p class="error">${said}</p></body>`) });
    const person = await opened.begin(`https://${SIMPLE}?ver=Simple&Level=1`, {
      events: [...finished(9), { type: 'answered', question: 'account', answer: 'yes' }],
    });
    const { ring } = await person.see(answered, says(answered));
    expect(ring, 'and the fields are still pointed at').not.toBeNull();
  });

  test('the form has timed out, on a page that nobody knows: that it is normal, and the way back', async () => {
    opened.serve({ [FORM]: '<!doctype html><meta charset="utf-8"><title>-</title><p>連線逾時，請重新登入。</p>' });
    const person = await opened.begin(`https://${FORM}`, { events: [...finished(7), { type: 'arrived', page: 'egov/04-registration', step: 8 }] });
    await person.see('one line', ({ card }) => card?.all.includes('逾時') === true);
  });
});

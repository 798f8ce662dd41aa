import { describe, expect, test } from 'vitest';
import { cardFor } from '../../components/card-model';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import { NO_PROGRESS } from '../../engine/progress';
import { vocabularyOf } from '../../engine/vocabulary';
import { pagePack } from '../../tools/build/rule-pack-module';
import { pack } from '../support/content';
import { closePage, openReplica, sightWithoutLayout } from '../support/page';

const LOGIN = 'https://www.cp.gov.tw/portal/Clogin.aspx';
const egov = pagePack(pack, 'egov');
const vocabulary = vocabularyOf(egov, 'egov');

/** The card's notes on a login page that shows a text besides. */
function notesAt(replica: string, text: string): string[] {
  const { document } = openReplica(replica, LOGIN);
  document.body.insertAdjacentHTML('afterbegin', `<p>${text}</p>`);
  const { facts } = readFacts(document, { host: 'www.cp.gov.tw', path: '/portal/Clogin.aspx' }, vocabulary, sightWithoutLayout(document));
  const progress = { ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, account: 'yes' as const } };
  const verdict = look(facts, vocabulary.rules, { progress, framed: false, framedSteps: [] });
  expect(verdict).toMatchObject({ kind: 'recognised' });
  const card = cardFor(verdict, { pack: egov, progress, language: 'zh-TW', isOutOfView: false, pressAgain: null, mailIsLate: false });
  closePage(document);
  return card?.notes ?? [];
}

describe.each(['egov/03-simple-login/replica.html', 'egov/03-simple-login/replica.plain.html', 'egov/01-front-page/replica.html'])('on %s', (replica) => {
  test.each([
    ['您的帳號尚未啟用，請先收信。', '帳號還沒啟用'],
    ['此帳號已停用', '帳號被停用了，不要再試'],
    ['帳號或密碼輸入錯誤，請重新輸入', '先看一下大小寫'],
  ])('「%s」 is answered', (text, answer) => {
    expect(notesAt(replica, text).join()).toContain(answer);
  });
  test('nothing is said of an account where the page says nothing', () => expect(notesAt(replica, '公告：系統維護')).toEqual([]));
});

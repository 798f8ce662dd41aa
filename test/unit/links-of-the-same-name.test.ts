import { expect, test } from 'vitest';
import { readFacts } from '../../engine/facts/read';
import { locate } from '../../engine/locate';
import { look } from '../../engine/look';
import { NO_PROGRESS } from '../../engine/progress';
import { vocabularyOf } from '../../engine/vocabulary';
import { readContent } from '../../tools/build/rule-pack';
import { openHtml, ROOT, sightWithoutLayout } from '../support/page';

const { pack } = readContent(ROOT);
const { rules, ...words } = vocabularyOf(pack, 'elearn');

const PICTURE = '<img width="120" height="30" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">';
const chooser = (right: string, below = '') => `<!doctype html><html><body><h2>會員登入</h2><table><tr>
  <td><b>公務人員登入</b><div><a href="https://ecpa.dgpa.gov.tw/">人事服務網eCPA</a></div></td>
  <td><b>一般民眾登入</b>${right}<p>一般民眾如需要學習時數，請務必使用 <a href="/x">我的 e 政府</a> 進行註冊登入</p></td></tr></table>
  <p><a href="/mooc/co_new_member.php">新會員第一次登入請看此</a></p>${below}</body></html>`;

/** Ids of the cautions seen on a chooser, each with the number of its elements. */
function cautionsOn(html: string): Record<string, number> {
  const { document } = openHtml(html, 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php');
  const { facts } = readFacts(document, { host: 'elearn.hrd.gov.tw', path: '/mooc/co_login_dialog.php' }, { rules, ...words }, sightWithoutLayout(document));
  const verdict = look(facts, rules, { progress: NO_PROGRESS, framed: false, framedSteps: [] });
  if (verdict.kind !== 'recognised') throw new Error(verdict.kind);
  return Object.fromEntries(verdict.cautions.map(({ id, about }) => [id, about.length]));
}

test.each([
  ['names as text', '<div><a href="/a">facebook</a></div><div><a href="/b">Google+</a></div><div><a href="/c">Apple</a></div>'],
  ['buttons without address, on the line of the heading', '<button>Facebook</button><button>Google +</button><button>APPLE</button>'],
  [
    'pictures at addresses of the site',
    ['/mooc/co_FB_login.php', '/mooc/google/auth.php', '/mooc/AppleLogin.php'].map((href) => `<div><a href="${href}">${PICTURE}</a></div>`).join(''),
  ],
  [
    'pictures at the login services',
    ['https://www.facebook.com/v19.0/dialog/oauth?x=1', 'https://accounts.google.com/o/oauth2/v2/auth', 'https://appleid.apple.com/auth/authorize']
      .map((href) => `<div><a href="${href}">${PICTURE}</a></div>`)
      .join(''),
  ],
])('each login is found: %s', (_, right) => {
  expect(cautionsOn(chooser(right))).toEqual({ facebook: 1, google: 1, apple: 1 });
});

test.each([
  ['Facebook', ['https://www.facebook.com/elearn.hrd', 'https://m.facebook.com/groups/1', 'https://fb.me/elearn']],
  ['Google', ['https://www.google.com.tw/maps/@25,121', 'https://play.google.com/store/apps/details?id=x']],
  ['Apple', ['https://apps.apple.com/tw/app/x']],
])('a fan page, a map and an app store are no logins: %s', (name, addresses) => {
  const links = addresses.flatMap((href) => [PICTURE, name].map((content) => `<div><a href="${href}">${content}</a></div>`));
  expect(cautionsOn(chooser('', links.join('')))).toEqual({});
});

test('both columns in one block, headings and links side by side: the heading before it owns a link', () => {
  const link = (mark: string) => `<a data-expect="${mark}" href="/${mark}" style="display:inline-block">我的e政府</a>`;
  const { document, marks } = openHtml(
    `<!doctype html><div>公務人員登入 ${link('left')} 一般民眾登入 ${link('right')}</div>`,
    'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php',
  );
  const { facts, elements } = readFacts(document, { host: 'elearn.hrd.gov.tw', path: '/' }, { rules, ...words }, sightWithoutLayout(document));
  const { found } = locate(facts, [{ role: 'button', name: '我的e政府', within: { text: '一般民眾登入', not: '公務人員登入' } }]);
  expect(found && marks.get(elements[found.element] as Element)).toBe('right');
});

test.each([
  ['a link in a sentence', '<td>請點選 [<a href="/x">登入我的e政府</a>]</td>', true],
  ['a link drawn as a block after a sentence', '<td>請點選下面的按鈕。<a href="/x" style="display:block">登入我的e政府</a></td>', false],
  ['a link beside a name in a bar of boxes', '<td><div style="display:flex"><b>e等公務園</b><a href="/x">登入我的e政府</a></div></td>', false],
])('%s', (_, cell, inSentence) => {
  const { document } = openHtml(`<!doctype html><table><tr>${cell}</tr></table>`, 'https://elearn.hrd.gov.tw/');
  const { facts } = readFacts(document, { host: 'elearn.hrd.gov.tw', path: '/' }, { rules, ...words }, sightWithoutLayout(document));
  expect(facts.controls.map((control) => control.inSentence)).toEqual([inSentence]);
});

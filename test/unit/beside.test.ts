import { describe, expect, it } from 'vitest';
import { textBeside } from '../../engine/facts/beside';
import { openHtml } from '../support/page';

/** The words beside the element `#x` of a small page. */
function beside(html: string, after: boolean): string {
  const { document } = openHtml(`<!doctype html><html><body>${html}</body></html>`, 'https://www.cp.gov.tw/');
  return textBeside(document.querySelector('#x') as Element, after).trim();
}

describe('the words before a field', () => {
  it.each([
    ['in its own line', '<p>帳號：<input id="x"></p>', '帳號：'],
    ['in inline elements, in their order', '<p><b>*</b><font>帳</font><span>號</span><input id="x"></p>', '*帳號'],
    ['in the cell before it', '<table><tr><td>帳號</td><td><input id="x"></td></tr></table>', '帳號'],
    ['in the cell before it, the field wrapped', '<table><tr><th>帳號</th><td><div><input id="x"></div></td></tr></table>', '帳號'],
    ['in the block before it', '<div><div>帳號</div><div><input id="x"></div></div>', '帳號'],
    ['in a label that is bound to nothing', '<p><label>帳號</label> <input id="x"></p>', '帳號'],
    ['past whatever wraps the field alone', `帳號${'<div>'.repeat(6)}<input id="x">${'</div>'.repeat(6)}`, '帳號'],
    ['not in a comment', '<p><!-- 密碼 -->帳號<input id="x"></p>', '帳號'],
  ])('%s', (_, html, words) => expect(beside(html, false)).toBe(words));

  it.each([
    ['behind it', '<p><input id="x">帳號</p>'],
    ['before another field', '<p>帳號<input><input id="x"></p>'],
    ['before another field, with nothing between', '<p>帳號<select></select> <input id="x"></p>'],
    ['in another row', '<table><tr><td>帳號</td></tr><tr><td><input id="x"></td></tr></table>'],
    ['outside of its form', '<p>帳號</p><form><input id="x"></form>'],
    ['too far out', `帳號${'<div>'.repeat(4)}<input id="x">${'<hr></div>'.repeat(4)}`],
    ['nowhere', '<p><input id="x"></p>'],
  ])('are none where they stand %s', (_, html) => expect(beside(html, false)).toBe(''));

  it('are those nearest to it, not a whole page', () => expect(beside('<p>請先閱讀說明。</p><p>帳號<input id="x"></p>', false)).toBe('帳號'));
  it('stop at another control in between', () => expect(beside('<p>帳號<input>密碼<input id="x"></p>', false)).toBe('密碼'));
});

describe('the words behind a choice', () => {
  it.each([
    ['in its own line', '<p><input type="radio" id="x">是<input type="radio">否</p>', '是'],
    ['the last of the line', '<p><input type="radio">是<input type="radio" id="x"> 否</p>', '否'],
    ['in the cell behind it', '<table><tr><td><input type="radio" id="x"></td><td>沒有</td></tr></table>', '沒有'],
    ['of which a part is a link', '<p><input type="checkbox" id="x">我已經詳細閱讀並同意<a href="/t">服務條款</a></p>', '我已經詳細閱讀並同意服務條款'],
  ])('%s', (_, html, words) => expect(beside(html, true)).toBe(words));

  it.each([
    ['before it', '<p>是<input type="radio" id="x"></p>'],
    ['behind the next choice', '<p><input type="radio" id="x"><input type="radio">否</p>'],
  ])('are none where they stand %s', (_, html) => expect(beside(html, true)).toBe(''));
});

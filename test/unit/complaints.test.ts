import { describe, expect, test } from 'vitest';
import { markComplaints } from '../../engine/facts/complaints';
import { readFacts } from '../../engine/facts/read';
import { vocabularyOf } from '../../engine/vocabulary';
import { pagePack } from '../../tools/build/rule-pack-module';
import { pack } from '../support/content';
import { closePage, openHtml, openReplica, sightWithoutLayout } from '../support/page';

const FORM = 'https://www.cp.gov.tw/portal/person/initial/Registry.aspx';
const vocabulary = vocabularyOf(pagePack(pack, 'egov'), 'egov');
const words = pack.rules.find(({ id }) => id === 'egov/04-registration')?.sent?.complaints ?? [];

function complainedOf(document: Document): string[] {
  const sight = sightWithoutLayout(document);
  const reading = readFacts(document, { host: 'www.cp.gov.tw', path: '/' }, vocabulary, sight);
  markComplaints(reading, words, sight);
  const names = reading.facts.controls.filter(({ complained }) => complained === true).map(({ name }) => name);
  closePage(document);
  return names;
}
const of = (html: string) => complainedOf(openHtml(`<body>${html}`, FORM).document);
const TWO = '<div><p>*電子信箱 <input></p><p>*確認電子信箱 <input></p></div>';

describe('what a page complains of', () => {
  test('beside the field, whatever the words of the other texts there', () =>
    expect(
      of('<table><tr><td>設定密碼</td><td><input type=password><span>請重新輸入</span><span>8至15個字元，不可與帳號相同</span></td></tr></table>'),
    ).toEqual(['設定密碼']));
  test('above the form, by its name; the longer name is meant', () => expect(of(`<ul><li>確認電子信箱不一致</li></ul>${TWO}`)).toEqual(['確認電子信箱']));
  test('told by the field itself', () => expect(of('<label>帳號 <input aria-invalid=true></label>')).toEqual(['帳號']));
  test('of two names at once: nobody knows', () => expect(of(`<p>帳號或驗證碼錯誤</p><label>帳號 <input></label><label>驗證碼 <input></label>`)).toEqual([]));
  test('of no name: nobody knows', () => expect(of(`<p>資料有誤</p>${TWO}`)).toEqual([]));
  test('kept hidden until it is needed', () =>
    expect(of('<p>帳號 <input><span style="visibility:hidden">帳號錯誤</span><span style="display:none">請輸入帳號</span></p>')).toEqual([]));
  test('part of the field’s own name', () => expect(of('<p>請輸入驗證碼</p><p><input aria-label="請輸入驗證碼"></p>')).toEqual([]));
  test('long texts are advice', () =>
    expect(of(`<p>電子信箱請務必填寫正確，填寫錯誤將收不到註冊成功通知信，也無法使用忘記密碼功能重新取得密碼</p>${TWO}`)).toEqual([]));

  test.each(['replica.html', 'replica.labels.html', 'replica.placeholders.html', 'replica.table.html', 'replica.two-column.html', 'replica.wrapped.html'])(
    'nothing on a form that nobody has sent: %s',
    (file) => expect(complainedOf(openReplica(`egov/04-registration/${file}`, FORM).document)).toEqual([]),
  );
  test('the fields of the replica that came back', () =>
    expect(complainedOf(openReplica('egov/04-registration/replica.errors.html', FORM).document).sort()).toEqual(
      ['確認密碼', '設定密碼', '請輸入驗證碼', '身分證字號'].sort(),
    ));
});

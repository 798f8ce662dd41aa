import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { computeAccessibleName } from 'dom-accessibility-api';
import { describe, expect, test } from 'vitest';
import { accessibleName } from '../../engine/facts/accessible-name';
import { controlRole } from '../../engine/facts/control-role';
import { normalise } from '../../engine/normalise';
import { openHtml, openReplica, ROOT } from '../support/page';

const replicas = readdirSync(join(ROOT, 'content-rules'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

/** The full implementation of the standard is the judge; fields of the replicas are empty, so their values make no difference. */
describe('the accessible name of every control of every replica is that of dom-accessibility-api', () => {
  test.each(replicas)('%s', (file) => {
    const { document } = openReplica(file, 'https://elearn.hrd.gov.tw/');
    // What is hidden has no name there; whether a control is shown is looked at apart here.
    const controls = [...document.querySelectorAll('*')].filter((element) => controlRole(element) !== null && element.closest('[hidden]') === null);
    const ours = controls.map((element) => normalise(accessibleName(element)));
    // The judge leaves out what HTML-AAM has last of all, and browsers take.
    const judged = (element: Element) => computeAccessibleName(element) || (element.getAttribute('placeholder') ?? '');
    expect(ours).toEqual(controls.map((element) => normalise(judged(element))));
    document.defaultView?.close();
  });
});

test.each([
  ['aria-labelledby before all else', '<b id=a>姓</b><b id=b>名</b><input id=x aria-labelledby="a b" aria-label="no" placeholder="no">', '姓 名'],
  ['aria-label before the text', '<button id=x aria-label="登入">no</button>', '登入'],
  ['a picture in a link', '<a id=x href="/"><img alt="facebook"></a>', 'facebook'],
  ['an image button', '<input id=x type=image alt="下一步">', '下一步'],
  ['hidden parts left out', '<a id=x href="/">登入<span hidden>new</span><span style="display:none">no</span><i aria-hidden=true>*</i></a>', '登入'],
  ['a label that wraps', '<label>帳號 <input id=x></label>', '帳號'],
  ['title as the last but one', '<input id=x title="帳號" placeholder="no">', '帳號'],
  ['placeholder last', '<input id=x placeholder="帳號">', '帳號'],
])('%s', (_, html, name) => {
  const { document } = openHtml(`<body>${html}`, 'https://elearn.hrd.gov.tw/');
  expect(accessibleName(document.querySelector('#x') as Element)).toBe(name);
});

test('the value of a field in a label is not part of the name', () => {
  const { document } = openHtml('<body><label>每 <input id=inner value="A123456789"> 天 <input type=checkbox id=x></label>', 'https://elearn.hrd.gov.tw/');
  expect(accessibleName(document.querySelector('#x') as Element)).toBe('每 天');
});

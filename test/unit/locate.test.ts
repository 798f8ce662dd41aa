import { describe, expect, it } from 'vitest';
import type { Finder } from '../../content-rules/schema';
import { locate, locateAll, matching } from '../../engine/locate';
import { control, page, text } from '../support/facts';
import { readHtml } from '../support/read-html';

const LOGIN: Finder = { role: 'button', name: '登入' };
const found = (element: number) => ({ found: expect.objectContaining({ element }) });

describe('one element or none', () => {
  it('is the one control of that role and name', () => {
    const facts = page([control(0, 'field', '登入'), control(1, 'button', '登入'), control(2, 'button', '登出')]);
    expect(locate(facts, [LOGIN])).toEqual({ found: { element: 1, role: 'button', name: '登入' } });
  });
  it('is none where nothing bears the name', () =>
    expect(locate(page([control(0, 'button', '登出')]), [LOGIN])).toEqual({ found: null, missing: 'not-found' }));
  it('is none of two', () =>
    expect(locate(page([control(0, 'button', '登入'), control(1, 'button', '登入')]), [LOGIN])).toEqual({ found: null, missing: 'several' }));
  it('is none without a finder', () => expect(locate(page([control(0, 'button', '登入')]), [])).toEqual({ found: null, missing: 'not-found' }));
  it('is not a hidden one', () => {
    expect(locate(page([control(0, 'button', '登入', { shown: false })]), [LOGIN])).toEqual({ found: null, missing: 'not-found' });
    expect(locate(page([control(0, 'button', '登入', { shown: false }), control(1, 'button', '登入')]), [LOGIN])).toEqual(found(1));
  });
  it('is not a disabled one, and says so', () => {
    expect(locate(page([control(0, 'button', '登入', { enabled: false })]), [LOGIN])).toEqual({ found: null, missing: 'not-enabled' });
    expect(locate(page([control(0, 'button', '登入', { enabled: false }), control(1, 'button', '登入')]), [LOGIN])).toEqual(found(1));
  });
  it('is not a covered one, and says so', () => {
    expect(locate(page([control(0, 'button', '登入', { covered: true })]), [LOGIN])).toEqual({ found: null, missing: 'covered' });
  });
  it('is never a link in a sentence', () => {
    expect(locate(page([control(0, 'button', '登入', { inSentence: true })]), [LOGIN]).found).toBeNull();
    expect(locate(page([control(0, 'button', '登入', { inSentence: true }), control(1, 'button', '登入')]), [LOGIN])).toEqual(found(1));
  });
});

describe('several finders', () => {
  const OTHER: Finder = { role: 'button', name: '進入' };
  it('agree on one element', () => {
    const facts = page([control(0, 'button', '登入', { address: 'a.example/login' })]);
    expect(locate(facts, [LOGIN, { role: 'button', address: '*/login' }])).toEqual(found(0));
  });
  it('help each other out where one finds none or too many', () => {
    expect(locate(page([control(0, 'button', '進入')]), [LOGIN, OTHER])).toEqual(found(0));
    expect(locate(page([control(0, 'button', '登入'), control(1, 'button', '登入'), control(2, 'button', '進入')]), [LOGIN, OTHER])).toEqual(found(2));
  });
  it('cancel each other where they find different elements, in any order', () => {
    const facts = page([control(0, 'button', '登入'), control(1, 'button', '進入')]);
    expect(locate(facts, [LOGIN, OTHER])).toEqual({ found: null, missing: 'several' });
    expect(locate(facts, [OTHER, LOGIN])).toEqual({ found: null, missing: 'several' });
  });
  it('give no other element where the one is covered', () => {
    const facts = page([control(0, 'button', '登入', { covered: true }), control(1, 'button', '進入')]);
    expect(locate(facts, [LOGIN, OTHER]).found).toBeNull();
  });
});

describe('by address', () => {
  const facts = page([
    control(0, 'button', '', { address: 'accounts.google.com/o/oauth2' }),
    control(1, 'button', 'Google', { address: 'www.google.com/maps' }),
  ]);
  it('finds a link whose name is only a picture', () => expect(locate(facts, [{ role: 'button', address: 'accounts.google.com/*' }])).toEqual(found(0)));
  it('leaves out what leads elsewhere', () => {
    expect(locate(facts, [{ role: 'button', name: 'Google' }])).toEqual(found(1));
    expect(locate(facts, [{ role: 'button', name: 'Google', elsewhere: ['*google.com/*'] }]).found).toBeNull();
  });
  it('wants name and address both where both are said', () => {
    expect(locate(facts, [{ role: 'button', name: 'Google', address: 'accounts.google.com/*' }]).found).toBeNull();
  });
});

describe('twins: same role, name and destination', () => {
  const twin = (element: number, more = {}) => control(element, 'button', '登入', { leadsTo: 'address:1', ...more });
  it('are one thing; the one in view is meant', () => {
    expect(locate(page([twin(0, { inView: false }), twin(1)]), [LOGIN])).toEqual(found(1));
    expect(locate(page([twin(0), twin(1)]), [LOGIN])).toEqual(found(0));
  });
  it('are the first where none is in view', () => expect(locate(page([twin(0, { inView: false }), twin(1, { inView: false })]), [LOGIN])).toEqual(found(0)));
  it('are the open one where the other is covered', () =>
    expect(locate(page([twin(0, { covered: true }), twin(1, { inView: false })]), [LOGIN])).toEqual(found(1)));
  it('are covered where all are', () =>
    expect(locate(page([twin(0, { covered: true }), twin(1, { covered: true })]), [LOGIN])).toEqual({ found: null, missing: 'covered' }));
  it('are none where one leads elsewhere, or nobody knows where to', () => {
    expect(locate(page([twin(0), twin(1), twin(2, { leadsTo: 'address:2' })]), [LOGIN])).toEqual({ found: null, missing: 'several' });
    expect(locate(page([twin(0, { leadsTo: '' }), twin(1, { leadsTo: '' })]), [LOGIN])).toEqual({ found: null, missing: 'several' });
  });
  it('on a real page are told by their address with its query, or by their form', () => {
    const wanted = { find: [LOGIN] };
    expect(locate(readHtml('<a href="/a?x=1">登入</a><p><a href="/a?x=1">登入</a></p>', wanted).facts, [LOGIN]).found).not.toBeNull();
    expect(locate(readHtml('<a href="/a?x=1">登入</a><p><a href="/a?x=2">登入</a></p>', wanted).facts, [LOGIN]).found).toBeNull();
    expect(locate(readHtml('<form><button>登入</button><hr><input type="submit" value="登入"></form>', wanted).facts, [LOGIN]).found).toBeNull();
    expect(locate(readHtml('<form><button>登入</button><hr><button>登入</button></form>', wanted).facts, [LOGIN]).found).not.toBeNull();
    expect(locate(readHtml('<form><button>登入</button></form><form><button>登入</button></form>', wanted).facts, [LOGIN]).found).toBeNull();
    expect(locate(readHtml('<a href="#">登入</a><p><a href="#">登入</a></p>', wanted).facts, [LOGIN]).found).toBeNull();
  });
});

describe('under its heading, not under the other', () => {
  const within = { text: '一般民眾登入', not: '公務人員登入' };
  const GOV: Finder = { role: 'button', name: '我的e政府', within };
  const link = (mark: string) => `<p><a data-expect="${mark}" href="/${mark}">我的e政府</a></p>`;
  const target = (html: string, finder = GOV) => {
    const { facts, markOf } = readHtml(html, { find: [finder] });
    return markOf(locate(facts, [finder]).found);
  };

  it.each([
    ['each part an element of its own', `<div><h3>公務人員登入</h3>${link('left')}</div><div><h3>一般民眾登入</h3>${link('right')}</div>`],
    ['the same, the other part first in the page', `<div><h3>一般民眾登入</h3>${link('right')}</div><div><h3>公務人員登入</h3>${link('left')}</div>`],
    [
      'parts nested unevenly',
      `<div><div><div><h3>公務人員登入</h3></div>${link('left')}</div><section><h3>一般民眾登入</h3><div><ul><li>${link('right')}</li></ul></div></section></div>`,
    ],
    ['headings and controls in one row', `<div><h3>公務人員登入</h3>${link('left')}<h3>一般民眾登入</h3>${link('right')}</div>`],
    [
      'headings in the first row of a table',
      `<table><tr><th>公務人員登入</th><th>一般民眾登入</th></tr><tr><td>${link('left')}</td><td>${link('right')}</td></tr></table>`,
    ],
    [
      'the same with the columns changed',
      `<table><tr><th>一般民眾登入</th><th>公務人員登入</th></tr><tr><td>${link('right')}</td><td>${link('left')}</td></tr></table>`,
    ],
  ])('%s', (_, html) => expect(target(html)).toBe('right'));

  it.each([
    ['the heading is missing', `<h3>公務人員登入</h3>${link('left')}${link('right')}`],
    ['the other heading is missing', `<h3>一般民眾登入</h3>${link('left')}${link('right')}`],
    ['both headings come first, then both controls', `<div><h3>公務人員登入</h3><h3>一般民眾登入</h3>${link('left')}${link('right')}</div>`],
    ['both headings come first, then the other part’s control alone', `<div><h3>公務人員登入</h3><h3>一般民眾登入</h3>${link('left')}</div>`],
    ['the words only stand in a sentence', `<div><p>公務人員登入在左邊</p>${link('left')}<p>一般民眾登入在右邊</p>${link('right')}</div>`],
    ['two of the name stand under it', `<div><h3>公務人員登入</h3>${link('left')}</div><div><h3>一般民眾登入</h3>${link('right')}${link('more')}</div>`],
  ])('none where %s', (_, html) => expect(target(html)).toBeNull());

  it('needs no other heading where the rule names none', () => {
    const html = `<div><h3>公務人員登入</h3></div><div><h3>一般民眾登入</h3>${link('right')}</div>`;
    expect(target(html, { ...GOV, within: { text: '一般民眾登入' } })).toBe('right');
  });
});

describe('every control of a wrong choice counts', () => {
  const NO: Finder = { role: 'radio', name: '否' };
  it('all of them, once each, hidden ones left out, disabled ones kept', () => {
    const facts = page([
      control(0, 'radio', '否'),
      control(1, 'radio', '否', { enabled: false }),
      control(2, 'radio', '否', { shown: false }),
      control(3, 'radio', '是'),
    ]);
    expect(locateAll(facts, [NO, NO]).map(({ element }) => element)).toEqual([0, 1]);
    expect(locateAll(facts, [])).toEqual([]);
  });
  it('a heading of the same words is no control', () => expect(matching(page([], [text(0, '否')]), NO)).toEqual([]));
});

import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { vocabularyOf } from '../../engine/vocabulary';
import { rule } from '../support/facts';
import { openHtml, sightWithoutLayout } from '../support/page';
import { readHtml, type Wanted } from '../support/read-html';

const QUESTION = '您是否需要線上學習時數證明';
const asked: Wanted = { all: [{ text: QUESTION }] };
const texts = (html: string, wanted: Wanted = asked) => readHtml(html, wanted).facts.texts;
const names = (html: string, wanted: Wanted) => readHtml(html, wanted).facts.controls.map(({ name }) => name);
const login: Wanted = { find: [{ role: 'button', name: '登入' }] };

describe('words in text', () => {
  it.each([
    ['in one piece', `<p>${QUESTION}？</p>`],
    ['split over inline elements', '<p>您是否<b>需要</b>線上<span>學習<i>時數</i></span>證明</p>'],
    ['wrapped by a translator', '<p><font><font>您是否需要</font></font><font style="vertical-align: inherit">線上學習時數證明</font></p>'],
    ['each letter apart', `<p>${[...QUESTION].map((letter) => `<span>${letter}</span>`).join('')}</p>`],
    ['split by white space, comments and a line end', '<p>您是否 需要\n <!-- 否 -->線上學習<br>時數證明</p>'],
    ['right in the body', QUESTION],
    ['in a table cell', `<table><tr><td>1.${QUESTION}</td></tr></table>`],
    ['in a link', `<p><a href="/x">${QUESTION}</a></p>`],
    ['in a label of a choice', `<label><input type="radio">${QUESTION}</label>`],
  ])('are found %s', (_, html) => expect(texts(html)).toHaveLength(1));

  it.each([
    ['split over two blocks', '<p>您是否需要線上</p><p>學習時數證明</p>'],
    ['in a script, a style or a template', `<script>"${QUESTION}"</script><style>/*${QUESTION}*/</style><template><p>${QUESTION}</p></template>`],
    ['in a comment', `<!-- ${QUESTION} -->`],
    ['hidden by an attribute', `<div hidden><p>${QUESTION}</p></div>`],
    ['hidden by a style', `<style>.off{display:none}</style><div class="off"><p>${QUESTION}</p></div><p style="visibility:hidden">${QUESTION}</p>`],
    ['in a title, a placeholder or another attribute', `<p title="${QUESTION}" data-x="${QUESTION}">x</p><input placeholder="${QUESTION}">`],
    ['typed by the person', `<textarea>${QUESTION}</textarea><div contenteditable>${QUESTION}</div>`],
    ['in the options of a list', `<select><option>${QUESTION}</option></select>`],
  ])('are not found %s', (_, html) => expect(texts(html)).toEqual([]));

  it('give nothing of the page but the words of the rules', () => {
    const { facts } = readHtml(`<p>王小明 A123456789 ${QUESTION}</p><p>0911123456</p><a href="/x">王小明</a>`, asked);
    expect(JSON.stringify(facts)).not.toMatch(/王小明|A123456789|0911/);
    expect(facts.texts[0]?.words).toEqual([QUESTION]);
  });
});

describe('a heading', () => {
  const heading: Wanted = { all: [{ heading: '會員登入' }] };
  const wholes = (html: string, wanted = heading) => texts(html, wanted).map(({ whole }) => whole);
  it('is a block that says these words and no more', () => {
    expect(wholes('<h2>會員登入</h2>')).toEqual(['會員登入']);
    expect(wholes('<div><span>會員</span><b>登入</b>：</div>')).toEqual(['會員登入']);
    expect(wholes('<p>請按會員登入</p>')).toEqual([null]);
  });
  it('may be a picture, but only where it is marked as a heading', () => {
    expect(wholes('<h1><a href="/"><img alt="會員登入"></a></h1>')).toEqual(['會員登入']);
    expect(wholes('<div role="heading"><img alt="會員登入"></div>')).toEqual(['會員登入']);
    expect(wholes('<div><img alt="會員登入"></div>')).toEqual([]);
  });
  it('may share its block with what comes after a line end', () => expect(wholes('<td>會員登入<br>請選一個</td>')).toEqual([null, '會員登入']));
  it('may share its block with a button drawn as a box, not with a link in its line', () => {
    expect(wholes('<div>會員登入<button style="display:inline-block">進入</button></div>')).toContain('會員登入');
    expect(wholes('<div>會員登入<a href="/x">進入</a></div>')).toEqual([null]);
  });
  it('may begin with the words where the rule says so', () => {
    expect(wholes('<p>會員登入失敗，請再試</p>', { all: [{ heading: '會員登入…' }] })).toEqual(['會員登入失敗請再試']);
  });
});

describe('controls', () => {
  it('are read by their role, whatever their element', () => {
    const all: Evidence[] = [{ button: '登入' }, { choice: '是' }, { field: '帳號' }];
    const html = `<button>登入</button><a href="/x">登入</a><a onclick="x()">登入</a><div role="button">登入</div><input type="submit" value="登入"><input type="image" alt="登入">
      <label><input type="radio">是</label><div role="radio">是</div><div role="switch">是</div><label>帳號<input></label><select aria-label="帳號"></select><textarea title="帳號"></textarea><div role="textbox" aria-label="帳號"></div>`;
    expect(readHtml(html, { all }).facts.controls.map(({ role }) => role)).toEqual([
      ...Array(6).fill('button'),
      'radio',
      'radio',
      'checkbox',
      ...Array(4).fill('field'),
    ]);
  });
  it('are not those of other names, hidden fields, files or what nobody presses', () => {
    expect(
      names('<button>登出</button><div onclick="x()">登入</div><span>登入</span><input type="hidden" value="登入"><input type="file" title="登入">', login),
    ).toEqual([]);
  });
  it('bear their name also split over elements or wrapped by a translator', () => {
    expect(names('<button><span>登</span><b>入</b></button><a href="/x"><font><font>登入</font></font></a>', login)).toEqual(['登入', '登入']);
  });
  it('are named by a picture, a label elsewhere, or the words beside them', () => {
    expect(names('<a href="/x"><img alt="登入"></a><span id="n">登入</span><button aria-labelledby="n">x</button>', login)).toEqual(['登入', '登入']);
    expect(names('<tr><td>帳號</td><td><input></td></tr><p>密碼：<input></p>', { find: [{ role: 'field', name: ['帳號', '密碼'] }] })).toEqual([
      '帳號',
      '密碼',
    ]);
    expect(names('<p><input type="radio">是 <input type="radio">否</p>', { find: [{ role: 'radio', name: ['是', '否'] }] })).toEqual(['是', '否']);
  });
  it('are told as hidden, disabled, checked, in use and left', () => {
    const facts = (html: string) => readHtml(html, login).facts.controls;
    expect(facts('<button hidden>登入</button><button>登入</button>').map(({ shown }) => shown)).toEqual([false, true]);
    const disabled = '<button disabled>登入</button><a aria-disabled="true">登入</a><div inert><button>登入</button></div><button>登入</button>';
    expect(facts(disabled).map(({ enabled }) => enabled)).toEqual([false, false, false, true]);
    const choices = readHtml(
      '<label><input type="radio" checked>是</label><div role="radio" aria-checked="true">是</div><div role="radio">是</div><label><input type="radio">是</label>',
      {
        find: [{ role: 'radio', name: '是' }],
      },
    );
    expect(choices.facts.controls.map(({ checked }) => checked)).toEqual([true, true, null, false]);
    const sight = { hasFocus: () => true, wasLeft: () => true, isCovered: () => true, isInView: () => false };
    expect(readHtml('<button>登入</button>', login, sight).facts.controls[0]).toMatchObject({ focused: true, left: true, covered: true, inView: false });
  });
  it('readonly fields count as left: they were filled in for the person', () => {
    expect(readHtml('<label>帳號<input readonly></label>', { find: [{ role: 'field', name: '帳號' }] }).facts.controls[0]).toMatchObject({
      enabled: true,
      left: true,
    });
  });
});

describe('addresses', () => {
  const byAddress: Wanted = { find: [{ role: 'button', address: 'elearn.hrd.gov.tw/mooc/*' }] };
  const picture = '<img width="9" height="9" src="data:,">';
  it('are host and path in lower case, without query', () => {
    expect(readHtml(`<a href="/mooc/co_FB_login.php?token=123#x">${picture}</a>`, byAddress).facts.controls[0]).toMatchObject({
      name: '',
      address: 'elearn.hrd.gov.tw/mooc/co_fb_login.php',
    });
  });
  it('that the rules do not know are not in the facts', () => {
    expect(readHtml(`<a href="https://other.example/private">${picture}</a>`, byAddress).facts.controls).toEqual([]);
    expect(readHtml('<a href="https://other.example/private">登入</a>', login).facts.controls[0]?.address).toBe('');
  });
  it.each(['javascript:void(0)', '#top', 'mailto:x@y.example', 'https://['])('%s is none', (href) => {
    expect(readHtml(`<a href="${href}">登入</a>`, { find: [...(login.find ?? []), { role: 'button', address: '*' }] }).facts.controls[0]?.address).toBe('');
  });
  it('of the document itself are without query, too', () => {
    const { facts } = readHtml('<a href="/mooc/x?token=abc123">登入</a>', login);
    expect(facts).toMatchObject({ host: 'elearn.hrd.gov.tw', path: '/x/page.php' });
    expect(JSON.stringify(facts)).not.toMatch(/secret|abc123/);
  });
});

describe('shadow roots', () => {
  const attach = (mode: ShadowRootMode, html: string) => (document: Document) => {
    (document.querySelector('#host') as Element).attachShadow({ mode }).innerHTML = html;
  };
  it('that are open are read in their place, what is slotted too', () => {
    const { facts } = readHtml(
      '<div id="host"><span>時數證明</span></div>',
      { ...asked, ...login },
      {},
      attach('open', '<p>您是否需要線上學習<slot></slot></p><button>登入</button>'),
    );
    expect(facts.texts).toHaveLength(1);
    expect(facts.controls).toHaveLength(1);
  });
  it('that are closed are not', () => {
    const { facts } = readHtml('<div id="host"></div>', { ...asked, ...login }, {}, attach('closed', `<p>${QUESTION}</p><button>登入</button>`));
    expect(facts).toMatchObject({ texts: [], controls: [] });
  });
});

describe('our own overlay', () => {
  it('is passed over, whatever it says', () => {
    const { document } = openHtml('<body><div id="own">登入<button>登入</button></div><button>登入</button></body>', 'https://elearn.hrd.gov.tw/');
    const vocabulary = vocabularyOf(
      {
        journey: { sites: { elearn: { host: 'elearn.hrd.gov.tw' } } } as never,
        rules: [rule('elearn/01-home', { all: [{ button: '登入' }, { heading: '登入' }] })],
      },
      'elearn',
    );
    const { facts } = readFacts(document, { host: 'elearn.hrd.gov.tw', path: '/' }, vocabulary, sightWithoutLayout(document), document.querySelector('#own'));
    expect(facts.controls).toHaveLength(1);
    expect(facts.texts).toEqual(
      readHtml('<button>登入</button>', { all: [{ heading: '登入' }] }).facts.texts.map((text) => ({ ...text, place: [1], order: expect.any(Number) })),
    );
  });
});

describe('a document', () => {
  it('without a body gives nothing', () => {
    const { document } = openHtml('', 'https://elearn.hrd.gov.tw/');
    document.body?.remove();
    const vocabulary = vocabularyOf({ journey: { sites: { elearn: { host: 'elearn.hrd.gov.tw' } } } as never, rules: [] }, 'elearn');
    expect(readFacts(document, { host: 'h', path: '/A' }, vocabulary, sightWithoutLayout(document)).facts).toEqual({
      host: 'h',
      path: '/a',
      translated: false,
      texts: [],
      controls: [],
    });
  });
});

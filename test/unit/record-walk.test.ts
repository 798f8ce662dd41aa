import { describe, expect, it } from 'vitest';
import { walkDocument } from '../../record/document-walk';
import { loginSigns, settleLogin } from '../../record/login-signs';
import { isElementNode, type RecordedNode } from '../../record/report';
import { type Keep, SHAPE } from '../../record/shape';
import { cases } from '../support/content';
import { shaper } from '../support/known';
import { openHtml, openReplica } from '../support/page';
import { ALL_PLANTS, DETECTABLE, foundIn, plantedMarkup } from '../support/planted';

const page = (body: string) =>
  openHtml(`<!doctype html><html><head><title>首頁</title></head><body>${body}</body></html>`, 'https://elearn.hrd.gov.tw/mooc/x1.php?a=b').document;
const walk = (body: string, keep: Keep = 'open') => walkDocument(page(body), shaper, keep);
const textsOf = (nodes: readonly RecordedNode[]) => nodes.flatMap((node) => (isElementNode(node) ? [] : [node.text]));
const first = (nodes: readonly RecordedNode[], tag: string) => nodes.filter(isElementNode).find((node) => node.tag === tag);

describe('a recorded document', () => {
  it('is its elements and texts in order, by their depth', () => {
    const { nodes, title, address } = walk('<main id="m"><h1>標題</h1><p>一段<b>文字</b></p></main>');
    expect([title, address]).toEqual(['首頁', 'elearn.hrd.gov.tw/mooc/x1.php']);
    expect(nodes.map((node) => [node.depth, isElementNode(node) ? node.tag : node.text])).toEqual([
      [0, 'main'],
      [1, 'h1'],
      [2, '標題'],
      [1, 'p'],
      [2, '一段'],
      [2, 'b'],
      [3, '文字'],
    ]);
  });

  it('has no comments, scripts, styles, templates, hidden fields, data or handlers', () => {
    const { nodes } = walk(
      '<!-- PLANT --><script>PLANT</script><style>.PLANT{}</style><template>PLANT</template><noscript>PLANT</noscript><input type=" HIDDEN " name="PLANT" value="PLANT"><object>PLANT</object><p data-user="PLANT" onclick="PLANT" style="--a:PLANT" lang="PLANT" aria-valuetext="PLANT" itemid="PLANT">字</p>',
    );
    expect(JSON.stringify(nodes)).not.toContain('PLANT');
    expect(textsOf(nodes)).toEqual(['字']);
  });

  it('reads nothing that was typed or chosen', () => {
    const document = page(
      '<input type="text" id="a" value="PLANT"><textarea>PLANT</textarea><div contenteditable>PLANT</div><select><option selected>甲</option><option value="PLANT">乙</option></select><input type="radio" checked value="PLANT"><input type="checkbox" checked><output>PLANT</output><input list="l"><datalist id="l"><option>PLANT</option></datalist><input type="submit" value="送出">',
    );
    for (const field of document.querySelectorAll('input, textarea, select, option')) {
      for (const property of ['value', 'checked', 'selected', 'defaultValue', 'selectedIndex', 'files']) {
        Object.defineProperty(field, property, {
          get: () => {
            throw new Error(`${property} was read`);
          },
        });
      }
    }
    const { nodes } = walkDocument(document, shaper, 'open');
    expect(JSON.stringify(nodes)).not.toMatch(/PLANT|checked|selected/);
    expect(nodes.filter(isElementNode).find(({ attributes }) => attributes !== undefined && 'value' in attributes)?.attributes).toMatchObject({
      value: '送出',
    });
    expect(textsOf(nodes)).toEqual(['甲', '乙']);
  });

  it('keeps labels with their fields and radio buttons together where their names are not kept', () => {
    const { nodes } = walk('<label for="tsai-1">字</label><input id="tsai-1" name="tsai"><input type="radio" name="tsai">', 'known');
    expect(nodes.filter(isElementNode).map(({ attributes }) => attributes)).toEqual([{ for: '□1' }, { id: '□1', name: '□2' }, { name: '□2', type: 'radio' }]);
  });

  it('goes by a label from one element to the next', () => {
    expect(textsOf(walk('<td>姓名：</td><td>蔡青樺</td><p>說明</p>').nodes)).toEqual(['姓名：', SHAPE, '說明']);
  });

  it('keeps known words only in what nobody sees', () => {
    const { nodes } = walk('<div style="display:none"><p>沒人看得到的字</p><p>登入</p></div><p>看得到的字</p>');
    expect(first(nodes, 'div')).toMatchObject({ layout: 'hidden' });
    expect(textsOf(nodes)).toEqual([SHAPE, '登入', '看得到的字']);
  });

  it('reads open shadow roots and what is put into their slots', () => {
    const document = page('<my-box><span>裡面</span></my-box>');
    const root = (document.querySelector('my-box') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<b>上面</b><slot></slot>';
    const { nodes } = walkDocument(document, shaper, 'open');
    expect(first(nodes, 'my-box')).toMatchObject({ shadow: true });
    expect(textsOf(nodes)).toEqual(['上面', '裡面']);
  });

  it('is not led astray by fields that bear the names of properties', () => {
    const { nodes } = walk(
      '<form id="f" action="/mooc/a1.php?x=1"><input name="childNodes"><input name="localName"><input name="getAttribute"><input name="nodeType"><p>字</p></form>',
    );
    expect(first(nodes, 'form')?.attributes).toMatchObject({ id: 'f', action: 'elearn.hrd.gov.tw/mooc/a1.php' });
    expect(textsOf(nodes)).toEqual(['字']);
  });

  it('leaves our own overlay out', () => {
    expect(walk('<register-guide>我們的字</register-guide><p>字</p>').nodes).toHaveLength(2);
  });
});

describe('words of somebody, planted in every kind of place', () => {
  it('are found where they are left, plain and encoded', () => {
    for (const plant of ALL_PLANTS) {
      for (const form of [
        plant,
        encodeURIComponent(plant),
        Buffer.from(`id=${plant};`).toString('base64'),
        Buffer.from(`x${plant}`, 'utf16le').toString('base64'),
      ]) {
        expect(foundIn(`{"text":"before ${form} after"}`, [plant]), form).toEqual([plant]);
      }
    }
    expect(foundIn('登入 修改會員資料 elearn.hrd.gov.tw', ALL_PLANTS)).toEqual([]);
  });
  it('do not survive while someone is logged in', () => {
    const told = walk(plantedMarkup(ALL_PLANTS), 'known');
    expect(told.nodes.length).toBeGreaterThan(1000);
    expect(foundIn(JSON.stringify(told), ALL_PLANTS)).toEqual([]);
  });
  it('do not survive while nobody is, either, where they can be told by their looks', () => {
    const told = walk(plantedMarkup(DETECTABLE), 'open');
    expect(told.nodes.length).toBeGreaterThan(800);
    expect(foundIn(JSON.stringify(told), DETECTABLE)).toEqual([]);
  });
});

describe('whether someone is logged in', () => {
  const login = (body: string, pages: (string | null)[] = [null]) => settleLogin([loginSigns(page(body))], pages);
  it.each([
    ['<a href="/logout.php">離開</a><button>登入</button>', 'seen'],
    ['<a href="/x">登出</a>', 'seen'],
    ['<span class="co-username"></span><a>登入</a>', 'seen'],
    ['<a>修改會員資料</a>', 'seen'],
    ['<img alt="Log out"><a>登入</a>', 'seen'],
    ['<div style="display:none"><a>個人專區</a></div><a>登入</a>', 'seen'],
    ['<p>請按登入</p>', 'unsure'],
    ['<p>一段文字</p>', 'unsure'],
    ['<button>登入</button>', 'guest'],
    ['<input type="submit" value="加入會員">', 'guest'],
  ])('%s: %s', (body, expected) => expect(login(body)).toBe(expected));

  it('one sign in one frame is enough', () => {
    expect(settleLogin([loginSigns(page('<a>登入</a>')), loginSigns(page('<a>登出</a>'))], [null, null])).toBe('seen');
  });
  it('the guide’s word settles what the page leaves open', () => {
    expect(login('<p>字</p>', ['elearn/05-certificate-question'])).toBe('guest');
    expect(login('<a>登入</a>', ['elearn/11-dashboard'])).toBe('unsure');
    expect(login('<a>登入</a>', ['egov/05-success'])).toBe('unsure');
    expect(login('<p>字</p>', ['portal/01-front-page'])).toBe('unsure');
  });

  const BEHIND = /^(?:elearn\/(?:09|1\d)|egov\/0[57])/;
  it('no replica of a page behind the login counts as seen by a stranger', () => {
    const strangers = cases
      .filter(({ folder }) => BEHIND.test(folder))
      .filter(({ folder, case: { replica, url } }) => {
        return settleLogin([loginSigns(openReplica(`${folder}/${replica}`, url).document)], [folder]) === 'guest';
      });
    expect(strangers.map(({ folder, case: { replica } }) => `${folder}/${replica}`)).toEqual([]);
  });
});

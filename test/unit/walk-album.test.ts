import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Album } from '../../tools/start/album';
import { stopLine, wordsOf } from '../../tools/start/stop-line';

type Seen = Parameters<typeof wordsOf>[0];
const BOX = { x: 0, y: 0, width: 10, height: 10 };

function seen({ explained = {}, sight = {} }: { explained?: object; sight?: object } = {}): Seen {
  const button = (action: string, label: string) => ({ action, label, box: BOX, disabled: false });
  const card = {
    title: '第 4 步，共 11 步：選「是」',
    text: '請選「是」。\n選「否」，之後不能列印時數。',
    all: '第 4 步，共 11 步：選「是」\n請選「是」。\n選「否」，之後不能列印時數。\n我卡住了',
    box: BOX,
    buttons: [button('stuck', '我卡住了'), button('fold', '收成一行'), button('put-away', '先收起來')],
  };
  return {
    explained: {
      frame: 0,
      address: 'elearn.hrd.gov.tw/x',
      verdict: 'recognised',
      page: 'elearn/05-certificate-question',
      step: 4,
      target: { role: 'radio', name: '是', tag: 'input', at: 0 },
      cautions: [],
      card: { title: card.title, text: card.text },
      why: [],
      say: null,
      because: null,
      speaks: true,
      ...explained,
    },
    sight: { address: 'https://elearn.hrd.gov.tw/x', frame: null, ring: BOX, card, caution: null, ...sight },
  } as Seen;
}

describe('the line of a stop', () => {
  it('says step, page, what is ringed and what the card says', () => {
    expect(stopLine(5, wordsOf(seen()))).toBe(
      ' 5. step 4 | elearn/05-certificate-question | ring: radio 是 | card: 第 4 步，共 11 步：選「是」 / 請選「是」。 / 選「否」，之後不能列印時數。',
    );
  });

  it('says the warning, too', () => {
    const caution = { title: '選「否」，不能列印時數', body: '現在還來得及。', box: BOX, buttons: [] };
    expect(stopLine(7, wordsOf(seen({ sight: { caution } })))).toContain('| WARNING: 選「否」，不能列印時數 / 現在還來得及。');
  });

  it('of an unknown page says after which step it comes, and its one folded line once', () => {
    const card = { title: '請看完這一頁。', text: '請看完這一頁。', all: '請看完這一頁。\n展開', box: BOX, buttons: [] };
    const explained = { verdict: 'lost', page: null, step: 2, target: null };
    expect(stopLine(4, wordsOf(seen({ explained, sight: { ring: null, card } })))).toBe(' 4. after step 2 | (lost) | ring: nothing | card: 請看完這一頁。');
  });

  it('has the notes and the buttons that are drawn, and none that are not', () => {
    const { sight, explained } = seen();
    const buttons = [...(sight.card?.buttons ?? []), { action: 'show-me', label: '帶我看', box: BOX, disabled: false }];
    const card = { ...sight.card, buttons, all: `${sight.card?.all}\n您選了「否」` };
    const told = { title: '', text: `${explained?.card?.text}\n您選了「否」\n沒有畫出來的` };
    const { card: words } = wordsOf(seen({ explained: { card: told }, sight: { card } }));
    expect(words.endsWith(' / 您選了「否」 / [帶我看]')).toBe(true);
  });
});

describe('the album of a walk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'album-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('drops the pictures of an earlier walk and shows its own in order', () => {
    const place = join(folder, 'walk');
    new Album(place, 'before').add(new Uint8Array(1), wordsOf(seen()));
    writeFileSync(join(place, '02.png'), '');
    const album = new Album(place, '瀏覽器：<firefox>');
    expect(existsSync(join(place, '01.png'))).toBe(false);
    album.add(new Uint8Array([1]), wordsOf(seen()));
    album.add(new Uint8Array([2]), { ...wordsOf(seen()), warning: '選「否」 & "more"' });
    expect(readdirSync(place).sort()).toEqual(['01.png', '02.png', 'index.html']);
    const html = readFileSync(album.index, 'utf8');
    expect(html.indexOf('src="01.png"')).toBeLessThan(html.indexOf('src="02.png"'));
    expect(html).toContain('提醒：選「否」 &amp; &quot;more&quot;');
    expect(html).toContain('第 4 步');
    expect(html).not.toContain('<firefox>');
  });
});

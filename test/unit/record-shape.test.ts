import { describe, expect, it } from 'vitest';
import { looksPersonal } from '../../record/personal';
import { type Keep, SHAPE } from '../../record/shape';
import { known, shaper } from '../support/known';

const BASE = 'https://elearn.hrd.gov.tw/mooc/index.php';

describe('what is known of the sites', () => {
  it('is words of rules and replicas, whole and in parts', () => {
    expect(known.words).toEqual(expect.arrayContaining(['登入', '新會員第一次登入請看此', '修改會員資料', '建立我的帳戶', '否', '平台識別碼']));
    expect(known.identifiers).toEqual(expect.arrayContaining(['login_md', 'co-username']));
    expect(known.hosts).toEqual(expect.arrayContaining(['elearn.hrd.gov.tw', 'www.cp.gov.tw', 'www.gov.tw']));
    expect(known.steps).toEqual(expect.arrayContaining(['mooc', 'co_login_dialog.php', 'clogin.aspx']));
    expect(known.contacts).toEqual(expect.arrayContaining(['0221927111', 'egovservicegovtw']));
  });
  it('has no number among its words that another number could be made of', () => {
    expect(known.words.filter((word) => /^\p{N}+$/u.test(word))).toEqual([]);
    expect(known.steps.filter((step) => /\d{5}/.test(step))).toEqual([]);
  });
  it('has nothing of comments, scripts, marks of the tests or values of fields', () => {
    for (const word of ['fancyboxclosesmall', 'dataexpect', 'wepdwukltemymzq1njc4oq']) expect(known.words).not.toContain(word);
    expect(known.words.filter((word) => word.includes('wepdw'))).toEqual([]);
  });
});

describe('text while someone is logged in', () => {
  it.each([
    ['登出', '登出'],
    [' 登 出 ', '登 出'],
    ['平台識別碼：A0000001', '平台識別碼：A0000001'],
    ['平台識別碼：B7654321', `平台識別碼：${SHAPE}`],
    ['蔡青樺', SHAPE],
    ['蔡青樺，您好！', SHAPE],
    ['修改會員資料 蔡青樺', `修改會員資料 ${SHAPE}`],
    ['身分證字號為 F131104093。', `身分證字號${SHAPE}。`],
    ['客服專線：02-2192-7111', '客服專線：02-2192-7111'],
    ['客服專線：0912-345-678', `客服專線：${SHAPE}`],
    ['e-learning@hrd.gov.tw', 'e-learning@hrd.gov.tw'],
    ['tsai.chinghua@mail.example', SHAPE],
    ['臺東縣池上鄉稻香二路17號3樓', SHAPE],
    ['2', SHAPE],
    ['登入2次', `登入${SHAPE}`],
    ['Login as tsai', `Login ${SHAPE}`],
    ['×', '×'],
    ['', ''],
  ])('%s becomes %s', (written, kept) => expect(shaper.text(written, 'known')).toBe(kept));

  it('takes single known characters for words only where they stand alone', () => {
    expect(shaper.text('是', 'known')).toBe('是');
    expect(shaper.text('於是', 'known')).toBe(SHAPE);
  });
  it('says nothing of how long a word was', () => {
    expect(shaper.text('甲', 'known')).toBe(shaper.text('歐陽乙丙丁戊己庚辛', 'known'));
  });
  it('keeps no part of a longer Latin word', () => {
    expect(shaper.text('xfacebookx', 'known')).toBe(SHAPE);
  });
});

describe('text while nobody is logged in', () => {
  it.each([
    ['請先閱讀這段新的說明', '請先閱讀這段新的說明'],
    ['您的號碼是 A123456789', `您的號碼是 ${SHAPE}`],
    ['Ａ１２３４５６７８９', SHAPE],
    ['a 1 2345-6789 1', SHAPE],
    ['AC12345678', SHAPE],
    ['寫信到 some.one+x@mail.example 問', `寫信到 ${SHAPE} 問`],
    ['手機 0912-345-678', `手機 ${SHAPE}`],
    ['(02) 2345-6789', SHAPE],
    ['+886 912 345 678', SHAPE],
    ['訂單 20261', `訂單 ${SHAPE}`],
    ['生日 80年5月6日', `生日 ${SHAPE}`],
    ['姓名：蔡青樺', `姓名：${SHAPE}`],
    ['親愛的 Ching-Hua Tsai, 請看', `親愛的 ${SHAPE}, 請看`],
    ['蔡青樺 您好', `${SHAPE} 您好`],
    ['蔡先生', `${SHAPE}先生`],
    ['地址 台中市西屯區台灣大道三段99號', `地址 ${SHAPE}`],
    ['代碼 eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', `代碼 ${SHAPE}`],
    ['3f2a9c1b77', SHAPE],
    ['客服專線：02-2192-7111', '客服專線：02-2192-7111'],
    ['<script>alert(1)</script>', '＜script＞alert(1)＜/script＞'],
    ['a\u0000\u202eb', 'a b'],
  ])('%s becomes %s', (written, kept) => expect(shaper.text(written, 'open')).toBe(kept));
});

describe('ids, classes and names', () => {
  it.each([
    'ctl00_ContentPlaceHolder1_AccountPassword1_txt_account',
    'btn-lg',
    'fancybox-close-small',
    'col-md-6',
    'accountlinkbt',
    'modal1',
    'co_gov_login_guide',
  ])('%s tells of nobody', (word) => {
    expect(looksPersonal(word)).toBe(false);
    expect(shaper.identifier(word, 'open')).toBe(word);
  });
  it.each([
    'user-A123456789',
    'u_0912345678',
    'row-88231',
    '蔡青樺',
    'ｔｓａｉ１２３４５',
    'me@mail.example',
    'sid_3f2a9c1b77',
    'k9Xq2LmZ7pQw',
    'QmFzZTY0LUtleS1YeVo',
    'p'.repeat(81),
  ])('%s may tell of someone', (word) => {
    expect(looksPersonal(word)).toBe(true);
    expect(shaper.identifier(word, 'open')).toBeNull();
  });
  it('must be known while someone is logged in', () => {
    expect(shaper.identifier('co-username', 'known')).toBe('co-username');
    expect(shaper.identifier('tsai-chinghua', 'known')).toBeNull();
  });
});

describe('addresses', () => {
  it.each<[string, Keep, string | null]>([
    ['/mooc/co_login_dialog.php?code=csdi_02&type=1#x', 'open', 'elearn.hrd.gov.tw/mooc/co_login_dialog.php'],
    ['https://tsai:secret@www.cp.gov.tw:8443/portal/Clogin.aspx?ReturnUrl=x', 'open', 'www.cp.gov.tw/portal/Clogin.aspx'],
    ['/mooc/brand_new.php', 'open', 'elearn.hrd.gov.tw/mooc/brand_new.php'],
    ['/mooc/brand_new.php', 'known', `elearn.hrd.gov.tw/mooc/${SHAPE}.php`],
    ['/users/tsai.chinghua/edit', 'known', `elearn.hrd.gov.tw/${SHAPE}/${SHAPE}/${SHAPE}`],
    ['/info/10012345', 'open', `elearn.hrd.gov.tw/info/${SHAPE}`],
    ['/mooc/index.php;jsessionid=3F2A9C1B77', 'open', 'elearn.hrd.gov.tw/mooc/index.php'],
    ['/%E8%94%A1%E9%9D%92%E6%A8%BA', 'open', `elearn.hrd.gov.tw/${SHAPE}`],
    ['https://tsai.example/', 'open', `${SHAPE}/`],
    ['https://new.hrd.gov.tw/a', 'open', 'new.hrd.gov.tw/a'],
    ['https://new.hrd.gov.tw/a', 'known', `${SHAPE}/${SHAPE}`],
    ['mailto:tsai@mail.example', 'open', 'mailto:'],
    ['tel:0912345678', 'open', 'tel:'],
    ["javascript:show('A123456789')", 'open', 'javascript:'],
    ['data:text/plain,A123456789', 'open', null],
    ['#A123456789', 'open', '#'],
    ['', 'open', '#'],
    ['https://', 'open', null],
  ])('%s while %s becomes %s', (written, keep, kept) => expect(shaper.address(written, BASE, keep)).toBe(kept));
});

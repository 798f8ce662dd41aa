import { Random } from '../../../drills/random';

const HEADINGS = [
  '最新消息',
  '常見問題',
  '課程公告',
  '學習紀錄查詢',
  '滿意度調查',
  '問卷',
  '系統公告',
  '個人資料',
  '討論區',
  '意見信箱',
  '下載專區',
  '隱私權政策',
  '網站導覽',
  '活動報名',
];
const WORDS = [
  '請以我的e政府帳號登入',
  '您是否需要線上學習時數證明',
  '加入會員後即可選課',
  '請問您是否有【我的e政府】帳號',
  '身分證字號',
  '下一步',
  '註冊帳號',
  '忘記密碼',
  '本系統將於今晚維護',
  '客服電話 02-8195-8090',
  '學習時數將於次月更新',
  '公務帳號與一般會員',
  '驗證碼',
  '我知道了',
  '選課中心',
  '前往登入',
  '開始上課',
  '請點選「登入」',
];
const CONTROLS = ['查詢', '送出', '回首頁', '上一頁', '更多', '確定', '取消', '下載', '關閉', '報名', '列印', '重新整理', '搜尋', '訂閱'];
const HOSTS = ['https://elearn.hrd.gov.tw', 'https://www.cp.gov.tw', 'https://www.gov.tw'];

/**
 * A page that the guide does not know, of the kind that such sites have: it speaks of the same things, in sentences and headings, but
 * its buttons and fields are its own.
 * @param seed the same number makes the same page
 */
export function unknownPage(seed: number): { html: string; address: string } {
  const dice = new Random(seed);
  const some = (list: readonly string[], most: number) => dice.shuffle([...list]).slice(0, 1 + Math.floor(dice.next() * most));
  const sentence = () => `<p>${some(WORDS, 4).join('，')}。</p>`;
  const parts = [
    ...some(HEADINGS, 3).map((words) => `<h2>${words}</h2>${sentence()}${sentence()}`),
    ...some(CONTROLS, 5).map((words) =>
      dice.pick([`<button>${words}</button>`, `<a href="/x/${words}">${words}</a>`, `<input type="submit" value="${words}">`]),
    ),
    ...some(WORDS, 3).map((words) => dice.pick([`<li>${words}</li>`, `<td>${words}</td>`, `<p>說明：${words}，詳見公告。</p>`])),
    '<label>關鍵字 <input name="q"></label>',
  ];
  const html = `<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>${dice.pick(HEADINGS)}</title></head><body>${dice.shuffle(parts).join('')}</body></html>`;
  return { html, address: `${dice.pick(HOSTS)}/${dice.pick(['mooc', 'portal', 'info'])}/page_${seed}.php` };
}

import { normalise } from '../../engine/normalise';

/** Words that belong to somebody, as they might stand in a page. All made up; none is in a rule or a replica. */
const NAMES = ['蔡青樺', '歐陽靖宇', '簡雅筑', '邱柏霖', '鍾佩芸', '賴冠廷', 'Ching-Hua Tsai', 'Pai-Lin Chiu', '羅慕・伊斯坦大', '彭湘婷'];
export const NUMBERS = [
  'F131104093',
  'A228573691',
  'K1 2206 4853',
  'ＢＣ１２８８４５３７',
  'H-155029364',
  'AD40028817',
  'm203958174',
  'T290417356',
  'P176650421',
  'E8 1234 5098',
];
export const MAILBOXES = [
  'tsai.ch@mail.example',
  'yating+hours@inbox.example',
  'paifu_92@post.example',
  'ｏｙ＠ｍａｉｌ．ｅｘａｍｐｌｅ',
  'chung.peiyun@edu.example',
  'lai-kt@gov.example',
  'r.istanda@web.example',
  'pht@home.example',
];
export const PHONES = [
  '0937-552-814',
  '0921 640 337',
  '(04) 2378-5516',
  '+886-955-018-227',
  '07-3318-2946',
  '09 8871 2045',
  '０９１２９９４４７３',
  '03-5572-6680 #219',
  '0966.431.708',
  '0809-771-345',
];
export const POSTAL = [
  '台東縣池上鄉稻香二路17號3樓',
  '新竹市關新路208巷6弄11號',
  '花蓮縣壽豐鄉學府街95號之2',
  '屏東縣恆春鎮白沙路3段40號',
  '嘉義市東區林森東路151號',
  '苗栗縣三義鄉水美街88號',
];
export const TOKENS = [
  '3f2a9c1b77d04e58',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0c2FpIn0',
  'Kq9Xv2LmZ7pQw4Rt',
  'sess_8c71be02fa9944d1',
  'PHPSESSID=r7k2m9q4t1v8',
  'c2Vzc2lvbi1rZXktdHNhaQ',
  'a81fc20e-77b1-4f0a-9c55-e19b03d2a6f4',
  'ya29.A0ARrdaM9xZt41QpLw',
  'dDwtMTIzNDU2Nzg5MDt0c2Fp',
  'X7Q29LKM44PZ',
];

/** For a page that is read while someone is logged in. */
export const ALL_PLANTS = [...NAMES, ...NUMBERS, ...MAILBOXES, ...PHONES, ...POSTAL, ...TOKENS];
/** What the second net alone has to catch, on a page where nobody is logged in. */
export const DETECTABLE = [...NUMBERS, ...MAILBOXES, ...PHONES, ...POSTAL, ...TOKENS];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const step = (text: string) => encodeURIComponent(text);

/** Every kind of place in a page. */
const PLACES: ((plant: string) => string)[] = [
  (plant) => `<p>${plant}</p>`,
  (plant) => `<p>平台識別碼：${plant}</p><td>中文姓名</td><td>${plant}，您好</td>`,
  (plant) => `<h3>歡迎 ${plant} 回來</h3><b>姓名：</b><i>${plant}</i>`,
  (plant) => `<img alt="${escaped(plant)}" src="/photo/${step(plant)}.png?u=${step(plant)}">`,
  (plant) => `<span title="${escaped(plant)}" aria-label="${escaped(plant)}">x</span>`,
  (plant) => `<input placeholder="${escaped(plant)}" value="${escaped(plant)}" name="${escaped(plant)}" id="${escaped(plant)}">`,
  (plant) => `<label for="${escaped(plant)}">${plant}</label><input type="hidden" name="__VIEWSTATE" value="${escaped(plant)}">`,
  (plant) => `<textarea>${plant}</textarea><div contenteditable="true">${plant}</div><output>${plant}</output>`,
  (plant) =>
    `<select><option>請選擇</option><option selected value="${escaped(plant)}">${plant}</option><optgroup label="${escaped(plant)}"></optgroup></select>`,
  (plant) => `<a href="/user/${step(plant)}/edit?id=${step(plant)}#${step(plant)}">修改會員資料</a>`,
  (plant) =>
    `<a href="https://${step(plant)}:${step(plant)}@elearn.hrd.gov.tw/x">1</a><a href="mailto:${step(plant)}">2</a><a href="javascript:show('${step(plant)}')">3</a>`,
  (plant) =>
    `<div class="${escaped(plant)}" data-user="${escaped(plant)}" onclick="go('${step(plant)}')" style="--who:'${step(plant)}'" role="${escaped(plant)}"></div>`,
  (plant) => `<!-- ${plant} --><script>window.who = ${JSON.stringify(plant)};</script><style>.a::after{content:"${plant}"}</style>`,
  (plant) => `<template><p>${plant}</p></template><noscript>${plant}</noscript><svg><title>${plant}</title><text>${plant}</text></svg>`,
  (plant) =>
    `<form action="/send/${step(plant)}?k=${step(plant)}"><button formaction="/${step(plant)}" name="${escaped(plant)}" value="${escaped(plant)}">${plant}</button></form>`,
  (plant) => `<input type="submit" value="${escaped(plant)}"><table><tr><th>${plant}</th></tr></table><div hidden>${plant}</div>`,
];

/** Markup with each plant in each kind of place. */
export function plantedMarkup(plants: readonly string[]): string {
  return plants.flatMap((plant) => PLACES.map((place) => place(plant))).join('\n');
}

/** A script that puts plants where markup cannot: an open shadow root, a `srcdoc` frame, the values of fields. */
export function plantingScript(plants: readonly string[]): string {
  return `<script>
    const plants = ${JSON.stringify(plants)};
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    for (const plant of plants) root.appendChild(document.createElement('p')).textContent = plant;
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.srcdoc = plants.map((plant) => '<p title="' + plant + '">' + plant + '</p>').join('');
    for (const field of document.querySelectorAll('input:not([type=hidden]):not([type=submit])')) field.value = plants[0];
    document.cookie = 'who=' + encodeURIComponent(plants[0]);
  </script>`;
}

/** All ways in which a planted word may have got into a text: as it is, encoded, or with its spaces and marks lost. */
export function foundIn(text: string, plants: readonly string[]): string[] {
  const flat = normalise(text);
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plants.filter((plant) => {
    const forms = [plant, encodeURIComponent(plant), ...base64Forms(Buffer.from(plant, 'utf8')), ...base64Forms(Buffer.from(plant, 'utf16le'))];
    return (
      forms.some((form) => text.includes(form) || unescaped.includes(form)) ||
      flat.includes(normalise(plant)) ||
      text.includes(Buffer.from(plant, 'utf16le').toString('utf8'))
    );
  });
}

/** Base64 looks otherwise at each of three places in the stream; its ends depend on the neighbours. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(before === 0 ? 0 : before + 1, -2);
  });
}

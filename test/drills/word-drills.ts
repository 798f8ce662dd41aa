import { changeWords, type Drill, type Drilled, textNodes } from './drill';

/** Redesigns of what is read, and of the right element itself. */

const FULL_WIDTH: Record<string, string> = { ',': '，', ':': '：', '(': '（', ')': '）', '?': '？' };

function otherPunctuation({ document, random }: Drilled) {
  const swap = random.next() < 0.5;
  changeWords(document, (text) =>
    swap
      ? text.replace(/[,:()?]/g, (mark) => FULL_WIDTH[mark] ?? mark)
      : text.replace(/[，：（）？]/g, (mark) => Object.entries(FULL_WIDTH).find(([, wide]) => wide === mark)?.[0] ?? mark),
  );
  return true;
}

function otherWidth({ document }: Drilled) {
  changeWords(document, (text) => text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)));
  return true;
}

function spaces({ document }: Drilled) {
  changeWords(document, (text) => text.replace(/([\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, '$1\u3000'));
  return true;
}

function variants({ document }: Drilled) {
  changeWords(document, (text) =>
    text.replace(/臺|台/g, (sign) => (sign === '臺' ? '台' : '臺')).replace(/我的[eE]政府/g, (name) => (name.includes('e') ? '我的E政府' : '我的e政府')),
  );
  return true;
}

/** One piece of text says it otherwise. */
function reword({ document, random }: Drilled) {
  const nodes = textNodes(document).filter(({ data }) => /[\u4e00-\u9fff]{2}/.test(data));
  if (nodes.length === 0) return false;
  const node = random.pick(nodes);
  node.data = node.data.replace(/[\u4e00-\u9fff]{2}/, '其他');
  return true;
}

function rewordTarget({ document, target }: Drilled) {
  const words = (target?.textContent ?? '').trim();
  if (target === null || words === '') return false;
  for (const node of textNodes(document)) if (target.contains(node)) node.data = '繼續';
  return true;
}

function removeTwoTexts({ document, random }: Drilled) {
  const nodes = random.shuffle(textNodes(document)).slice(0, 2);
  for (const node of nodes) node.remove();
  return nodes.length === 2;
}

function translate({ document }: Drilled) {
  for (const node of textNodes(document)) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = node.data.replace(/[\u4e00-\u9fff]+/g, 'some English words');
    outer.append(inner);
    node.replaceWith(outer);
  }
  return true;
}

const SIMPLIFIED: Record<string, string> = Object.fromEntries(
  [...'務園證號時數訊會員學習個資選課開戶寫驗碼導覽請們這裡進還見應從來點擊後續說線讀單項嗎與電話網頁記錄註冊帳設確認問題專區請輸關鍵'].map((sign, index) => [
    sign,
    [...'务园证号时数讯会员学习个资选课开户写验码导览请们这里进还见应从来点击后续说线读单项吗与电话网页记录注册帐设确认问题专区请输关键'][index] ?? sign,
  ]),
);

function simplify({ document }: Drilled) {
  changeWords(document, (text) => [...text].map((sign) => SIMPLIFIED[sign] ?? sign).join(''));
  return true;
}

function withTarget(act: (target: Element, page: Drilled) => void): Drill['apply'] {
  return (page) => {
    if (page.target === null) return false;
    act(page.target, page);
    return true;
  };
}

export const WORD_DRILLS: Drill[] = [
  { name: 'punctuation in the other width', keeps: 'words', apply: otherPunctuation },
  { name: 'letters in full width', keeps: 'words', apply: otherWidth },
  { name: 'spaces between characters', keeps: 'words', apply: spaces },
  { name: '臺/台 and e/E', keeps: 'words', apply: variants },
  { name: 'one piece of text reworded', keeps: 'nothing', apply: reword },
  { name: 'the target reworded', keeps: 'nothing', apply: rewordTarget },
  { name: 'two texts removed', keeps: 'nothing', apply: removeTwoTexts },
  { name: 'translated to English', keeps: 'nothing', apply: translate },
  { name: 'in simplified characters', keeps: 'nothing', apply: simplify },
  {
    name: 'target doubled, equal',
    keeps: 'target',
    apply: withTarget((target, { replace }) => {
      const twin = target.cloneNode(true) as Element;
      target.after(twin);
      replace(target, twin);
    }),
  },
  {
    name: 'target doubled, leading elsewhere',
    keeps: 'target',
    apply: withTarget((target) => {
      const twin = target.cloneNode(true) as Element;
      if (twin.hasAttribute('href')) twin.setAttribute('href', '/elsewhere');
      target.after(twin);
    }),
  },
  {
    name: 'target hidden',
    keeps: 'target',
    apply: withTarget((target) => {
      for (const label of (target as HTMLInputElement).labels ?? []) label.setAttribute('hidden', '');
      target.setAttribute('hidden', '');
    }),
  },
  {
    name: 'target disabled',
    keeps: 'target',
    apply: withTarget((target) => {
      target.setAttribute('disabled', '');
      target.setAttribute('aria-disabled', 'true');
    }),
  },
  { name: 'target gone', keeps: 'target', apply: withTarget((target) => target.remove()) },
];

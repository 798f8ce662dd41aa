import type { Random } from '../../../drills/random';

/** A made-up list of courses, and what a person reads of each: its hours, or null where nobody can say. */
export interface DrilledList {
  html: string;
  truth: (number | null)[];
  isPlain: boolean;
  what: string;
}

interface Row {
  link: string;
  /** What stands for the hours, as HTML, the label not among it. */
  value: string;
  length: string;
}

const LABEL = '認證時數';

const BUILDS: Record<string, (rows: readonly Row[]) => string> = {
  cards: (rows) =>
    rows.map(({ link, value, length }) => `<div class="card"><h4>${link}</h4><p>${LABEL} : ${value}</p><p>課程長度 : ${length}</p></div>`).join(''),
  'cards that are links': (rows) => rows.map(({ link, value }) => `${link.replace('</a>', '')}<p>${LABEL} : ${value}</p></a>`).join(''),
  items: (rows) => `<ul>${rows.map(({ link, value }) => `<li>${link}<span>${LABEL} ${value}</span><span>選課狀態 未選課</span></li>`).join('')}</ul>`,
  'label and value apart': (rows) =>
    rows.map(({ link, value, length }) => `<div>${link}<span>${LABEL}</span><span>${value}</span><span>課程長度</span><span>${length}</span></div>`).join(''),
  'a table': (rows) =>
    `<table><tr><th>課程名稱</th><th>課程長度</th><th>${LABEL}</th></tr>${rows.map(({ link, value, length }) => `<tr><td>${link}</td><td>${length}</td><td>${value}</td></tr>`).join('')}</table>`,
  'a table with a second head': (rows) =>
    `<table><tr><th>課程名稱</th><th>${LABEL}</th></tr>${rows.map(({ link, value }) => `<tr><td>${link}</td><td>${value}</td></tr>`).join('')}<tr><th>已結束</th><th>課程長度</th></tr><tr><td>共</td><td>9 小時</td></tr></table>`,
  'rows of boxes': (rows) =>
    `<div><div class="row"><div>課程名稱</div><div>${LABEL}</div><div>課程長度</div></div>${rows.map(({ link, value, length }) => `<div class="row"><div>${link}</div><div>${value}</div><div>${length}</div></div>`).join('')}</div>`,
  'a table with the label in each row': (rows) =>
    `<table>${rows.map(({ link, value }) => `<tr><td>${link}</td><td>${LABEL} : ${value}</td></tr>`).join('')}</table>`,
  'rows without one cell': (rows) =>
    `<table><tr><th>課程名稱</th><th>課程長度</th><th>${LABEL}</th></tr>${rows.map(({ link, value, length }, index) => (index % 3 === 1 ? `<tr><td>${link}</td><td colspan="2">${value}</td></tr>` : `<tr><td>${link}</td><td>${length}</td><td>${value}</td></tr>`)).join('')}</table>`,
  flat: (rows) => rows.map(({ link, value }) => `<h4>${link}</h4><p>${LABEL} : ${value}</p>`).join(''),
};

/** What no number of hours can be read from. */
const UNSAID = [
  '1 ~ 2 小時',
  '90 分鐘',
  '認證中',
  '',
  '2',
  '<s>2 小時</s>',
  '<img alt="" src="data:,">小時',
  '<span hidden>3 小時</span>',
  '1<sup>1</sup> 小時',
  '2 小時起',
];
const HOURS = [0, 0, 0.5, 1, 1, 1.5, 2, 2, 3, 6];

/** Draws a list of 2 to 13 courses. */
export function drawList(random: Random): DrilledList {
  const isPlain = random.below(4) === 0;
  const [build, set] = isPlain ? random.pick(Object.entries(BUILDS).slice(0, 3)) : random.pick(Object.entries(BUILDS));
  const truth: (number | null)[] = [];
  const rows = Array.from({ length: 2 + random.below(12) }, (_, index): Row => {
    const isUnsaid = !isPlain && random.below(5) === 0;
    const hours = random.pick(HOURS);
    truth.push(isUnsaid ? null : hours);
    return {
      link: `<a href="/info/${10012345 + index}">課程${'甲乙丙丁戊己庚'[index % 7]}</a>`,
      value: isUnsaid ? random.pick(UNSAID) : `${hours} 小時`,
      length: `${hours + 1} 小時`,
    };
  });
  const extra = isPlain
    ? ''
    : random.pick([
        '',
        '<p><a href="/info/10088888">本月推薦</a></p>',
        `<p>${LABEL}說明：每年 20 小時。</p>`,
        '<div><a href="/info/10088888">別的</a> <b>3 小時</b></div>',
      ]);
  return {
    html: `<!doctype html><body><form><label>${LABEL} <input name="a"> 小時</label></form><div><a href="#s">${LABEL}</a></div><main><section>${set(rows)}</section>${extra}</main></body>`,
    truth,
    isPlain,
    what: `${build} · ${extra}`,
  };
}

import type { Random } from '../../../drills/random';

/** A made-up page of a course, and what a person reads there: the hours, or null where nobody can say. */
export interface DrilledCourse {
  html: string;
  truth: number | null;
  /** Nothing about it is out of the ordinary: it must be told. */
  isPlain: boolean;
  what: string;
}

/** A label and its value, as HTML. */
type Fact = [label: string, value: string];

const DATES = '2026-01-01 ~ 2026-12-31';

/** How a page may set its list of facts. The first three are those of the replicas. */
const BUILDS: Record<string, (facts: readonly Fact[]) => string> = {
  items: (facts) => `<ul>${facts.map(([label, value]) => `<li><b>${label}</b>${value}</li>`).join('')}</ul>`,
  definitions: (facts) => `<dl>${facts.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('\n')}</dl>`,
  rows: (facts) => `<table>${facts.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('')}</table>`,
  colons: (facts) => `<div>${facts.map(([label, value]) => `<p>${label}：${value}</p>`).join('\n')}</div>`,
  lines: (facts) => `<p>${facts.map(([label, value]) => `<strong>${label}</strong> : ${value}`).join('<br>\n')}</p>`,
  oneRow: (facts) => `<table><tr>${facts.map(([label, value]) => `<th>${label}</th><td>${value}</td>`).join('')}</tr></table>`,
  divs: (facts) => `<div>${facts.map(([label, value]) => `<div><span>${label}</span> <span>${value}</span></div>`).join('')}</div>`,
};

const plain = (hours: number) => `${hours} 小時`;
const wide = (text: string) => text.replace(/[0-9.:]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** How a page may write a number of hours that is one. */
const WRITTEN: Record<string, (hours: number) => string> = {
  'wide digits': (hours) => `${wide(String(hours))}　小時`,
  'no space': (hours) => `${hours}小時`,
  'one decimal': (hours) => `${hours.toFixed(1)} 小時`,
  bold: (hours) => `<b>${hours}</b> 小時`,
  'unit in a box of its own': (hours) => `<span>${hours}</span><small>小時</small>`,
  'a colon': (hours) => `: ${hours} 小時`,
  'short unit': (hours) => `${hours} 時`,
  hr: (hours) => `${hours} hr`,
  simplified: (hours) => `${hours} 小时`,
  'wrapped by a translator': (hours) => `<font><font>${hours} 小時</font></font>`,
  'a comment in it': (hours) => `${hours}<!-- --> 小時`,
  'digits apart': (hours) => `<i>${String(hours).slice(0, 1)}</i>${String(hours).slice(1)} 小時`,
  'an older number struck out': (hours) => `<del>${hours + 1} 小時</del> ${hours} 小時`,
  'another number hidden': (hours) => `<span style="display:none">${hours + 3} 小時</span>${hours} 小時`,
  'another number hidden by attribute': (hours) => `${hours} 小時<span hidden> ~ ${hours + 2} 小時</span>`,
  'a class hides another': (hours) => `<em class="off">${hours + 2}</em>${hours} 小時`,
};

/** What is no number of hours, or not one alone. */
const UNSAID: Record<string, (hours: number) => string> = {
  'a range': (hours) => `${hours} ~ ${hours + 1} 小時`,
  'a range in pieces': (hours) => `<span>${hours} 小時</span><span>～ ${hours + 1} 小時</span>`,
  'a range in words': (hours) => `<b>${hours} 小時</b><b>至 ${hours + 2} 小時</b>`,
  minutes: (hours) => `${hours * 60} 分鐘`,
  'hours and minutes': (hours) => `${hours} 小時 30 分`,
  'no unit': (hours) => `${hours}`,
  'at least': (hours) => `<b>${hours} 小時</b><i>以上</i>`,
  'at most': (hours) => `最高 ${hours} 小時`,
  'a sign for another text': () => '詳見課程簡介',
  'a picture': () => '<img alt="" src="data:,"> 小時',
  'a picture between digits': (hours) => `${hours}<img alt="" src="data:,">5 小時`,
  'a raised sign': (hours) => `${hours}² 小時`,
  'a raised element': (hours) => `${hours}<sup>1</sup> 小時`,
  'a field': () => '<input value="2"> 小時',
  'two numbers': (hours) => `公務人員 ${hours} 小時、教師 ${hours + 1} 小時`,
  'a part': (hours) => `${hours}/2 小時`,
  half: () => '半小時',
  points: (hours) => `${hours} 點`,
  'a sign nobody sees': (hours) => `${hours}\u200b0 小時`,
  nothing: () => '',
  'the number hidden': (hours) => `<span style="visibility:hidden">${hours}</span> 小時`,
  'all of it hidden': (hours) => `<span style="display:none">${hours} 小時</span>`,
  'struck out': (hours) => `<s>${hours} 小時</s>`,
  'pushed off the page': (hours) => `<span style="position:absolute;left:-9999px">${hours} 小時</span>`,
};

const OTHERS = ['課程長度', '影片時數', '研習時數', '上課時數', '閱讀時數', '環境教育時數', '認證時數上限', '非認證時數', '最低認證時數'];

/** Things about the page around the list. `changes`: what a person can still read. */
const AROUND: Record<string, (hours: number, random: Random) => { before?: string; after?: string; contradicts?: boolean }> = {
  nothing: () => ({}),
  'other courses by links': (hours) => ({
    after: `<h3>推薦課程</h3><div class="card"><a href="/info/10077777">別的課</a><p>認證時數 : ${hours + 2} 小時</p></div>`,
  }),
  'other courses, dates and all': (hours) => ({
    after: `<div class="card"><a href="/info/10077777">別的課</a><ul><li>報名期間 ${DATES}</li><li>認證時數 : ${hours + 2} 小時</li></ul></div>`,
  }),
  'other courses, flat': (hours) => ({ after: `<h4><a href="/info/10077777">別的課</a></h4><p>認證時數 : ${hours + 2} 小時</p>` }),
  'other courses without links': (hours) => ({ after: `<h3>推薦課程</h3><div class="card"><div>別的課</div><div>認證時數 : ${hours + 4} 小時</div></div>` }),
  'other courses before it': (hours) => ({ before: `<aside><a href="/info/10077777">別的課</a><p>認證時數 : ${hours + 2} 小時</p></aside>` }),
  'a notice that agrees': (hours) => ({ after: `<p>本課程認證時數為 ${hours} 小時，請把握。</p>` }),
  'a notice that does not': (hours) => ({ after: `<p>※本課程認證時數自即日起為 ${hours + 1} 小時。</p>`, contradicts: true }),
  'a notice before it': (hours) => ({ before: `<div class="note">認證時數由<b>${hours + 2} 小時</b>調整</div>`, contradicts: true }),
  'a second line of another number': (hours) => ({ after: `<p>認證時數 : ${hours + 2} 小時</p>`, contradicts: true }),
  'a table of bodies': (hours) => ({ after: `<h3>認證時數</h3><table><tr><td>教師</td><td>${hours + 1} 小時</td></tr></table>`, contradicts: true }),
  'a sentence without a number': () => ({ after: '<p>認證時數以主管機關公告為準。</p>' }),
  'a hidden pane': (hours) => ({ after: `<div hidden><p>認證時數 : ${hours + 3} 小時</p></div>` }),
};

const HOURS = [0, 0, 0.5, 1, 1, 1.5, 2, 2, 3, 6, 10, 18];

/** Draws one page: a build of the list, a way of writing, other facts, and what stands around it. */
export function drawCourse(random: Random): DrilledCourse {
  const hours = random.pick(HOURS);
  const [build, set] = random.pick(Object.entries(BUILDS));
  const isUnsaid = random.below(3) === 0;
  const isPlain = !isUnsaid && random.below(4) === 0;
  const [written, write] = isPlain ? (['plain', plain] as const) : random.pick(Object.entries(isUnsaid ? UNSAID : WRITTEN));
  const [around, surround] = isPlain ? (['nothing', AROUND.nothing as (typeof AROUND)[string]] as const) : random.pick(Object.entries(AROUND));
  const others = isPlain ? [] : random.shuffle(OTHERS).slice(0, random.below(4));
  const isMissing = !isPlain && random.below(8) === 0;
  const more = others.map((label, index): Fact => [label, plain(hours + index + 1)]);
  const own: Fact[] = isMissing ? [] : [['認證時數', write(hours)]];
  const rest = random.shuffle<Fact>([...own, ...more, ['報名身分', '任何人']]);
  const facts: Fact[] = [['報名期間', DATES], ['上課期間', DATES], ...rest];
  const { before = '', after = '', contradicts = false } = surround(hours, random);
  const isReversed = !isPlain && random.below(10) === 0;
  const list = isReversed ? reversed(facts) : set(facts);
  const html = `<!doctype html><style>.off{display:none}</style><body><main><h1>課程</h1>${before}${list}<button>報名課程</button>
<ul><li><a href="#a">課程介紹</a></li><li><a href="#b">認證時數</a></li></ul><h3>通過條件</h3><ol><li>閱讀時數達 60 分鐘以上</li><li>測驗成績達 75 分以上</li></ol>${after}</main></body>`;
  return {
    html,
    truth: isUnsaid || isMissing || contradicts ? null : hours,
    isPlain,
    what: [isReversed ? 'reversed' : build, isMissing ? 'no line' : written, around, ...others].join(' · '),
  };
}

/** The value before its label: in one row, or row by row. */
function reversed(facts: readonly Fact[]): string {
  const cells = facts.map(([label, value]) => `<td>${value}</td><td>${label}</td>`);
  return `<table>${facts.length % 2 === 0 ? cells.map((pair) => `<tr>${pair}</tr>`).join('') : `<tr>${cells.join('')}</tr>`}</table>`;
}

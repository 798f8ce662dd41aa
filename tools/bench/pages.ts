import type { SiteAnswer, SiteRequest } from '../browser/site-server';
import { readReplica } from '../site/replica-site';
import { seededRandom } from './statistics';

/** A host that the extension has nothing to do with. */
export const OTHER_HOST = 'www.example.org';

const STEP_PATH = '/mooc/user/registration_center.php';
const QUIET_PATH = '/mooc/co_sitemap.php';
const QUESTION_PATH = '/mooc/co_new_member_1.php';

/** The field that is ringed on the step page, as a selector for what is hard-wired to it. */
export const TARGET = 'input[name="certification_hours_minimum"]';
/** A control of the step page that means nothing to anyone. */
export const PLAIN_BUTTON = '#btn-search';

/** A page that is a step of ours: the course centre, with courses up to about so many elements. */
export function stepAddress(nodes: number): string {
  return `https://elearn.hrd.gov.tw${STEP_PATH}?nodes=${nodes}`;
}

/** A page of a guided site that is no step. */
export function quietAddress(nodes: number): string {
  return `https://elearn.hrd.gov.tw${QUIET_PATH}?nodes=${nodes}`;
}

/** The step page on a host that is not guided. */
export function otherAddress(nodes: number): string {
  return `https://${OTHER_HOST}${STEP_PATH}?nodes=${nodes}`;
}

/** The step page, 1,000 elements, with one of `PAGE_SCRIPTS` in it. */
export function scriptedAddress(script: string): string {
  return `${stepAddress(1000)}&script=${script}`;
}

/** The certificate question, where a wrong choice is held; it counts its layout shifts. */
export function questionAddress(): string {
  return `https://elearn.hrd.gov.tw${QUESTION_PATH}?script=shift`;
}

/** The builds of a page that speaks of the hours of many courses: a list as it was recorded, one of cards, one course with the others beside it. */
export const HOURS_BUILDS = ['rows', 'cards', 'beside one course'] as const;
export type HoursBuild = (typeof HOURS_BUILDS)[number];
const HOURS_PATHS: Record<HoursBuild, string> = {
  rows: '/mooc/explorer.php',
  cards: '/mooc/learn_map/explorer.php',
  'beside one course': '/info/10012345',
};

/** A page with so many courses added to the few that it has. */
export function hoursAddress(build: HoursBuild, courses: number): string {
  return `https://elearn.hrd.gov.tw${HOURS_PATHS[build]}?courses=${courses}`;
}

const PAGES: Readonly<Record<string, (count: number) => string>> = {
  [STEP_PATH]: stepPage,
  [QUIET_PATH]: quietPage,
  [QUESTION_PATH]: () => bare('elearn/05-certificate-question/replica.html'),
  [HOURS_PATHS.rows]: (courses) => withBlocks(bare('elearn/15-course-list/replica.html'), courses, /<\/main>/, courseRow),
  [HOURS_PATHS.cards]: (courses) => withBlocks(bare('elearn/15-course-list/replica.cards.html'), courses, /<\/div>\s*<p>客服/, courseCard),
  [HOURS_PATHS['beside one course']]: (courses) => withBlocks(bare('elearn/13-course-page/replica.range.html'), courses, /<\/div>\s*<p>客服/, courseBox),
};

/** Serves the pages above, made from replicas. They bring no script of their own but one that a measure asks for (`?script=`). */
export function benchSite(scripts: Readonly<Record<string, string>>): (request: SiteRequest) => SiteAnswer | null {
  return ({ path, query }) => {
    const make = PAGES[path];
    if (make === undefined) return null;
    const script = scripts[query.get('script') ?? ''];
    const html = make(Number(query.get('courses') ?? query.get('nodes') ?? 1000));
    // Isolation from other origins makes the page's clock finer: 5 µs instead of 100.
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    return { headers, body: script === undefined ? html : html.replace('</head>', `<script>${script}</script></head>`) };
  };
}

function stepPage(nodes: number): string {
  return filledUp(bare('elearn/12-course-centre/replica.html'), nodes, /<\/div>\s*<\/main>/, 5, (index, words) => {
    const name = `${words()}${words()}${index}`;
    return `<div class="tb-row"><div><a href="/info/${20000000 + index}">${name}</a></div><div>${index % 4} 小時</div><div>未選課</div></div>`;
  });
}

function quietPage(nodes: number): string {
  return filledUp(bare('lookalikes/site-map.html'), nodes, /<\/div>\s*<\/main>/, 4, (index, words) => {
    return `<div><h2>${words()}${index}</h2><p><a href="/mooc/co_page_${index}.php">${words()}說明</a></p></div>`;
  });
}

type Block = (index: number, words: () => string) => string;

/** Every fourth gives none. */
const hoursOf = (index: number) => `${index % 4} 小時`;

const courseRow: Block = (index, words) => `<div class="row">
    <h3><a href="/info/${20000000 + index}">${words()}${words()}${index}</a></h3>
    <span>報名期間 2026-01-01 ~ 2026-12-31</span><span>上課期間 2026-01-01 ~ 2026-12-31</span><br>
    <span>認證時數 : ${hoursOf(index)}</span><span>報名身分 任何人</span>
    <a class="go" href="/info/${20000000 + index}">報名課程</a>
  </div>`;

const courseCard: Block = (index, words) =>
  `<a class="card" href="/info/${20000000 + index}"><b>${words()}${index}</b><br><span>認證時數</span> <span>${hoursOf(index)}</span><br>報名身分 任何人</a>`;

const courseBox: Block = (index, words) =>
  `<div class="card"><a href="/info/${20000000 + index}">${words()}${index}</a><p>報名期間 2026-01-01 ~ 2026-12-31</p><p>認證時數 : ${hoursOf(index)}</p></div>`;

function bare(replica: string): string {
  return readReplica(replica).replace(/<script src="\/replica\.js"><\/script>/, '');
}

const WORDS = ['河川', '資訊安全', '公文', '性別平等', '防災', '環境', '健康', '法規', '預算', '採購', '檔案', '語言', '攝影', '統計', '倫理'];

/** Adds blocks before the end of a page until it has about so many elements. */
function filledUp(html: string, nodes: number, end: RegExp, perBlock: number, block: Block): string {
  const own = html.match(/<[a-z]/g)?.length ?? 0;
  return withBlocks(html, Math.max(0, Math.ceil((nodes - own) / perBlock)), end, block, nodes);
}

/** Adds so many blocks before the end of a page. */
function withBlocks(html: string, count: number, end: RegExp, block: Block, seed = count): string {
  const random = seededRandom(seed);
  const words = () => WORDS[Math.floor(random() * WORDS.length)] as string;
  const blocks = Array.from({ length: count }, (_, index) => block(index, words)).join('\n');
  if (!end.test(html)) throw new Error(`the replica no longer ends with ${end}, where the bench adds to it`);
  return html.replace(end, (found) => `${blocks}${found}`);
}

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

const PAGES: Readonly<Record<string, (nodes: number) => string>> = {
  [STEP_PATH]: stepPage,
  [QUIET_PATH]: quietPage,
  [QUESTION_PATH]: () => bare('elearn/05-certificate-question/replica.html'),
};

/** Serves the pages above, made from replicas. They bring no script of their own but one that a measure asks for (`?script=`). */
export function benchSite(scripts: Readonly<Record<string, string>>): (request: SiteRequest) => SiteAnswer | null {
  return ({ path, query }) => {
    const make = PAGES[path];
    if (make === undefined) return null;
    const script = scripts[query.get('script') ?? ''];
    const html = make(Number(query.get('nodes') ?? 1000));
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

function bare(replica: string): string {
  return readReplica(replica).replace(/<script src="\/replica\.js"><\/script>/, '');
}

const WORDS = ['河川', '資訊安全', '公文', '性別平等', '防災', '環境', '健康', '法規', '預算', '採購', '檔案', '語言', '攝影', '統計', '倫理'];

/** Adds blocks before the end of a page until it has about so many elements. */
function filledUp(html: string, nodes: number, end: RegExp, perBlock: number, block: (index: number, words: () => string) => string): string {
  const random = seededRandom(nodes);
  const words = () => WORDS[Math.floor(random() * WORDS.length)] as string;
  const own = html.match(/<[a-z]/g)?.length ?? 0;
  const count = Math.max(0, Math.ceil((nodes - own) / perBlock));
  const blocks = Array.from({ length: count }, (_, index) => block(index, words)).join('\n');
  if (!end.test(html)) throw new Error(`the replica no longer ends with ${end}, where the bench adds to it`);
  return html.replace(end, (found) => `${blocks}${found}`);
}

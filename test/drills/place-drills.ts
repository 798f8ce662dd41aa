import { type Drill, type Drilled, wordsOn } from '../../drills/drill';

/** The whole page somewhere else, at another address, or among other things. */

/** In the frame itself nothing is different but that it knows to be one. */
function intoFrame(page: Drilled) {
  if (page.framed) return false;
  page.framed = true;
  return true;
}

function intoShadowRoot({ document }: Drilled) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.append(...[...document.querySelectorAll('style')].map((sheet) => sheet.cloneNode(true)), ...[...document.body.childNodes]);
  document.body.append(host);
  return true;
}

function intoModalDialog({ document }: Drilled) {
  const dialog = document.createElement('dialog');
  dialog.append(...[...document.body.childNodes]);
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

function addAdvertisement({ document, target }: Drilled) {
  const words = wordsOn(target) || '登入';
  const add = (html: string, where: 'prepend' | 'append') => {
    const block = document.createElement('div');
    block.innerHTML = html;
    document.body[where](block);
  };
  add('<div style="background: #fc0">系統公告：本網站將於週日凌晨維護。</div>', 'prepend');
  add(`<p>新消息：現在就<a href="https://advertisement.example/">${words}</a>，抽大獎！</p><img alt="${words}有好禮" width="200" height="40">`, 'prepend');
  add('<p>本網站使用 Cookie。</p><button>我知道了</button>', 'append');
  return true;
}

function otherPath({ address, random }: Drilled) {
  address.path = random.pick(['/new/page', '/Portal/V2/Default.aspx', '/app/', '/zh-tw/member/entry.html']);
  return true;
}

/** The account site answers to any case, and both put parameters where they like; the guide reads none of them. */
function otherCase({ address }: Drilled) {
  const upper = address.path.toUpperCase();
  address.path = upper === address.path ? address.path.toLowerCase() : upper;
  return true;
}

/** Parameters are no part of what the engine is given; on the page they change where links lead. */
function otherParameters({ document, random }: Drilled) {
  const links = [...document.querySelectorAll('a[href]')].filter((link) => !(link.getAttribute('href') ?? '').startsWith('#'));
  const token = random.below(1_000_000);
  for (const link of links) link.setAttribute('href', `${(link.getAttribute('href') ?? '').split('?')[0]}?ReturnURL=%2Fx&t=${token}`);
  return links.length > 0;
}

export const PLACE_DRILLS: Drill[] = [
  { name: 'moved into a frame', keeps: 'words', apply: intoFrame },
  { name: 'moved into a modal dialog', keeps: 'words', apply: intoModalDialog },
  { name: 'moved into an open shadow root', keeps: 'words', apply: intoShadowRoot },
  { name: 'banner, cookie bar and advertisement', keeps: 'words', apply: addAdvertisement },
  { name: 'another path', keeps: 'words', apply: otherPath },
  { name: 'path in another case', keeps: 'words', apply: otherCase },
  { name: 'other parameters', keeps: 'words', apply: otherParameters },
];

/** How the marks of the replicas are kept: the word of `data-expect` for each element that has one. */
export type Marks = ReadonlyMap<Element, string>;

/** What the picture of every captcha says here. */
export const CAPTCHA = '7K3P';

/** Our own page that shows a page of the sites in a frame. */
export const PAGE = 'practice-page.html';

/**
 * Draws a replica into a page of our own, as the sites would show it. Addresses become the true ones, frames our own; nothing of it runs.
 * A site's style is adopted, since our pages allow none of their own making.
 *
 * @param document is empty
 * @param html of the replica
 * @param address of the page
 * @returns the marks, which are off the page: the guide must not see them
 */
export function drawReplica(document: Document, html: string, address: URL): Map<Element, string> {
  const drawn = new DOMParser().parseFromString(html, 'text/html');
  const marks = new Map<Element, string>();
  adoptStyles(document, drawn);
  for (const script of drawn.querySelectorAll('script, base, meta')) script.remove();
  for (const element of drawn.querySelectorAll('*')) {
    const mark = element.getAttribute('data-expect');
    if (mark !== null) marks.set(element, mark);
    element.removeAttribute('data-expect');
    makeAddressesTrue(element, address);
    moveStyle(element);
    drawWords(element);
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name);
  }
  document.title = drawn.title;
  copyAttributes(drawn.documentElement, document.documentElement);
  copyAttributes(drawn.body, document.body);
  document.body.replaceChildren(...[...drawn.body.childNodes].map((node) => document.adoptNode(node)));
  return marks;
}

function adoptStyles(document: Document, drawn: Document) {
  const { CSSStyleSheet: Sheet } = document.defaultView as Window & typeof globalThis;
  for (const style of drawn.querySelectorAll('script[type="text/css"]')) {
    const sheet = new Sheet();
    sheet.replaceSync(style.textContent ?? '');
    document.adoptedStyleSheets.push(sheet);
  }
}

function makeAddressesTrue(element: Element, address: URL) {
  for (const name of ['href', 'action', 'src']) {
    const written = element.getAttribute(name);
    // A place on the page itself stays one; the picture of a captcha is written out.
    if (written === null || written.startsWith('#') || written.startsWith('data:')) continue;
    const { href, protocol } = new URL(written, address);
    if (element.localName === 'iframe') element.setAttribute(name, protocol === 'https:' ? frameAddress(href) : 'about:blank');
    else if (protocol === 'https:') element.setAttribute(name, href);
    else element.removeAttribute(name);
    if (name === 'href' && element.hasAttribute('data-dialog')) element.setAttribute('data-frame', frameAddress(href));
  }
}

/** Where our own page shows that address. */
export function frameAddress(href: string, visit: number | null = null): string {
  return `${PAGE}${visit === null ? '' : `?${visit}`}#${href}`;
}

/** The pictures of words, of which replicas have only the name, as pictures of that name; of a captcha, what the practice cards say. */
function drawWords(element: Element) {
  const words = element.getAttribute('alt') ?? '';
  if (element.localName !== 'img' || words === '') return;
  const [width, height] = ['width', 'height'].map((side) => Number(element.getAttribute(side)) || 120) as [number, number];
  const isCaptcha = words.includes('驗證碼');
  const shown = isCaptcha ? CAPTCHA : words.replace(/[<&"]/g, '');
  const text = `<text x="50%" y="50%" dominant-baseline="central" text-anchor="middle" font-size="20" font-family="sans-serif" fill="${isCaptcha ? '#333' : '#fff'}">${shown}</text>`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${isCaptcha ? '<rect width="100%" height="100%" fill="#eee"/>' : ''}${text}</svg>`;
  element.setAttribute('src', `data:image/svg+xml,${encodeURIComponent(picture)}`);
}

/** A written style would be refused, and has another name here (tools/build/replicas.ts); what is set by script is not. */
function moveStyle(element: Element) {
  const text = element.getAttribute('data-style');
  if (text === null) return;
  element.removeAttribute('data-style');
  (element as HTMLElement).style.cssText = text;
}

function copyAttributes(from: Element, to: Element) {
  for (const { name, value } of [...from.attributes]) if (!name.endsWith('style')) to.setAttribute(name, value);
}

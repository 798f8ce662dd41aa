import { Window } from 'happy-dom';

/** What a replica has no use for, or may not hold: what runs, what is drawn, what is stored, what is the site's own design. */
const DROPPED = 'script, noscript, template, style, link, meta, base, svg, canvas, audio, video, object, embed, picture > source';

/** What a page is told by, and how it is built. Everything else may hold what belongs to a person, a session or the site's design. */
const KEPT = new Set(
  'id class name type role for alt title placeholder lang dir colspan rowspan scope hidden disabled readonly required inert open popover tabindex method maxlength contenteditable'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['href', 'action', 'src', 'formaction']);
const PRESSED_INPUT = /^(submit|button|reset)$/i;

/** Elements that a browser sets in a block of their own: where a line of the file may end without a change of the page. */
const BLOCKS =
  'html|head|title|body|header|footer|main|nav|section|article|aside|div|p|form|fieldset|legend|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|iframe|dialog|hr';

/**
 * A saved page with nothing left but words, order, controls and links, as a replica is: no script, no style sheet, no picture, no value
 * of a field, no query in an address. Of the file's style sheets two effects stay: what they hide is marked `hidden`, and a link that they
 * draw as a box keeps `display`, since a link amid words counts as one of them.
 *
 * @param html as the browser saved it
 * @param url where it was
 */
export function barePage(html: string, url: string): string {
  const window = new Window({ url, settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true, disableIframePageLoading: true } as never });
  try {
    window.document.write(html);
    const document = window.document as unknown as Document;
    const boxes = linksDrawnAsBoxes(document, window);
    hideWhatIsHidden(document, window);
    for (const element of document.querySelectorAll(DROPPED)) element.remove();
    for (const field of document.querySelectorAll('input')) if (field.getAttribute('type')?.toLowerCase() === 'hidden') field.remove();
    for (const comment of commentsBelow(document)) comment.remove();
    for (const element of document.querySelectorAll('*')) strip(element, url);
    for (const link of boxes) link.setAttribute('style', 'display: inline-block');
    return fileOf(document);
  } finally {
    void window.happyDOM.close();
  }
}

function linksDrawnAsBoxes(document: Document, window: Window): Element[] {
  return [...document.body.querySelectorAll('a')].filter((link) => /block|flex|grid/.test(window.getComputedStyle(link as never).display));
}

function hideWhatIsHidden(document: Document, window: Window) {
  for (const element of document.body.querySelectorAll('*')) {
    const { display, visibility } = window.getComputedStyle(element as never);
    if ((display === 'none' || visibility === 'hidden') && !element.matches('option, script, style, template, noscript')) element.setAttribute('hidden', '');
  }
}

function commentsBelow(document: Document): ChildNode[] {
  const found: ChildNode[] = [];
  const walk = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 8) found.push(child);
      else walk(child);
    }
  };
  walk(document);
  return found;
}

function strip(element: Element, url: string) {
  for (const { name, value } of [...element.attributes]) {
    const isLabel = name === 'value' && element.localName === 'input' && PRESSED_INPUT.test(element.getAttribute('type') ?? '');
    if (ADDRESSES.has(name) && element.localName !== 'img') setAddress(element, name, value, url);
    else if (!KEPT.has(name) && !name.startsWith('aria-') && !isLabel) element.removeAttribute(name);
  }
  if (element.localName === 'textarea' || element.hasAttribute('contenteditable')) element.replaceChildren();
}

/** Host and path; what only runs a script keeps a mark that it does. */
function setAddress(element: Element, name: string, value: string, base: string) {
  const address = value.startsWith('#') || !URL.canParse(value, base) ? null : new URL(value, base);
  if (address?.protocol === 'javascript:') element.setAttribute(name, 'javascript:void(0)');
  else if (address === null || !/^https?:$/.test(address.protocol)) element.setAttribute(name, '#');
  else element.setAttribute(name, address.host === new URL(base).host ? address.pathname : `${address.protocol}//${address.host}${address.pathname}`);
}

function fileOf(document: Document): string {
  const body = document.body.outerHTML
    .replace(/\s+/g, ' ')
    .replace(new RegExp(` ?(<(?:${BLOCKS})\\b)`, 'g'), '\n$1')
    .replace(/ ?(<\/(?:body|main|form|table|tbody|ul|ol|nav|section|article|dialog|fieldset)>)/g, '\n$1');
  const language = document.documentElement.getAttribute('lang') ?? 'zh-Hant-TW';
  const title = document.createElement('title');
  title.textContent = document.title;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    title.outerHTML,
    '</head>',
    `${body.trim()}`,
    '</html>',
    '',
  ].join('\n');
}

/** Lines of a page that may hold what belongs to a person, to be looked at before the page is kept. */
export function linesToLookAt(html: string): string[] {
  const isSuspect = (line: string) => /@|\d{5}|[A-Z]\d{6}|(您好|先生|小姐|姓名[:：]\s*\S)/iu.test(line.replace(/<[^>]*>/g, ' '));
  return html.split('\n').flatMap((line, index) =>
    isSuspect(line)
      ? [
          `${index + 1}: ${line
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim()
            .slice(0, 120)}`,
        ]
      : [],
  );
}

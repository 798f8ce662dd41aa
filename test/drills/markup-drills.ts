import { controlRole } from '../../engine/facts/control-role';
import { type Drill, type Drilled, remake, textNodes } from './drill';

/** Redesigns of the markup: every word stays, so the guide must point at the same element. */

const eachElement = (document: Document, act: (element: Element) => void) => {
  for (const element of [...document.body.querySelectorAll('*')]) act(element);
};

function drop(...names: string[]) {
  return ({ document }: Drilled) => {
    eachElement(document, (element) => {
      // Ids that labels point at are what a person hears, not a hook of ours.
      const isPointedAt = names.includes('id') && document.querySelector(`[for="${element.id}"], [aria-labelledby~="${element.id}"]`) !== null;
      for (const name of names) if (!(name === 'id' && isPointedAt)) element.removeAttribute(name);
    });
    return true;
  };
}

/** Without style sheets there is no telling a block that a class hides, so classes are renamed together with their rules. */
function renameClasses({ document }: Drilled) {
  const renamed = new Map<string, string>();
  const other = (name: string) => renamed.get(name) ?? (renamed.set(name, `r${renamed.size}`).get(name) as string);
  eachElement(document, (element) => {
    const list = [...element.classList].filter((name) => !/^fancybox-(container|overlay)$|^modal$/.test(name));
    for (const name of list) element.classList.replace(name, other(name));
  });
  for (const sheet of document.querySelectorAll('style')) {
    sheet.textContent = (sheet.textContent ?? '').replace(/\.([a-zA-Z_][\w-]*)/g, (whole, name: string) =>
      renamed.has(name) ? `.${renamed.get(name)}` : whole,
    );
  }
  return renamed.size > 0;
}

function wrapControls({ document, random }: Drilled) {
  eachElement(document, (element) => {
    if (controlRole(element) === null || element.closest('label') !== null) return;
    const depth = 1 + random.below(4);
    for (let level = 0; level < depth; level += 1) {
      // A block around a link amid words would take it out of its sentence.
      const standsInWords = [...(element.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      const wrapper = document.createElement(standsInWords ? 'span' : random.pick(['span', 'div']));
      if (wrapper.localName === 'div' && element.closest('p, span, label') !== null) continue;
      if (element.parentElement?.matches('tr, table, tbody, ul, ol, select, fieldset') === true) continue;
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  });
  return true;
}

/** Rows, items and columns of one kind change places; what belongs together in one of them stays together. */
function reorderSiblings({ document, random }: Drilled) {
  let changed = false;
  for (const parent of document.body.querySelectorAll('ul, ol, tbody, form, section, nav, div')) {
    const children = [...parent.children].filter(({ localName }) => !['script', 'style'].includes(localName));
    const isOneKind =
      children.length >= 2 &&
      children.every(
        ({ localName, className }) =>
          localName === children[0]?.localName && className === children[0]?.className && ['li', 'tr', 'div', 'section'].includes(localName),
      );
    if (!isOneKind || parent.querySelector('th') !== null) continue;
    parent.append(...random.shuffle(children));
    changed = true;
  }
  return changed;
}

function headingsToDivs(page: Drilled) {
  const headings = [...page.document.body.querySelectorAll('h1, h2, h3, h4, h5, h6, legend')];
  for (const heading of headings) remake(heading, 'div', {}, page);
  return headings.length > 0;
}

function divsToHeadings(page: Drilled) {
  const blocks = [...page.document.body.querySelectorAll('div, p')].filter(
    (block) => block.children.length === 0 && (block.textContent ?? '').trim() !== '' && block.getAttribute('role') === null,
  );
  for (const block of blocks) remake(block, page.random.pick(['h2', 'h3', 'h4']), {}, page);
  return blocks.length > 0;
}

const BUTTON_BUILDS: Record<string, (element: Element, page: Drilled) => void> = {
  button: (element, page) => void remake(element, 'button', {}, page),
  link: (element, page) => void remake(element, 'a', { href: element.getAttribute('href') ?? '/mooc/next.php' }, page),
  'div with a role': (element, page) => void remake(element, 'div', { role: 'button', tabindex: '0' }, page),
  'input of type submit': (element, page) => {
    const words = (element.textContent ?? '').trim();
    if (words === '') return;
    element.replaceChildren();
    remake(element, 'input', { type: 'submit', value: words }, page);
  },
  'picture with alt': (element, page) => {
    const words = (element.textContent ?? '').trim();
    if (words === '') return;
    const picture = page.document.createElement('img');
    picture.setAttribute('alt', words);
    element.replaceChildren(picture);
  },
};

/** Only what stands by itself: a link in a sentence stays a link in a sentence. */
function rebuildButtons(build: string): Drill['apply'] {
  return (page) => {
    const pressed = [...page.document.body.querySelectorAll('a, button')].filter(
      (element) => element === page.target || (element.localName === 'button' && element.children.length === 0),
    );
    for (const element of pressed) BUTTON_BUILDS[build]?.(element, page);
    return pressed.length > 0;
  };
}

/** Every labelled field gets its label by another build. */
function relabel(build: 'wrap' | 'for' | 'aria-label' | 'placeholder' | 'cell before'): Drill['apply'] {
  return (page) => {
    let changed = false;
    const { document } = page;
    let number = 0;
    for (const label of [...document.querySelectorAll('label')]) {
      const field = (label as HTMLLabelElement).control as Element | null;
      if (field === null || field.getAttribute('type') === 'hidden') continue;
      const isChoice = ['radio', 'checkbox'].includes(field.getAttribute('type') ?? '');
      if (isChoice && (build === 'placeholder' || build === 'cell before')) continue;
      const words = [...label.childNodes]
        .map((node) => (node.nodeType === 3 ? (node as Text).data : node === field ? '' : (node.textContent ?? '')))
        .join('')
        .trim();
      if (words === '' || label.contains(field) === (build === 'wrap')) continue;
      const wasInside = label.contains(field);
      field.removeAttribute('placeholder');
      if (wasInside) label.before(field);
      if (build === 'wrap') label.append(field);
      else if (build === 'for') {
        number += 1;
        field.setAttribute('id', `field-${number}`);
        label.setAttribute('for', `field-${number}`);
      } else {
        if (build === 'cell before') {
          const row = document.createElement('table');
          row.innerHTML = '<tr><td></td><td></td></tr>';
          field.before(row);
          (row.querySelector('td') as Element).textContent = words;
          (row.querySelector('td:last-child') as Element).append(field);
          field.removeAttribute('aria-label');
        } else field.setAttribute(build, words);
        label.remove();
      }
      changed = true;
    }
    return changed;
  };
}

function intoShadowRoot({ document }: Drilled) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.append(...[...document.querySelectorAll('style')].map((sheet) => sheet.cloneNode(true)), ...[...document.body.childNodes]);
  document.body.append(host);
  return root.querySelector('[for]') === null && root.querySelector('label') === null;
}

function intoDialog({ document }: Drilled) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  dialog.append(...[...document.body.childNodes]);
  document.body.append(dialog);
  return true;
}

/** What a translator leaves around text that it did not have to change. */
function wrapText({ document }: Drilled) {
  for (const node of textNodes(document)) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    node.replaceWith(outer);
    outer.append(inner);
    inner.append(node);
  }
  return true;
}

function addAdvertisement({ document, target }: Drilled) {
  const words = (target?.textContent ?? '').trim() || target?.getAttribute('value') || '登入';
  const add = (html: string, where: 'prepend' | 'append') => {
    const block = document.createElement('div');
    block.innerHTML = html;
    document.body[where](block);
  };
  add(`<p>新消息：現在就<a href="https://advertisement.example/">${words}</a>，抽大獎！</p><img alt="${words}有好禮">`, 'prepend');
  add('<p>本網站使用 Cookie。</p><button>我知道了</button>', 'append');
  return true;
}

export const MARKUP_DRILLS: Drill[] = [
  { name: 'ids dropped', keeps: 'words', apply: drop('id') },
  { name: 'classes renamed', keeps: 'words', apply: renameClasses },
  { name: 'ids and names dropped, classes renamed', keeps: 'words', apply: (page) => drop('id')(page) && dropNamesOfFields(page) && renameClasses(page) },
  { name: 'controls wrapped', keeps: 'words', apply: wrapControls },
  { name: 'siblings reordered', keeps: 'words', apply: reorderSiblings },
  { name: 'headings as plain blocks', keeps: 'words', apply: headingsToDivs },
  { name: 'plain blocks as headings', keeps: 'words', apply: divsToHeadings },
  ...Object.keys(BUTTON_BUILDS).map((build): Drill => ({ name: `buttons built as ${build}`, keeps: 'words', apply: rebuildButtons(build) })),
  ...(['wrap', 'for', 'aria-label', 'placeholder', 'cell before'] as const).map(
    (build): Drill => ({ name: `labels built by ${build}`, keeps: 'words', apply: relabel(build) }),
  ),
  { name: 'moved into an open shadow root', keeps: 'words', apply: intoShadowRoot },
  { name: 'moved into a dialog', keeps: 'words', apply: intoDialog },
  { name: 'text wrapped by a translator', keeps: 'words', apply: wrapText },
  { name: 'banner, cookie bar and advertisement', keeps: 'words', apply: addAdvertisement },
  {
    name: 'another address',
    keeps: 'words',
    apply: ({ address, random }) => {
      address.path = random.pick(['/new/page', '/Portal/V2/Default.aspx', '/app/']);
      return true;
    },
  },
];

/** Radios of a group need a name to be a group; fields do not. */
function dropNamesOfFields({ document }: Drilled): boolean {
  for (const field of document.querySelectorAll('input:not([type=radio]), select, textarea')) field.removeAttribute('name');
  return true;
}

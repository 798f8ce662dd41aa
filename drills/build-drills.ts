import { type Drill, type Drilled, elementsOf, remake } from './drill';

/** The same buttons and labels, built in another way. */

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
    // As large as a picture of words is: one of no size cannot be pressed.
    picture.setAttribute('width', '120');
    picture.setAttribute('height', '32');
    element.replaceChildren(picture);
  },
};

/** Only what stands by itself: a link in a sentence stays a link in a sentence. */
function rebuildButtons(build: string): Drill['apply'] {
  return (page) => {
    const pressed = elementsOf(page.document, 'a, button').filter(
      (element) => element === page.target || (element.localName === 'button' && element.children.length === 0),
    );
    for (const element of pressed) BUTTON_BUILDS[build]?.(element, page);
    return pressed.length > 0;
  };
}

const LABEL_BUILDS = ['wrap', 'for', 'aria-label', 'placeholder', 'cell before'] as const;

/** Every labelled field gets its label by another build. */
function relabel(build: (typeof LABEL_BUILDS)[number]): Drill['apply'] {
  return (page) => {
    const labels = elementsOf(page.document, 'label') as HTMLLabelElement[];
    return labels.map((label, index) => relabelOne(label, build, index, page)).some((changed) => changed);
  };
}

function relabelOne(label: HTMLLabelElement, build: (typeof LABEL_BUILDS)[number], number: number, { document }: Drilled): boolean {
  const field = label.control as Element | null;
  if (field === null || field.getAttribute('type') === 'hidden') return false;
  const isChoice = ['radio', 'checkbox'].includes(field.getAttribute('type') ?? '');
  if (isChoice && (build === 'placeholder' || build === 'cell before')) return false;
  const words = [...label.childNodes]
    .map((node) => (node.nodeType === 3 ? (node as Text).data : node === field ? '' : (node.textContent ?? '')))
    .join('')
    .trim();
  if (words === '' || label.contains(field) === (build === 'wrap')) return false;
  if (label.contains(field)) label.before(field);
  field.removeAttribute('placeholder');
  if (build === 'wrap') {
    label.append(field);
  } else if (build === 'for') {
    field.setAttribute('id', `field-${number}`);
    label.setAttribute('for', `field-${number}`);
  } else if (build === 'cell before') {
    const row = document.createElement('table');
    row.innerHTML = '<tr><td></td><td></td></tr>';
    field.before(row);
    (row.querySelector('td') as Element).textContent = words;
    (row.querySelector('td:last-child') as Element).append(field);
    field.removeAttribute('aria-label');
    label.remove();
  } else {
    field.setAttribute(build, words);
    label.remove();
  }
  return true;
}

export const BUILD_DRILLS: Drill[] = [
  ...Object.keys(BUTTON_BUILDS).map((build): Drill => ({ name: `buttons built as ${build}`, keeps: 'words', apply: rebuildButtons(build) })),
  ...LABEL_BUILDS.map((build): Drill => ({ name: `labels built by ${build}`, keeps: 'words', apply: relabel(build) })),
];

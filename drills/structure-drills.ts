import { controlRole } from '../engine/facts/control-role';
import { type Drill, type Drilled, elementsOf, remake, textNodes } from './drill';

/** Redesigns of how things are nested and ordered: every word stays. */

const hasOwnText = (element: Element | null) => [...(element?.childNodes ?? [])].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');

function wrapControls({ document, random }: Drilled) {
  for (const element of elementsOf(document)) {
    if (controlRole(element) === null || element.closest('label') !== null || element.parentElement === null) continue;
    const depth = 1 + random.below(4);
    for (let level = 0; level < depth; level += 1) {
      // A block around a link amid words would take it out of its sentence.
      const wrapper = document.createElement(hasOwnText(element.parentElement) ? 'span' : random.pick(['span', 'div']));
      if (wrapper.localName === 'div' && element.closest('p, span, label') !== null) continue;
      if (element.parentElement?.matches('tr, table, tbody, ul, ol, select, fieldset') === true) continue;
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  }
  return true;
}

/** Rows, items and columns of one kind change places; what belongs together in one of them stays together. */
function reorderSiblings({ document, random }: Drilled) {
  let changed = false;
  for (const parent of elementsOf(document, 'ul, ol, tbody, form, section, nav, div')) {
    const children = [...parent.children].filter(({ localName }) => !['script', 'style'].includes(localName));
    const [first] = children;
    const isOneKind =
      children.length >= 2 &&
      children.every(
        ({ localName, className }) => localName === first?.localName && className === first?.className && ['li', 'tr', 'div', 'section'].includes(localName),
      );
    if (!isOneKind || parent.querySelector('th') !== null || hasOwnText(parent)) continue;
    parent.append(...random.shuffle(children));
    changed = true;
  }
  return changed;
}

/** The columns of a table, or two to four boxes side by side that each have a heading of their own, the other way round. */
function swapColumns({ document }: Drilled) {
  let changed = false;
  for (const row of elementsOf(document, 'tr')) {
    const cells = [...row.children];
    const isTwoOfAKind = cells.length === 2 && cells[0]?.localName === cells[1]?.localName && row.querySelector('input, select, textarea') === null;
    if (!isTwoOfAKind) continue;
    row.append(...cells.reverse());
    changed = true;
  }
  for (const parent of elementsOf(document, 'div, section, main, form')) {
    const children = [...parent.children];
    const areColumns = children.length >= 2 && children.length <= 4 && children.every((child) => isColumn(child)) && !hasOwnText(parent);
    if (!areColumns) continue;
    parent.append(...children.reverse());
    changed = true;
  }
  return changed;
}

/** A box that begins with its own heading and holds something to press. */
function isColumn(element: Element): boolean {
  const [first] = element.children;
  return (
    ['div', 'section', 'article', 'li'].includes(element.localName) &&
    first?.matches('h2, h3, h4, h5, b, strong') === true &&
    element.querySelector('a, button') !== null
  );
}

function headingsToBlocks(page: Drilled) {
  const headings = elementsOf(page.document, 'h1, h2, h3, h4, h5, h6, legend');
  for (const heading of headings) remake(heading, 'div', {}, page);
  return headings.length > 0;
}

function blocksToHeadings(page: Drilled) {
  const blocks = elementsOf(page.document, 'div, p').filter(
    (block) => block.children.length === 0 && (block.textContent ?? '').trim() !== '' && block.getAttribute('role') === null,
  );
  for (const block of blocks) remake(block, page.random.pick(['h2', 'h3', 'h4']), {}, page);
  return blocks.length > 0;
}

/** What a translator leaves around text that it did not have to change. */
function wrapText({ document }: Drilled) {
  document.documentElement.classList.add('translated-ltr');
  for (const node of textNodes(document)) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    node.replaceWith(outer);
    outer.append(inner);
    inner.append(node);
  }
  return true;
}

export const STRUCTURE_DRILLS: Drill[] = [
  { name: 'controls wrapped', keeps: 'words', apply: wrapControls },
  { name: 'siblings reordered', keeps: 'words', apply: reorderSiblings },
  { name: 'columns swapped', keeps: 'words', apply: swapColumns },
  { name: 'headings as plain blocks', keeps: 'words', apply: headingsToBlocks },
  { name: 'plain blocks as headings', keeps: 'words', apply: blocksToHeadings },
  { name: 'text wrapped by a translator', keeps: 'words', apply: wrapText },
];

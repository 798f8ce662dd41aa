import type { Sight } from '../engine/facts/types';

/** Radios and boxes are often invisible themselves, with a drawn label in their place. */
const CHOICE = 'input[type="radio" i], input[type="checkbox" i]';
const SMALLEST = 3;

/**
 * The box of an element as a person sees it: of a choice together with its label. Where the two stand apart (a table cell
 * between them) only one, so that the middle of the box can always be pressed.
 */
export function seenBox(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  if (!element.matches(CHOICE)) return own;
  const boxes = [own, ...labelsOf(element).map((label) => label.getBoundingClientRect())].filter((box) => isLargeEnough(box));
  const [first] = boxes;
  if (first === undefined) return own;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const all = new DOMRect(left, top, Math.max(...boxes.map((box) => box.right)) - left, Math.max(...boxes.map((box) => box.bottom)) - top);
  const x = all.left + all.width / 2;
  const y = all.top + all.height / 2;
  const isPressable = boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  return isPressable ? all : first;
}

export function labelsOf(element: Element): HTMLLabelElement[] {
  return [...((element as HTMLInputElement).labels ?? [])];
}

function isLargeEnough(box: DOMRect): boolean {
  return box.width >= SMALLEST && box.height >= SMALLEST;
}

// What may be a form is asked past its own properties, which its fields can take the place of: see `isForm`.
const boxOf = (element: Element) => Element.prototype.getBoundingClientRect.call(element);
const contains = (outer: Node, inner: Node) => Node.prototype.contains.call(outer, inner);

function isDrawn(element: Element): boolean {
  if (!Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = boxOf(element);
  return isLargeEnough(box) && box.right + scrollX > 0 && box.bottom + scrollY > 0;
}

/**
 * What the browser shows of elements now. Made anew for each look: nothing is kept between two of them.
 * @param own our overlay's element, which lies over everything and covers nothing
 * @param left the fields that the person has left
 */
export function sightOf(document: Document, own: Element | null, left: WeakSet<Element>): Sight {
  const view = document.defaultView as Window;
  const isInView = (element: Element) => {
    const box = seenBox(element);
    return box.bottom > 0 && box.right > 0 && box.top < view.innerHeight && box.left < view.innerWidth;
  };
  return {
    isShown: (element) => isDrawn(element) || (element instanceof HTMLInputElement && element.matches(CHOICE) && labelsOf(element).some(isDrawn)),
    isInView,
    wasLeft: (element) => left.has(element),
    hasFocus: (element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element,
    isCovered: (element) => isCovered(element, view, own),
    flowsInText: (element) => ['inline', 'contents'].includes(view.getComputedStyle(element).display),
  };
}

/** Covered: none of five points of it reaches it. What is scrolled under a fixed bar can be scrolled out again. */
function isCovered(element: Element, view: Window, own: Element | null): boolean {
  if (isBehindModal(element)) return true;
  const box = seenBox(element);
  const isWhollyInView = box.top >= 0 && box.left >= 0 && box.bottom <= view.innerHeight && box.right <= view.innerWidth;
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    x === 0.5
      ? [[0.5, 0.5]]
      : [
          [x, 0.2],
          [x, 0.8],
        ],
  );
  const inView = points
    .map(([x = 0.5, y = 0.5]) => ({ x: box.left + box.width * x, y: box.top + box.height * y }))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight);
  if (inView.length === 0) return false;
  const root = element.getRootNode() as Document | ShadowRoot;
  const over = inView.map(({ x, y }) => root.elementFromPoint(x, y));
  if (over.some((hit) => hit === null || hit === own || reaches(hit, element))) return false;
  if (!isWhollyInView) return false;
  return !over.every((hit) => hit !== null && isThinBar(hit, view));
}

function reaches(hit: Element, element: Element): boolean {
  return contains(element, hit) || contains(hit, element) || labelsOf(element).some((label) => label.contains(hit));
}

/** A header or footer that stays while the page scrolls. */
function isThinBar(hit: Element, view: Window): boolean {
  const walker = view.document.createTreeWalker(view.document);
  walker.currentNode = hit;
  for (let at: Node | null = hit; at instanceof Element; at = walker.parentNode()) {
    const { position } = view.getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky') return boxOf(at).height < view.innerHeight * 0.4;
  }
  return false;
}

/** Nothing outside a native modal dialog can be pressed, covered or not. */
function isBehindModal(element: Element): boolean {
  return element.closest(':modal') === null && document.querySelector(':modal') !== null;
}

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
const matches = (element: Element, selector: string) => Element.prototype.matches.call(element, selector);
const parentOf = (node: Node): Node | null => Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get?.call(node) ?? null;

/** Whether style hides it. Does not ask where it is. */
export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
}

export function isDrawn(element: Element): boolean {
  if (!Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = boxOf(element);
  return isLargeEnough(box) && box.right + scrollX > 0 && box.bottom + scrollY > 0;
}

/**
 * What reaches a person of an element that is drawn in the window: itself, or something that lies over it (`covered`); nothing for now,
 * as a bar lies over it or the edge of a box cuts it off that can be scrolled (`aside`); nothing at all, as such an edge does (`cut`).
 */
type Reach = 'seen' | 'covered' | 'aside' | 'cut';

/**
 * What the browser shows of elements now. Made anew for each look: nothing is kept between two of them.
 * @param own our overlay's element, which lies over everything and covers nothing
 * @param left the fields that the person has left
 * @param chosen the choice that the person has pressed last, of those that do not tell whether they are made
 */
export function sightOf(document: Document, own: Element | null, left: WeakSet<Element>, chosen: Element | null = null): Sight {
  const view = document.defaultView as Window;
  const known = new Map<Element, Reach>();
  const reachOf = (element: Element): Reach => {
    const reach = known.get(element) ?? reachIn(view, element, own);
    known.set(element, reach);
    return reach;
  };
  const isInWindow = (element: Element) => {
    const box = seenBox(element);
    return box.bottom > 0 && box.right > 0 && box.top < view.innerHeight && box.left < view.innerWidth;
  };
  return {
    isShown: (element) => isDrawn(element) || (element instanceof HTMLInputElement && element.matches(CHOICE) && labelsOf(element).some(isDrawn)),
    isCutOff: (element) => reachOf(element) === 'cut',
    isInView: (element) => isInWindow(element) && reachOf(element) !== 'aside',
    wasLeft: (element) => left.has(element),
    wasChosen: (element) => element === chosen,
    hasFocus: (element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element,
    isCovered: (element) => isBehindModal(element) || reachOf(element) === 'covered',
    flowsInText: (element) => ['inline', 'contents'].includes(view.getComputedStyle(element).display),
  };
}

/** Whether a target stands in the window, but has to be scrolled out from under a bar or into its box: a ring would be around something else. */
export function isAside(element: Element, own: Element | null): boolean {
  return reachIn(element.ownerDocument.defaultView as Window, element, own) === 'aside';
}

/** By five points of what is seen of it. */
function reachIn(view: Window, element: Element, own: Element | null): Reach {
  const box = seenBox(element);
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
  const root = element.getRootNode() as Document | ShadowRoot;
  const over: (Element | null)[] = [];
  for (const { x, y } of inView) {
    const top = root.elementFromPoint(x, y);
    const hit = top !== own ? top : (root.elementsFromPoint(x, y).find((below) => below !== own) ?? null);
    // Most are reached at the first point; each further one costs the browser as much again.
    if (hit !== null && isOf(hit, element)) return 'seen';
    over.push(hit);
  }
  if (over.length === 0) return 'seen';
  const cut = cutBy(view, element, box);
  if (cut !== null) return cut;
  if (over.some((hit) => hit === null || contains(hit, element))) return isClipped(view, element) ? 'cut' : 'seen';
  return over.every((hit) => hit !== null && isThinBar(hit, view)) ? 'aside' : 'covered';
}

/** A press there is a press of the element. */
function isOf(hit: Element, element: Element): boolean {
  return contains(element, hit) || labelsOf(element).some((label) => label.contains(hit));
}

/** An element and all it stands in, out of shadow roots too. What may be a form is asked nothing by its own properties. */
function* upFrom(element: Element): Generator<Element> {
  for (let at: Node | null = element; at !== null; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    if (at instanceof Element) yield at;
  }
}

/** Whether the edge of a box around it cuts it off, for good or until the box is scrolled. */
function cutBy(view: Window, element: Element, box: DOMRect): 'cut' | 'aside' | null {
  let position = '';
  for (const at of upFrom(element)) {
    const style = view.getComputedStyle(at);
    if (at === element) position = style.position;
    if (position === 'fixed' || matches(at, 'body, html')) return null;
    // What is placed absolutely stands in no box of the ordinary flow.
    if (at === element || (position === 'absolute' && style.position === 'static')) continue;
    const edge = boxOf(at);
    const width = Math.min(edge.right, box.right) - Math.max(edge.left, box.left);
    const height = Math.min(edge.bottom, box.bottom) - Math.max(edge.top, box.top);
    if (style.overflow !== 'visible' && Math.min(width, height) < SMALLEST) return /auto|scroll/.test(style.overflow) && isLargeEnough(edge) ? 'aside' : 'cut';
    position = style.position;
  }
  return null;
}

function isClipped(view: Window, element: Element): boolean {
  for (const at of upFrom(element)) if (view.getComputedStyle(at).clipPath !== 'none') return true;
  return false;
}

/** A header or footer that stays while the page scrolls. */
function isThinBar(hit: Element, view: Window): boolean {
  for (const at of upFrom(hit)) {
    const { position } = view.getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky') return boxOf(at).height < view.innerHeight * 0.4;
  }
  return false;
}

/** Nothing outside a native modal dialog can be pressed, covered or not. */
function isBehindModal(element: Element): boolean {
  if (document.querySelector('dialog:modal') === null) return false;
  for (const at of upFrom(element)) if (matches(at, 'dialog:modal')) return false;
  return true;
}

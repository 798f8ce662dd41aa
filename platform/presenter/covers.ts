import { isAside, isVisible, sightOf } from '../sight';

/** A cover is so much larger than what is seen of its field: the field's own shadow and edge lie under it, too. px */
const MARGIN = 3;
const SMALLEST = 3;
/** Less than this holds no word. px */
const WORD_NEEDS = { width: 64, height: 18 };

/** Draws a cover over each protected field that a person can see, and takes it away with the field. */
export class Covers {
  readonly #covers = new Map<Element, HTMLElement>();

  constructor(
    readonly document: Document,
    readonly root: ShadowRoot,
  ) {}

  /**
   * @param fields the protected fields that there are now
   * @param word what stands on a cover
   * @param isHidden whether the text in them has no colour: then a field under something else of the page, a dialog, needs no cover
   */
  draw(fields: ReadonlySet<Element>, word: string, isHidden: boolean) {
    const sight = sightOf(this.document, null, new WeakSet());
    for (const [field, cover] of this.#covers) {
      if (fields.has(field)) continue;
      cover.remove();
      this.#covers.delete(field);
    }
    for (const field of fields) {
      // Only what the document itself can be asked for: what lies at a point inside a shadow root is told by its host.
      const isUnder = isHidden && field.getRootNode() === this.document && (sight.isCovered(field) || sight.isCutOff(field) || isAside(field, null));
      const box = isVisible(field) && !isUnder ? seenPart(field) : null;
      this.#place(field, box, word);
    }
  }

  #place(field: Element, box: DOMRect | null, word: string) {
    let cover = this.#covers.get(field);
    if (box === null) {
      if (cover !== undefined) cover.style.display = 'none';
      return;
    }
    if (cover === undefined) {
      cover = this.document.createElement('div');
      this.#covers.set(field, cover);
      this.root.append(cover);
    }
    const className = field.matches(':focus') ? 'cover focus' : 'cover';
    if (cover.className !== className) cover.className = className;
    const said = box.width >= WORD_NEEDS.width && box.height >= WORD_NEEDS.height ? word : '';
    if (cover.textContent !== said) cover.textContent = said;
    const { scrollX, scrollY } = this.document.defaultView as Window;
    cover.style.cssText = `left: ${box.left + scrollX - MARGIN}px; top: ${box.top + scrollY - MARGIN}px; width: ${box.width + 2 * MARGIN}px; height: ${box.height + 2 * MARGIN}px`;
  }
}

/** The box of a field without what the edges of boxes around it cut off; null where nothing of it is seen. In px of the window. */
function seenPart(field: Element): DOMRect | null {
  let { left, top, right, bottom } = field.getBoundingClientRect();
  for (let at = parentOf(field); at !== null && !at.matches('body, html'); at = parentOf(at)) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const edge = at.getBoundingClientRect();
    left = Math.max(left, edge.left);
    top = Math.max(top, edge.top);
    right = Math.min(right, edge.right);
    bottom = Math.min(bottom, edge.bottom);
  }
  return right - left < SMALLEST || bottom - top < SMALLEST ? null : new DOMRect(left, top, right - left, bottom - top);
}

/** Out of shadow roots, too. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

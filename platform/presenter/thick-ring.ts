import { TAG } from '../overlay-host';
import { shadowRootOf } from './shadow-roots';

/** What a projector needs of the guide's ring and card. */
export const THICK = `
.ring { outline: 8px solid #5b21b6; outline-offset: 2px; }
.do { font-size: 24px; }
`;

/** Makes the guide's ring thick, in each shadow root that the guide makes. The guide knows nothing of it. */
export class ThickRing {
  #root: ShadowRoot | null = null;
  readonly #style: HTMLStyleElement;

  constructor(readonly document: Document) {
    this.#style = document.createElement('style');
    this.#style.textContent = THICK;
  }

  /** @returns the guide's ring and card, as far as they are drawn */
  draw(): Element[] {
    // One that a page has made of this name lies in no top layer, or is no child of the root.
    const guide = this.document.querySelector(`:root > ${TAG}:popover-open`);
    if (guide === null) return [];
    this.#root = shadowRootOf(guide);
    if (this.#root !== null && this.#style.parentNode !== this.#root) this.#root.append(this.#style);
    return [...(this.#root?.querySelectorAll('.ring, .card') ?? [])];
  }

  remove() {
    this.#style.remove();
  }
}

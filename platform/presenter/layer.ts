import { TAG } from '../overlay-host';
import { LAYER_STYLE } from './layer-style';

/** The name of the presenter's one element. */
export const LAYER_TAG = 'register-guide-presenter';
/** What of the page can lie above us. The guide may: its card is to be read. */
const ABOVE = `:is(:modal, :popover-open, :fullscreen):not(${TAG}, ${LAYER_TAG})`;

/**
 * What the presenter draws on: one element under `<html>`, in the top layer, with a closed shadow root, through which every press goes.
 * It gives way to nobody: what is covered stays covered. Put back at most once in a frame, so that a page which fights it is not locked.
 */
export class Layer {
  readonly #host: HTMLElement;
  readonly root: ShadowRoot;
  /** What was open when we were opened, and so lies under us. */
  #below = new Set<Element>();

  constructor(readonly document: Document) {
    this.#host = document.createElement(LAYER_TAG);
    this.#host.setAttribute('aria-hidden', 'true');
    this.root = this.#host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = LAYER_STYLE;
    this.root.append(style);
  }

  /** Sees to it that it is there and above the page. */
  mount() {
    const { documentElement } = this.document;
    if (documentElement === null) return;
    const host = this.#host;
    if (host.parentNode !== documentElement) documentElement.append(host);
    if (host.popover !== 'manual') host.setAttribute('popover', 'manual');
    const isOpen = host.matches(':popover-open');
    const layers = [...this.document.querySelectorAll(ABOVE)];
    if (isOpen && layers.every((layer) => this.#below.has(layer))) return;
    if (isOpen) host.hidePopover();
    host.showPopover();
    this.#below = new Set(layers);
  }

  /** What is closed and opened again lies above us, though it was under us before. */
  readonly reopened = (event: Event) => {
    this.#below.delete(event.target as Element);
  };

  unmount() {
    this.#host.remove();
  }
}

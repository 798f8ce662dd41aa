const TAG = 'register-guide';
/** How often the overlay is put back in a minute before it gives way. */
const MOST_RETURNS = 3;
const MINUTE = 60_000;

/** The overlay's place in its closed shadow root. */
export interface OverlayRoot {
  main: HTMLElement;
  status: HTMLElement;
  /** Just made: everything has to be drawn. */
  isFresh: boolean;
}

/**
 * Our one element under `<html>`, in the top layer, with a closed shadow root. Put back when the page removes it, raised when
 * the page opens something above it, each at most three times a minute; after that it withdraws.
 */
export class OverlayHost {
  #element: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #parts: Omit<OverlayRoot, 'isFresh'> | null = null;
  #returns: number[] = [];
  #above = 0;
  isWithdrawn = false;

  constructor(
    readonly document: Document,
    readonly style: string,
  ) {}

  get element(): Element | null {
    return this.#element;
  }

  get root(): ShadowRoot | null {
    return this.#root;
  }

  /** Sees to it that the element is there and on top. Null where it has given way or the document has no root. */
  mount(): OverlayRoot | null {
    if (this.isWithdrawn || this.document.documentElement === null) return null;
    if (this.#isInPlace() && this.#parts !== null) {
      this.#raise();
      return { ...this.#parts, isFresh: false };
    }
    if (this.#element !== null && !this.#mayReturn()) {
      this.isWithdrawn = true;
      this.unmount();
      return null;
    }
    return this.#make();
  }

  /** Where we put it and as we made it: without the attribute it is in no top layer, with `inert` nobody can press its buttons. */
  #isInPlace(): boolean {
    const element = this.#element;
    return element !== null && element.parentNode === this.document.documentElement && element.popover === 'manual' && !element.inert;
  }

  unmount() {
    this.#element?.remove();
    this.#element = null;
    this.#root = null;
    this.#parts = null;
  }

  #make(): OverlayRoot {
    // One that an earlier script of ours left behind: Firefox starts the guide anew in open pages after an update.
    for (const stale of this.document.querySelectorAll(TAG)) stale.remove();
    const element = this.document.createElement(TAG);
    element.setAttribute('popover', 'manual');
    const root = element.attachShadow({ mode: 'closed' });
    for (const type of ['click', 'cancel']) root.addEventListener(type, ignoreForged, true);
    const style = this.document.createElement('style');
    style.textContent = this.style;
    const main = this.document.createElement('div');
    const status = this.document.createElement('div');
    status.className = 'status';
    status.setAttribute('role', 'status');
    root.append(style, main, status);
    this.document.documentElement.append(element);
    this.#element = element;
    this.#root = root;
    this.#parts = { main, status };
    this.#above = this.#layersAbove();
    this.#open();
    return { main, status, isFresh: true };
  }

  #open() {
    const element = this.#element;
    if (element?.isConnected === true && !element.matches(':popover-open')) element.showPopover();
  }

  /** Something of the page came into the top layer after us: go above it again. */
  #raise() {
    const element = this.#element as HTMLElement;
    const above = this.#layersAbove();
    const isClosed = !element.matches(':popover-open');
    if ((above > this.#above || isClosed) && this.#mayReturn()) {
      if (!isClosed) element.hidePopover();
      this.#open();
    }
    this.#above = above;
  }

  #layersAbove(): number {
    return [...this.document.querySelectorAll(':modal, :popover-open')].filter((element) => element !== this.#element).length;
  }

  #mayReturn(): boolean {
    const now = performance.now();
    this.#returns = this.#returns.filter((time) => now - time < MINUTE);
    if (this.#returns.length >= MOST_RETURNS) return false;
    this.#returns.push(now);
    return true;
  }
}

/** Presses of our buttons count only where a person makes them; a box must not even be ticked. */
function ignoreForged(event: Event) {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

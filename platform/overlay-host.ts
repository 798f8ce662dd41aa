/** The name of our one element. */
export const TAG = 'register-guide';
/** How often the overlay is put back in a minute before it gives way. */
const MOST_RETURNS = 3;
const MINUTE = 60_000;
/** So long our buttons must have been in sight before a press of them counts. Milliseconds. */
const SEEN_FOR = 500;
/** Everything of the page that lies in the top layer; only there can it lie above us. */
const LAYERS = ':modal, :popover-open, :fullscreen';
/** Effects on the root that hide us with the page in Firefox. Inverted colours (a dark mode) or a little less light do not. */
const HIDING_FILTER = /url|blur|opacity|s\(0(\.[0-4]|\))/;

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
  /** Ourselves, and what was open when we were opened and so lies under us. */
  #below = new Set<Element>();
  /** 0 while out of sight. */
  #seenSince = 0;
  isWithdrawn = false;

  constructor(
    readonly document: Document,
    readonly addStyle: (root: ShadowRoot) => void,
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
      this.isInSight();
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
    for (const type of ['click', 'cancel']) root.addEventListener(type, this.#press, true);
    const main = this.document.createElement('div');
    const status = this.document.createElement('div');
    status.className = 'status';
    status.setAttribute('role', 'status');
    this.addStyle(root);
    root.append(main, status);
    this.document.documentElement.append(element);
    this.#element = element;
    this.#root = root;
    this.#parts = { main, status };
    this.#open();
    return { main, status, isFresh: true };
  }

  /** What is closed and opened again lies above us, though it was under us before. Called again once `document.open()` has taken the listener away. */
  listen() {
    this.document.defaultView?.addEventListener('beforetoggle', this.#opened, true);
  }

  readonly #opened = (event: Event) => event.isTrusted && this.#below.delete(event.target as Element);

  #open() {
    const element = this.#element as HTMLElement;
    if (!element.matches(':popover-open')) element.showPopover();
    this.#below = new Set(this.document.querySelectorAll(LAYERS));
    this.#seenSince = 0;
    this.isInSight();
  }

  /** Something of the page came into the top layer after us: go above it again. */
  #raise() {
    const element = this.#element as HTMLElement;
    const isClosed = !element.matches(':popover-open');
    if ((!isClosed && !this.#isUnder()) || !this.#mayReturn()) return;
    if (!isClosed) element.hidePopover();
    this.#open();
    // A warning has a place of its own in the top layer.
    const warning = this.#root?.querySelector('dialog');
    if (warning?.open !== true) return;
    warning.close();
    warning.showModal();
  }

  #isUnder(): boolean {
    return [...this.document.querySelectorAll(LAYERS)].some((layer) => !this.#below.has(layer));
  }

  /** Whether what we draw can be seen now: open, on top of everything, and no style of the page hides us with itself. */
  isInSight(): boolean {
    const { opacity, filter } = getComputedStyle(this.document.documentElement);
    const isSeen =
      this.#element?.matches(':popover-open') === true && this.#element.checkVisibility() && !this.#isUnder() && +opacity >= 0.3 && !HIDING_FILTER.test(filter);
    this.#seenSince = isSeen ? this.#seenSince || performance.now() : 0;
    return isSeen;
  }

  /**
   * A press of our own buttons counts only where a person makes it (a box must not even be ticked), and where they have been in sight
   * for half a second: a page may lay a picture over them that lets presses through, and ask for one.
   */
  readonly #press = (event: Event) => {
    const isMeant = event.type === 'cancel' || (this.isInSight() && performance.now() - this.#seenSince >= SEEN_FOR);
    if (event.isTrusted && isMeant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  #mayReturn(): boolean {
    const now = performance.now();
    this.#returns = this.#returns.filter((time) => now - time < MINUTE);
    if (this.#returns.length >= MOST_RETURNS) return false;
    this.#returns.push(now);
    return true;
  }
}

import { afterLayout } from './after-layout';
import { TAG } from './overlay-host';

/** Looks in one second after which a changing page counts as a storm. */
const STORM = 20;
const STORM_PAUSE = 100;
const LONG_STORM_PAUSE = 1000;
/** Under a storm looking takes one part in so many of the time. */
const SHARE = 100;

/**
 * Calls `look` when the document may show something else: once at the start, then at most once in a frame in which
 * something changed, less often under a storm, never while hidden or prerendered. No timer runs on a page at rest.
 * Starts when the document has been read.
 */
export class Watch {
  #isDirty = false;
  #isDue = false;
  #isWaiting = false;
  #lastTook = 0;
  #hasStarted = false;
  #looks: number[] = [];
  #stormSince = 0;
  #roots: readonly ShadowRoot[] = [];
  readonly #mark = () => this.mark();
  readonly #hear = (event: Event) => {
    // That we have come ourselves is no news; that somebody has closed us is.
    if ((event as ToggleEvent).newState !== 'open' || (event.target as Element).localName !== TAG) this.mark();
  };
  readonly #observer = new MutationObserver(this.#mark);

  constructor(
    readonly document: Document,
    /** Told whether the page itself may have changed since the last time. */
    readonly look: (hasChanged: boolean) => void,
    /** Before that nothing is looked at but for a press. */
    readonly isReady: () => boolean,
  ) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#start(), { once: true });
    else this.#start();
  }

  /** Adds the listeners where they are missing: `document.open()` takes them away. */
  listen() {
    const options = { capture: true, passive: true };
    for (const event of [
      'change',
      'click',
      'focusin',
      'focusout',
      'scrollend',
      'transitionend',
      'animationend',
      'load',
      'toggle',
      'fullscreenchange',
      'resize',
      'pageshow',
      'popstate',
      'hashchange',
    ])
      this.document.defaultView?.addEventListener(event, this.#hear, options);
    for (const event of ['visibilitychange', 'prerenderingchange']) this.document.addEventListener(event, this.#mark);
  }

  #start() {
    this.#hasStarted = true;
    this.#observe();
    this.mark();
  }

  #observe() {
    // On the document itself: `document.open()` throws the root element away, and listeners of the window with it.
    for (const root of [this.document, ...this.#roots]) {
      this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    }
  }

  /** What happens in a shadow root is not heard in the document: those that were read are listened to as well. */
  within(roots: readonly ShadowRoot[]) {
    if (roots.length === 0 && this.#roots.length === 0) return;
    this.#roots = roots;
    this.#observe();
  }

  /** The page may have changed. */
  mark() {
    this.#isDirty = true;
    this.#plan();
  }

  /** What is known beside the page has changed: the same page is to be judged once more. */
  again() {
    this.#isDue = true;
    this.#plan();
  }

  #plan() {
    if (this.#isWaiting || !this.#mayLook()) return;
    this.#isWaiting = true;
    const pause = this.#pause();
    const run = () => {
      this.#isWaiting = false;
      if (pause > 0) this.#observe();
      if ((this.#isDirty || this.#isDue) && this.#mayLook()) this.lookNow();
    };
    if (pause === 0) return afterLayout(this.document, run);
    // Whatever changes until the next look is seen by it. To be told of each change would cost more than the looks.
    this.#observer.disconnect();
    this.#isDirty = true;
    setTimeout(() => afterLayout(this.document, run), pause);
  }

  /** Looks at once, for a press that has to be judged now. */
  lookNow() {
    const hasChanged = this.#isDirty;
    const before = performance.now();
    this.#isDirty = false;
    this.#isDue = false;
    this.#looks.push(before);
    this.look(hasChanged);
    this.#lastTook = performance.now() - before;
    this.#observer.takeRecords();
  }

  /** Looks at once if something has changed since the last look. */
  refresh() {
    if (this.#observer.takeRecords().length > 0) this.#isDirty = true;
    if (this.#isDirty && this.#hasStarted) this.lookNow();
  }

  #mayLook(): boolean {
    const { document } = this;
    return this.#hasStarted && this.isReady() && document.visibilityState === 'visible' && (document as { prerendering?: boolean }).prerendering !== true;
  }

  #pause(): number {
    const now = performance.now();
    this.#looks = this.#looks.filter((time) => now - time < 1000);
    if (this.#looks.length < STORM) {
      if (this.#looks.length < 2) this.#stormSince = 0;
      if (this.#stormSince === 0) return 0;
    } else if (this.#stormSince === 0) this.#stormSince = now;
    if (now - this.#stormSince > 5000) return LONG_STORM_PAUSE;
    return Math.min(LONG_STORM_PAUSE, Math.max(STORM_PAUSE, this.#lastTook * SHARE));
  }
}

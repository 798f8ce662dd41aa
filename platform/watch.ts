/** Looks in one second after which a changing page counts as a storm. */
const STORM = 20;
const STORM_PAUSE = 100;
const LONG_STORM_PAUSE = 1000;

/**
 * Calls `look` when the document may show something else: once at the start, then at most once in a frame in which
 * something changed, less often under a storm, never while hidden or prerendered. No timer runs on a page at rest.
 * Starts when the document has been read.
 */
export class Watch {
  #isDirty = false;
  #isWaiting = false;
  #hasStarted = false;
  #looks: number[] = [];
  #stormSince = 0;
  readonly #mark = () => this.mark();
  readonly #observer = new MutationObserver(this.#mark);

  constructor(
    readonly document: Document,
    readonly look: () => void,
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
      'resize',
      'pageshow',
      'popstate',
      'hashchange',
    ])
      this.document.defaultView?.addEventListener(event, this.#mark, options);
    for (const event of ['visibilitychange', 'prerenderingchange']) this.document.addEventListener(event, this.#mark);
  }

  #start() {
    this.#hasStarted = true;
    // On the document itself: `document.open()` throws the root element away, and listeners of the window with it.
    this.#observer.observe(this.document, { subtree: true, childList: true, characterData: true, attributes: true });
    this.mark();
  }

  /** Something may have changed. */
  mark() {
    this.#isDirty = true;
    if (this.#isWaiting || !this.#mayLook()) return;
    this.#isWaiting = true;
    const run = () => {
      this.#isWaiting = false;
      if (this.#isDirty && this.#mayLook()) this.lookNow();
    };
    const pause = this.#pause();
    if (pause === 0) requestAnimationFrame(run);
    else setTimeout(() => requestAnimationFrame(run), pause);
  }

  /** Looks at once, for a press that has to be judged now. */
  lookNow() {
    this.#isDirty = false;
    this.#looks.push(performance.now());
    this.look();
    this.#observer.takeRecords();
  }

  /** Looks at once if something has changed since the last look. */
  refresh() {
    if (this.#observer.takeRecords().length > 0) this.#isDirty = true;
    if (this.#isDirty && this.#hasStarted) this.lookNow();
  }

  #mayLook(): boolean {
    const { document } = this;
    return this.#hasStarted && document.visibilityState === 'visible' && (document as { prerendering?: boolean }).prerendering !== true;
  }

  #pause(): number {
    const now = performance.now();
    this.#looks = this.#looks.filter((time) => now - time < 1000);
    if (this.#looks.length < STORM) {
      if (this.#looks.length < 2) this.#stormSince = 0;
      return this.#stormSince === 0 ? 0 : STORM_PAUSE;
    }
    if (this.#stormSince === 0) this.#stormSince = now;
    return now - this.#stormSince > 5000 ? LONG_STORM_PAUSE : STORM_PAUSE;
  }
}

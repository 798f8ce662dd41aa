/** A frame of a screen that shows sixty of them a second. Ms. */
export const FRAME = 1000 / 60;

interface Task {
  at: number;
  run: () => void;
}

/**
 * A page's own time: frames, timers and the delivery of changes happen when it is run, one after the other, and take no real time. The code
 * under test finds it in place of the browser's globals, so that it is the code of the browser.
 */
export class PageClock {
  #now = 0;
  readonly #tasks: Task[] = [];
  readonly #observers: { deliver(): void }[] = [];

  get now(): number {
    return this.#now;
  }

  /** Time of the last thing that is still to happen, or now. */
  get last(): number {
    return Math.max(this.#now, ...this.#tasks.map(({ at }) => at));
  }

  /** @returns what takes it back */
  later(delay: number, run: () => void): () => void {
    const task = { at: this.#now + delay, run };
    this.#tasks.push(task);
    return () => {
      const index = this.#tasks.indexOf(task);
      if (index >= 0) this.#tasks.splice(index, 1);
    };
  }

  /** Runs everything up to a time, in its order. */
  runUntil(end: number) {
    this.#deliver();
    for (;;) {
      const next = this.#tasks.reduce<Task | null>((first, task) => (first === null || task.at < first.at ? task : first), null);
      if (next === null || next.at > end) break;
      this.#tasks.splice(this.#tasks.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      this.#deliver();
    }
    this.#now = end;
  }

  #deliver() {
    for (const observer of this.#observers) observer.deliver();
  }

  /** Puts this clock in the place of the browser's globals while `during` runs. */
  inPlace<T>(window: Window & typeof globalThis, during: () => T): T {
    const observers = this.#observers;
    class SteppedObserver {
      readonly #inner = new window.MutationObserver(() => {});
      constructor(readonly callback: () => void) {
        observers.push(this);
      }
      observe(target: Node, options: MutationObserverInit) {
        this.#inner.observe(target, options);
      }
      disconnect() {
        this.#inner.disconnect();
      }
      takeRecords() {
        return this.#inner.takeRecords();
      }
      deliver() {
        if (this.#inner.takeRecords().length > 0) this.callback();
      }
    }
    const later = (delay: number, run: () => void) => this.later(delay, run);
    /** Tells of the size that an element has to begin with, as soon as the page has been laid out. */
    class FirstSizeObserver {
      #takeBack = () => {};
      constructor(readonly callback: () => void) {}
      observe() {
        this.#takeBack = later(0, this.callback);
      }
      disconnect() {
        this.#takeBack();
      }
    }
    const stand: Record<string, unknown> = {
      MutationObserver: SteppedObserver,
      ResizeObserver: FirstSizeObserver,
      performance: { now: () => this.#now },
      setTimeout: (run: () => void, delay = 0) => later(delay, run),
      clearTimeout: (takeBack: () => void) => takeBack(),
      requestAnimationFrame: (run: () => void) => later(FRAME - (this.#now % FRAME), run),
    };
    const before = Object.keys(stand).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
    for (const [name, value] of Object.entries(stand)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    try {
      return during();
    } finally {
      for (const [name, descriptor] of before) {
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
    }
  }
}

import type { Verdict } from '../engine/verdict';

/**
 * How long the guide waits before it says that it is unsure. Ms. A dialog's frame is still loading, a list still coming: most doubts
 * go away by themselves, and a warning that flashes up frightens.
 */
export const PATIENCE = 800;

/** Says of each verdict whether it is to be shown yet. A verdict without doubt is, at once. */
export class Patience {
  #doubt = { what: '', since: 0 };

  /** @param again called when a doubt has lasted: time to look once more */
  constructor(readonly again: () => void) {}

  isOver(verdict: Verdict): boolean {
    const doubt = verdict.kind === 'recognised' || verdict.kind === 'quiet' ? '' : JSON.stringify([verdict.kind, 'page' in verdict ? verdict.page : null]);
    if (doubt !== this.#doubt.what) {
      this.#doubt = { what: doubt, since: performance.now() };
      if (doubt !== '') setTimeout(this.again, PATIENCE);
    }
    return doubt === '' || performance.now() - this.#doubt.since >= PATIENCE;
  }

  /** Waits anew: another document has spoken so far. */
  forget() {
    this.#doubt = { what: '', since: 0 };
  }
}

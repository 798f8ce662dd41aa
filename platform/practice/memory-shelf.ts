import type { Shelf, Stored } from '../shelf';
import { parseView, VIEW_KEY, type View } from '../view';

/** The journal of a practice: in the memory of its page alone, and gone with it. */
export class MemoryShelf implements Shelf {
  #stored: Stored = {};

  /** @param changed is told each new view */
  constructor(readonly changed: (view: View) => void) {}

  async read(): Promise<Stored> {
    return this.#stored;
  }

  async write(values: Stored): Promise<void> {
    this.#stored = { ...this.#stored, ...values };
    const view = values[VIEW_KEY];
    if (view !== undefined) this.changed(parseView(view));
  }

  async remove(keys: string[]): Promise<void> {
    this.#stored = Object.fromEntries(Object.entries(this.#stored).filter(([key]) => !keys.includes(key)));
  }
}

export type Stored = Record<string, unknown>;

/** Where a journal lies: in the browser's storage with a copy of it, or in memory alone. */
export interface Shelf {
  /**
   * Everything, sound: what could be saved has been saved, and nothing in it is unreadable. Never throws.
   *
   * @param isThorough also where nothing looks as if anything were wrong
   */
  read(isThorough?: boolean): Promise<Stored>;
  /** @throws Error where the values could be kept nowhere at all */
  write(values: Stored): Promise<void>;
  /** Takes away what a newer record stands for; where that fails, the newer one still counts. Never throws. */
  remove(keys: string[]): Promise<void>;
}

export type Stored = Record<string, unknown>;

/**
 * In session storage: what the browser's storage would not take, or would not give, with the view that follows from it. There
 * only as long as that lasts; the popup says so.
 */
export const UNKEPT_KEY = 'unkept';

/** In session storage, which is memory: the whole journal of private windows. */
export const PRIVATE_KEY = 'private';

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

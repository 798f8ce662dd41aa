import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JourneyEvent } from '../../engine/progress';
import { secondCopy } from '../support/fake-second-copy';

type Values = Record<string, unknown>;

/** The browser's storage, as far as it is used: it tells of changes, and can be made to fail or to wait. */
const storage = vi.hoisted(() => {
  class Area {
    values: Values = {};
    isBroken = false;
    waitsFor: Promise<void> | null = null;
    heard: ((changes: Values) => void)[] = [];
    /** Which keys were asked for; null is everything. */
    asked: unknown[] = [];
    onChanged = { addListener: (listener: (changes: Values) => void) => this.heard.push(listener) };
    async get(keys: string | string[] | null) {
      this.asked.push(keys);
      const values = Object.fromEntries(Object.entries(this.values).filter(([key]) => keys === null || [keys].flat().includes(key)));
      await this.waitsFor;
      if (this.isBroken) throw new Error('storage is damaged');
      return values;
    }
    async set(values: Values) {
      this.values = { ...this.values, ...values };
      for (const listener of this.heard) listener(values);
    }
    async remove(keys: string | string[]) {
      const gone = new Set([keys].flat());
      this.values = Object.fromEntries(Object.entries(this.values).filter(([key]) => !gone.has(key)));
      for (const listener of this.heard) listener(Object.fromEntries([keys].flat().map((key) => [key, 0])));
    }
  }
  return { local: new Area(), session: new Area(), Area };
});
vi.mock('webextension-polyfill', () => ({ default: { storage, tabs: { query: async () => [] } } }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));

const { openOwnPageStore } = await import('../../platform/own-page-store');
const { Keeper } = await import('../../platform/keeper');
const { PrivateShelf } = await import('../../platform/private-shelf');
const { eventKey } = await import('../../platform/journal');
const { DEFAULT_SETTINGS } = await import('../../platform/settings');

const settled = () => new Promise((resolve) => setTimeout(resolve));
const put = (number: number, event: JourneyEvent) => ({ [eventKey(number, event)]: event });
const open = async () => {
  const store = openOwnPageStore({});
  await settled();
  return store;
};

beforeEach(() => {
  Object.assign(storage, { local: new storage.Area(), session: new storage.Area() });
  Object.assign(secondCopy, { values: {}, isBroken: false });
});

describe('the store of our own pages', () => {
  it('is a fresh start on empty storage', async () => {
    expect((await open()).getState()).toMatchObject({ memory: 'read', hasSetAside: false, progress: { here: 0 }, settings: DEFAULT_SETTINGS });
  });

  it('follows what is written and taken away elsewhere', async () => {
    const store = await open();
    await storage.local.set(put(1, { type: 'corrected', step: 4 }));
    await settled();
    expect(store.getState().progress.here).toBe(4);
    await storage.local.set({ settings: { ...DEFAULT_SETTINGS, language: 'en' } });
    await settled();
    expect(store.getState().settings.language).toBe('en');
    await storage.local.remove(Object.keys(put(1, { type: 'corrected', step: 4 })));
    await settled();
    expect(store.getState()).toMatchObject({ progress: { here: 0 }, settings: { language: 'en' } });
  });

  it('misses no change that comes while it reads', async () => {
    let answer = () => {};
    storage.local.waitsFor = new Promise((resolve) => {
      answer = resolve;
    });
    const store = openOwnPageStore({});
    await storage.local.set(put(1, { type: 'corrected', step: 7 }));
    expect(store.getState().memory).toBe('reading');
    answer();
    await settled();
    expect(store.getState()).toMatchObject({ memory: 'read', progress: { here: 7 } });
  });

  it('says that storage is unreadable, and recovers', async () => {
    storage.local.isBroken = true;
    const store = await open();
    expect(store.getState()).toMatchObject({ memory: 'unreadable', progress: { here: 0 } });
    storage.local.isBroken = false;
    await storage.local.set(put(1, { type: 'corrected', step: 2 }));
    await settled();
    expect(store.getState()).toMatchObject({ memory: 'read', progress: { here: 2 } });
  });

  it('does not wait for ever on a storage that says nothing', async () => {
    vi.useFakeTimers();
    storage.local.waitsFor = new Promise(() => {});
    const store = openOwnPageStore({});
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect(store.getState().memory).toBe('unreadable');
  });

  it('tells of records that cannot be read, before and after they are put aside', async () => {
    storage.local.values = { 'p:00000007:3': { type: 'from the future' } };
    const store = await open();
    expect(store.getState().hasSetAside).toBe(true);
    await new Keeper({ tells: {} } as never).repair();
    await settled();
    expect(Object.keys(storage.local.values).filter((key) => key !== 'view')).toEqual(['set-aside:p:00000007:3']);
    expect(store.getState().hasSetAside).toBe(true);
  });

  it('shows ten thousand events by what the keeper has added up, and asks for nothing else', async () => {
    const events = Array.from({ length: 10_000 }, (_, index) => put(index + 1, { type: 'went', place: 'egov-front' }));
    storage.local.values = Object.assign({}, ...events, put(10_001, { type: 'corrected', step: 7 }));
    await new Keeper({ tells: {} } as never).repair();
    storage.local.asked.length = 0;
    const store = await open();
    expect(store.getState()).toMatchObject({ memory: 'read', progress: { here: 7 } });
    expect(storage.local.asked).toEqual(['view']);
  });

  it('shows what the keeper goes on with where storage takes nothing, and says so', async () => {
    const keeper = new Keeper({ tells: {} } as never);
    await keeper.add({ type: 'corrected', step: 2 });
    const store = await open();
    storage.local.set = async () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    await keeper.add({ type: 'corrected', step: 4 });
    await settled();
    expect(store.getState()).toMatchObject({ memory: 'unkept', progress: { here: 4 } });
  });

  it('shows in a private window the journey of private windows, with the settings of the others at first', async () => {
    await new Keeper({ tells: {} } as never).change(() => ({ language: 'en' }));
    await new Keeper({ tells: {} } as never).add({ type: 'corrected', step: 9 });
    const store = openOwnPageStore({}, Promise.resolve(true));
    await settled();
    expect(store.getState()).toMatchObject({ memory: 'read', progress: { here: 0 }, settings: { language: 'en' } });
    await new Keeper({ tells: {} } as never, new PrivateShelf()).add({ type: 'corrected', step: 4 });
    await settled();
    expect(store.getState()).toMatchObject({ progress: { here: 4 }, settings: { language: 'en' } });
    expect(JSON.stringify([storage.local.values, secondCopy.values])).not.toContain('"step":4');
  });
});

describe('the note about records put aside', () => {
  const keeper = new Keeper({ tells: {} } as never);

  it('goes once it was read, and nothing is lost', async () => {
    storage.local.values = { 'p:00000007:3': { type: 'from the future' }, ...put(8, { type: 'corrected', step: 4 }) };
    const store = await open();
    await keeper.noteSetAsideSeen();
    await settled();
    expect(store.getState()).toMatchObject({ hasSetAside: false, progress: { here: 4 } });
    expect(storage.local.values['set-aside:p:00000007:3']).toEqual({ type: 'from the future' });
  });

  it('comes again when something else is put aside', async () => {
    storage.local.values = { 'p:00000007:3': { type: 'from the future' } };
    const store = await open();
    await keeper.noteSetAsideSeen();
    await storage.local.set({ 'p:00000009:3': { type: 'from the future' } });
    await keeper.repair();
    await settled();
    expect(store.getState().hasSetAside).toBe(true);
  });

  it('keeps every damaged value, also of the same key', async () => {
    storage.local.values = { settings: 'damaged', 'set-aside:settings': 'damaged earlier' };
    await keeper.repair();
    const { view, ...rest } = storage.local.values;
    expect(rest).toEqual({ 'set-aside:settings': 'damaged earlier', 'set-aside:settings:2': 'damaged' });
  });

  it('leaves settings of before it was counted readable', async () => {
    const { asideSeen, ...earlier } = { ...DEFAULT_SETTINGS, language: 'en' };
    storage.local.values = { settings: earlier };
    expect((await open()).getState()).toMatchObject({ hasSetAside: false, settings: { language: 'en', asideSeen: 0 } });
  });
});

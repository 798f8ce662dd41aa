import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JourneyEvent } from '../../engine/progress';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** The browser's storage, as far as it is used: it tells of changes, and can be made to fail or to wait. */
const storage = vi.hoisted(() => {
  const heard: ((changes: Changes) => void)[] = [];
  const fake = {
    values: {} as Record<string, unknown>,
    isBroken: false,
    waitsFor: null as Promise<void> | null,
    heard,
    local: {
      async get() {
        const values = { ...fake.values };
        await fake.waitsFor;
        if (fake.isBroken) throw new Error('storage is damaged');
        return values;
      },
      async set(values: Record<string, unknown>) {
        fake.values = { ...fake.values, ...values };
        const changes = Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }]));
        for (const listener of heard) listener(changes);
      },
      async remove(keys: string[]) {
        fake.values = Object.fromEntries(Object.entries(fake.values).filter(([key]) => !keys.includes(key)));
        for (const listener of heard) listener(Object.fromEntries(keys.map((key) => [key, { oldValue: 0 }])));
      },
      onChanged: { addListener: (listener: (changes: Changes) => void) => heard.push(listener) },
    },
  };
  return fake;
});
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: storage.local } } }));

const { openOwnPageStore } = await import('../../platform/own-page-store');
const { Keeper } = await import('../../platform/keeper');
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
  Object.assign(storage, { values: {}, isBroken: false, waitsFor: null });
  storage.heard.length = 0;
});

describe('the store of our own pages', () => {
  it('is a fresh start on empty storage', async () => {
    expect((await open()).getState()).toMatchObject({ memory: 'read', hasSetAside: false, progress: { here: 0 }, settings: DEFAULT_SETTINGS });
  });

  it('follows what is written and taken away elsewhere', async () => {
    const store = await open();
    await storage.local.set(put(1, { type: 'corrected', step: 4 }));
    expect(store.getState().progress.here).toBe(4);
    await storage.local.set({ settings: { ...DEFAULT_SETTINGS, language: 'en' } });
    expect(store.getState().settings.language).toBe('en');
    await storage.local.remove(Object.keys(put(1, { type: 'corrected', step: 4 })));
    expect(store.getState()).toMatchObject({ progress: { here: 0 }, settings: { language: 'en' } });
  });

  it('misses no change that comes while it reads', async () => {
    let answer = () => {};
    storage.waitsFor = new Promise((resolve) => {
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
    storage.isBroken = true;
    const store = await open();
    expect(store.getState()).toMatchObject({ memory: 'unreadable', progress: { here: 0 } });
    storage.isBroken = false;
    await storage.local.set(put(1, { type: 'corrected', step: 2 }));
    await settled();
    expect(store.getState()).toMatchObject({ memory: 'read', progress: { here: 2 } });
  });

  it('does not wait for ever on a storage that says nothing', async () => {
    vi.useFakeTimers();
    storage.waitsFor = new Promise(() => {});
    const store = openOwnPageStore({});
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect(store.getState().memory).toBe('unreadable');
  });

  it('tells of records that cannot be read, before and after they are put aside', async () => {
    storage.values = { 'p:00000007:3': { type: 'from the future' } };
    const store = await open();
    expect(store.getState().hasSetAside).toBe(true);
    await new Keeper({ tells: {} } as never).repair();
    expect(Object.keys(storage.values).filter((key) => key !== 'view')).toEqual(['set-aside:p:00000007:3']);
    expect(store.getState().hasSetAside).toBe(true);
  });

  it('shows ten thousand events at once', async () => {
    const events = Array.from({ length: 10_000 }, (_, index) =>
      put(index + 1, { type: 'arrived', page: `elearn/${10 + (index % 15)}-page`, step: 1 + (index % 11) }),
    );
    storage.values = Object.assign({}, ...events);
    const started = process.cpuUsage();
    const store = await open();
    expect(store.getState().progress.reached).toBe(11);
    await storage.local.set(put(10_001, { type: 'corrected', step: 4 }));
    expect(store.getState().progress.here).toBe(4);
    // Of this process alone: the clock also counts what else the machine does.
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});

describe('the note about records put aside', () => {
  const keeper = new Keeper({ tells: {} } as never);

  it('goes once it was read, and nothing is lost', async () => {
    storage.values = { 'p:00000007:3': { type: 'from the future' }, ...put(8, { type: 'corrected', step: 4 }) };
    const store = await open();
    await keeper.noteSetAsideSeen();
    expect(store.getState()).toMatchObject({ hasSetAside: false, progress: { here: 4 } });
    expect(storage.values['set-aside:p:00000007:3']).toEqual({ type: 'from the future' });
  });

  it('comes again when something else is put aside', async () => {
    storage.values = { 'p:00000007:3': { type: 'from the future' } };
    const store = await open();
    await keeper.noteSetAsideSeen();
    await storage.local.set({ 'p:00000009:3': { type: 'from the future' } });
    expect(store.getState().hasSetAside).toBe(true);
    await keeper.repair();
    expect(store.getState().hasSetAside).toBe(true);
  });

  it('keeps every damaged value, also of the same key', async () => {
    storage.values = { settings: 'damaged', 'set-aside:settings': 'damaged earlier' };
    await keeper.repair();
    const { view, ...rest } = storage.values;
    expect(rest).toEqual({ 'set-aside:settings': 'damaged earlier', 'set-aside:settings:2': 'damaged' });
  });

  it('leaves settings of before it was counted readable', async () => {
    const { asideSeen, ...earlier } = { ...DEFAULT_SETTINGS, language: 'en' };
    storage.values = { settings: earlier };
    expect((await open()).getState()).toMatchObject({ hasSetAside: false, settings: { language: 'en', asideSeen: 0 } });
  });
});

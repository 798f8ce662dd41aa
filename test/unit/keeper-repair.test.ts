import { beforeEach, describe, expect, it, vi } from 'vitest';
import { foldProgress, type JourneyEvent } from '../../engine/progress';
import { fake, resetFakeBrowser } from '../support/fake-browser';
import { secondCopy } from '../support/fake-second-copy';
import { journey } from '../support/journey';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));
const { Keeper } = await import('../../platform/keeper');
const { parseJournal } = await import('../../platform/journal');
const { DEFAULT_SETTINGS } = await import('../../platform/settings');

const arrived = (page: string, step: number | null = null): JourneyEvent => ({ type: 'arrived', page, step });
const corrected = (step: number): JourneyEvent => ({ type: 'corrected', step });
const journal = () => parseJournal(fake.local.values);
const DAMAGED = { 'p:00000002:3': { type: 'from the future' }, settings: 'damaged' };

let keeper = new Keeper(journey);
beforeEach(() => {
  resetFakeBrowser();
  keeper = new Keeper(journey);
});

describe('the second copy', () => {
  it('brings back emptied storage: progress, answers and settings', async () => {
    await keeper.add(arrived('elearn/06-account-question', 5));
    await keeper.change(() => ({ language: 'en' }));
    const before = structuredClone(fake.local.values);
    fake.local.values = {};
    await new Keeper(journey).repair();
    expect(fake.local.values).toEqual(before);
  });
  it('brings back emptied storage before the next event, which takes a new number', async () => {
    await keeper.add(corrected(4));
    fake.local.values = {};
    expect(await keeper.add({ type: 'answered', question: 'hours', answer: 'yes' })).toMatchObject({ here: 4, answers: { hours: 'yes' } });
    expect(journal().lastNumber).toBe(2);
  });
  it('brings back settings where there was nothing but settings', async () => {
    await keeper.change(() => ({ language: 'en' }));
    fake.local.values = {};
    await keeper.repair();
    expect(journal().settings.language).toBe('en');
  });
  it('brings back settings where only those are gone', async () => {
    await keeper.change(() => ({ language: 'en' }));
    await keeper.add(corrected(4));
    delete fake.local.values.settings;
    await keeper.repair();
    expect(journal()).toMatchObject({ settings: { language: 'en' }, events: [corrected(4)] });
  });
  it('brings back what is damaged here and sound there; the damaged is set aside once', async () => {
    await keeper.change(() => ({ language: 'en' }));
    await keeper.add(corrected(4));
    Object.assign(fake.local.values, { settings: 'damaged', 'p:00000001:4': 7 });
    await keeper.repair();
    await keeper.repair();
    expect(journal()).toMatchObject({ settings: { language: 'en' }, events: [corrected(4)], unreadable: [] });
    expect(
      Object.keys(fake.local.values)
        .filter((key) => key.startsWith('set-aside:'))
        .sort(),
    ).toEqual(['set-aside:p:00000001:4', 'set-aside:settings']);
  });
  it('sets aside once where the storage takes nothing for a while', async () => {
    fake.local.values = structuredClone(DAMAGED);
    fake.local.isFull = true;
    for (let times = 0; times < 3; times += 1) await keeper.repair();
    fake.local.isFull = false;
    await keeper.repair();
    expect(Object.keys(fake.local.values).sort()).toEqual(['set-aside:p:00000002:3', 'set-aside:settings', 'view']);
  });
  it('brings back events that are gone from the middle', async () => {
    for (const step of [2, 4, 5]) await keeper.add(corrected(step));
    delete fake.local.values['p:00000002:4'];
    await keeper.repair();
    expect(journal().events).toEqual([corrected(2), corrected(4), corrected(5)]);
  });
  it('is itself brought up to date', async () => {
    await keeper.add(corrected(2));
    secondCopy.values = {};
    await keeper.repair();
    expect(parseJournal(secondCopy.values).events).toEqual([corrected(2)]);
  });
  it('does not bring back settings of before', async () => {
    await keeper.change(() => ({ language: 'en' }));
    const older = structuredClone(secondCopy.values);
    await keeper.change(() => ({ language: 'zh-TW' }));
    secondCopy.values = older;
    await keeper.repair();
    expect([journal().settings.language, parseJournal(secondCopy.values).settings.language]).toEqual(['zh-TW', 'zh-TW']);
  });
  it('takes over where storage cannot be read at all', async () => {
    await keeper.add(corrected(4));
    fake.local.failures = 1_000;
    expect(await new Keeper(journey).add({ type: 'answered', question: 'hours', answer: 'yes' })).toMatchObject({ here: 4, answers: { hours: 'yes' } });
    expect(fake.session.values).toMatchObject({ unkept: { view: { progress: { here: 4 } } } });
    fake.local.failures = 0;
    await keeper.repair();
    expect(journal().events).toHaveLength(2);
  });
  it('brings back the newest events where only those are gone', async () => {
    for (const step of [2, 4, 5]) await keeper.add(corrected(step));
    delete fake.local.values['p:00000003:5'];
    await keeper.repair();
    expect(journal().events).toEqual([corrected(2), corrected(4), corrected(5)]);
  });
  it('does not overwrite what is newer', async () => {
    await keeper.add(corrected(4));
    const older = structuredClone(secondCopy.values);
    await keeper.add(corrected(5));
    secondCopy.values = older;
    await keeper.repair();
    expect(journal().events).toEqual([corrected(4), corrected(5)]);
  });
  it('is not missed where it cannot be had', async () => {
    Object.assign(secondCopy, { isBroken: true });
    await keeper.add(corrected(4));
    await keeper.add(corrected(5));
    expect(journal().events).toHaveLength(2);
  });
  it('does not bring back what the person has cleared', async () => {
    await keeper.add(corrected(4));
    await keeper.startOver();
    await new Keeper(journey).repair();
    expect(foldProgress(journal().events, journey.tells).here).toBe(0);
    expect(JSON.stringify(secondCopy.values)).not.toContain('corrected');
  });
});

describe('what cannot be read', () => {
  it('is set aside under its own key as it was, and the guide goes on', async () => {
    fake.local.values = { 'p:00000001:2': corrected(2), ...structuredClone(DAMAGED) };
    expect(await keeper.add({ type: 'answered', question: 'hours', answer: 'no' })).toMatchObject({ here: 2, answers: { hours: 'no' } });
    expect(fake.local.values).toMatchObject({ 'set-aside:p:00000002:3': DAMAGED['p:00000002:3'], 'set-aside:settings': 'damaged' });
    expect(journal()).toMatchObject({ unreadable: [], hasSetAside: true, events: [corrected(2), { type: 'answered' }] });
  });
  it('may be the settings of a newer version, which are kept whole', async () => {
    const newer = { ...DEFAULT_SETTINGS, version: 2, voice: 'soft' };
    fake.local.values = { settings: structuredClone(newer) };
    await keeper.change(() => ({ language: 'en' }));
    expect(fake.local.values['set-aside:settings']).toEqual(newer);
    expect(journal().settings).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });
  it('is not taken away where it cannot be set aside: nothing is lost', async () => {
    fake.local.values = structuredClone(DAMAGED);
    fake.local.isFull = true;
    await keeper.repair();
    expect(fake.local.values).toEqual(DAMAGED);
    fake.local.isFull = false;
    await keeper.repair();
    expect(Object.keys(fake.local.values)).toContain('set-aside:settings');
  });
  it('is not told of any more once the person has seen the note', async () => {
    fake.local.values = structuredClone(DAMAGED);
    await keeper.noteSetAsideSeen();
    expect(journal().hasSetAside).toBe(false);
  });
});

describe('starting over', () => {
  it('clears progress and answers, keeps settings and what was put aside', async () => {
    fake.local.values = structuredClone(DAMAGED);
    await keeper.add(corrected(5));
    await keeper.add({ type: 'answered', question: 'account', answer: 'yes' });
    await keeper.change(() => ({ language: 'en', muted: ['facebook'] }));
    await keeper.startOver();
    expect(journal()).toMatchObject({ events: [{ type: 'restarted' }], settings: { language: 'en', muted: ['facebook'] } });
    expect(foldProgress(journal().events, journey.tells)).toEqual(foldProgress([], journey.tells));
    expect(fake.local.values).toHaveProperty('set-aside:settings');
  });
  it('holds where the background stops before the old events are gone', async () => {
    await keeper.add(corrected(5));
    const { remove } = fake.local;
    fake.local.remove = async () => {
      throw new Error('stopped');
    };
    await keeper.startOver();
    expect(foldProgress(journal().events, journey.tells).here).toBe(0);
    fake.local.remove = remove;
    await keeper.repair();
    expect(Object.keys(fake.local.values).sort()).toEqual(['p:00000002:0', 'view']);
  });
  it('takes a new number, so that no other tab can fall back', async () => {
    await keeper.add(corrected(5));
    await keeper.startOver();
    await keeper.add(corrected(2));
    expect(Object.keys(fake.local.values).filter((key) => key.startsWith('p:'))).toEqual(['p:00000002:0', 'p:00000003:2']);
  });
});

describe('a browser without IndexedDB', () => {
  it('has no second copy, and nothing fails for want of it', async () => {
    const real = await vi.importActual<typeof import('../../platform/second-copy')>('../../platform/second-copy');
    expect(await real.changeSecondCopy({ settings: 1 })).toBe(false);
    expect(await real.readSecondCopy()).toBeNull();
  });
});

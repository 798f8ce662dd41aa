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
const { parseView } = await import('../../platform/view');

const arrived = (page: string, step: number | null = null): JourneyEvent => ({ type: 'arrived', page, step });
const corrected = (step: number): JourneyEvent => ({ type: 'corrected', step });
const journal = () => parseJournal(fake.local.values);

let keeper = new Keeper(journey);
beforeEach(() => {
  resetFakeBrowser();
  keeper = new Keeper(journey);
});

describe('adding', () => {
  it('keeps an event and answers with the progress after it', async () => {
    expect(await keeper.add(arrived('elearn/01-home', 1))).toMatchObject({ here: 1, lastPage: 'elearn/01-home' });
    expect(await keeper.add(corrected(4))).toMatchObject({ here: 4 });
    expect(journal()).toMatchObject({ events: [arrived('elearn/01-home', 1), corrected(4)], lastNumber: 2 });
  });

  it('from four askers at once loses none of 400 and doubles none, each in its order', async () => {
    const places = (asker: number) =>
      Array.from({ length: 100 }, (_, index) => `${'abcd'[asker]}-${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`);
    await Promise.all(
      [0, 1, 2, 3].map(async (asker) => {
        // Two of them wait for each answer, two do not.
        const added: Promise<unknown>[] = [];
        for (const place of places(asker)) {
          added.push(keeper.add({ type: 'went', place }));
          if (asker < 2) await added.at(-1);
        }
        await Promise.all(added);
      }),
    );
    const { events, lastNumber, unreadable } = journal();
    expect(unreadable).toEqual([]);
    expect(lastNumber).toBe(400);
    const kept = events.map((event) => (event as { place: string }).place);
    expect(kept).toHaveLength(400);
    for (const asker of [0, 1, 2, 3]) expect(kept.filter((place) => place.startsWith(`${'abcd'[asker]}-`))).toEqual(places(asker));
    expect(parseJournal(secondCopy.values).events).toEqual(events);
  });

  it('does not double an arrival: two frames, a reload, a postback', async () => {
    await Promise.all([keeper.add(arrived('elearn/01-home', 1)), keeper.add(arrived('elearn/01-home', 1)), keeper.add(arrived('elearn/01-home', 1))]);
    expect(journal().events).toEqual([arrived('elearn/01-home', 1)]);
    await keeper.add(arrived('elearn/03-login-chooser', 2));
    await keeper.add(arrived('elearn/01-home', 1));
    expect(journal().events).toHaveLength(3);
  });

  it('counts an arrival at the same page after the guide has opened one', async () => {
    for (const event of [arrived('egov/02-login-chooser'), { type: 'went', place: 'egov-front' } as const, arrived('egov/02-login-chooser')])
      await keeper.add(event);
    expect(foldProgress(journal().events, journey.tells).arrivals['egov/02-login-chooser']).toBe(2);
  });

  it('does not take other events for arrivals: an answer may be given twice', async () => {
    const answer: JourneyEvent = { type: 'answered', question: 'hours', answer: 'yes' };
    await keeper.add(answer);
    await keeper.add(answer);
    expect(journal().events).toHaveLength(2);
  });

  it('loses nothing where storage fails for a moment', async () => {
    fake.local.failures = 1;
    expect(await Promise.all([keeper.add(corrected(3)), keeper.add(corrected(4))])).toMatchObject([{ here: 3 }, { here: 4 }]);
    expect(journal().events).toEqual([corrected(3), corrected(4)]);
  });

  it('says so when nothing at all takes it, and goes on with the next', async () => {
    await keeper.repair();
    Object.assign(secondCopy, { isBroken: true });
    fake.local.isFull = true;
    fake.session.isFull = true;
    await expect(keeper.add(corrected(3))).rejects.toThrow('Neither');
    fake.local.isFull = false;
    expect(await keeper.add(corrected(4))).toMatchObject({ here: 4 });
    expect(journal().events).toEqual([corrected(4)]);
  });

  it('does once what is asked for again because nobody heard that it was done', async () => {
    const answer: JourneyEvent = { type: 'answered', question: 'hours', answer: 'yes' };
    await keeper.add(answer, 'a1');
    await new Keeper(journey).add(answer, 'a1');
    await keeper.add(answer, 'a2');
    expect(journal()).toMatchObject({ events: [answer, answer], lastNumber: 2 });
  });

  it('remembers nothing itself: the background may be stopped between two events', async () => {
    await keeper.add(corrected(3));
    await new Keeper(journey).add(corrected(4));
    expect(journal()).toMatchObject({ events: [corrected(3), corrected(4)], lastNumber: 2 });
  });
});

describe('settings', () => {
  it('change one by one, from four askers at once', async () => {
    const mute = (caution: string) => keeper.change(({ muted }) => ({ muted: [...muted, caution] }));
    await Promise.all([keeper.change(() => ({ language: 'en' })), mute('apple'), keeper.change(() => ({ holds: false })), mute('google')]);
    expect(journal().settings).toEqual({ ...DEFAULT_SETTINGS, language: 'en', holds: false, muted: ['apple', 'google'] });
  });
});

describe('a journal that grows', () => {
  const fill = (count: number) => {
    for (let number = 1; number <= count; number += 1) fake.local.values[`p:${String(number).padStart(8, '0')}:0`] = { type: 'went', place: 'egov-front' };
  };
  it('is added up beyond a thousand events, in both copies, and says the same', async () => {
    const told: JourneyEvent[] = [
      arrived('elearn/06-account-question', 5),
      { type: 'answered', question: 'hours', answer: 'yes' },
      { type: 'finished', step: 6 },
      arrived('egov/02-login-chooser', null),
    ];
    for (const event of told) await keeper.add(event);
    const before = await keeper.view();
    fake.local.values = { ...fake.local.values };
    for (let number = 5; number <= 1001; number += 1)
      fake.local.values[`p:${String(number).padStart(8, '0')}:1`] = { type: 'arrived', page: 'egov/02-login-chooser', step: null };
    const grown = foldProgress(journal().events, journey.tells);
    await keeper.repair();
    expect(Object.keys(fake.local.values).filter((key) => key.startsWith('p:'))).toEqual(['p:00001002:0']);
    expect(Object.keys(secondCopy.values)).toEqual(['p:00001002:0']);
    expect(parseView(fake.local.values.view).progress).toEqual(grown);
    expect({ ...grown, arrivals: before.progress.arrivals }).toEqual(before.progress);
    expect(await keeper.add(corrected(3))).toMatchObject({ here: 3 });
    expect(journal().lastNumber).toBe(1003);
  });
  it('is not added up before', async () => {
    fill(1000);
    await keeper.repair();
    expect(journal().events).toHaveLength(1000);
  });
  it('counts the sum alone where the background stops before the old events are gone', async () => {
    await keeper.add(corrected(5));
    fill(1001);
    const { remove } = fake.local;
    fake.local.remove = async () => {
      throw new Error('stopped');
    };
    await keeper.repair();
    fake.local.remove = remove;
    expect(journal().events).toMatchObject([{ type: 'summed' }]);
    await keeper.repair();
    expect(Object.keys(fake.local.values)).toHaveLength(2);
  });
  it('writes no more to the second copy than what is new', async () => {
    fill(900);
    await keeper.repair();
    secondCopy.written.length = 0;
    await keeper.add(corrected(4));
    expect(secondCopy.written).toEqual([['p:00000901:4']]);
  });
});

describe('storage that is full', () => {
  it('keeps neither the second copy nor the guide from going on, and takes all of it later', async () => {
    await keeper.add(corrected(2));
    fake.local.isFull = true;
    fake.tabs = [
      { id: 3, incognito: false },
      { id: 4, incognito: true },
    ];
    expect(await keeper.add(corrected(4))).toMatchObject({ here: 4 });
    expect(await new Keeper(journey).add(corrected(5))).toMatchObject({ here: 5 });
    expect(parseJournal(secondCopy.values).events).toEqual([corrected(2), corrected(4), corrected(5)]);
    expect(parseView((fake.session.values.unkept as Record<string, unknown>).view).progress.here).toBe(5);
    expect(fake.told.map(({ tab, message }) => [tab, message])).toMatchObject([
      [3, { tell: 'view', view: { progress: { here: 4 } } }],
      [3, { tell: 'view', view: { progress: { here: 5 } } }],
    ]);
    fake.local.isFull = false;
    await keeper.repair();
    expect(journal().events).toEqual([corrected(2), corrected(4), corrected(5)]);
    expect(parseView(fake.local.values.view).progress.here).toBe(5);
    expect(fake.session.values).toEqual({});
  });
  it('is made up for by session storage where the second copy is dead, too', async () => {
    Object.assign(secondCopy, { isBroken: true });
    fake.local.isFull = true;
    await keeper.add(corrected(4));
    expect(await new Keeper(journey).add({ type: 'answered', question: 'hours', answer: 'no' })).toMatchObject({ here: 4, answers: { hours: 'no' } });
    fake.local.isFull = false;
    await keeper.repair();
    expect(journal().events).toHaveLength(2);
  });
});

describe('the view for the pages', () => {
  const view = () => parseView(fake.local.values.view);
  it('is the journal, folded, after every write', async () => {
    await keeper.add(corrected(4));
    expect(view().progress).toEqual(foldProgress(journal().events, journey.tells));
    await keeper.change(() => ({ language: 'en' }));
    expect(view()).toMatchObject({ progress: { here: 4 }, settings: { language: 'en' } });
    await keeper.startOver();
    expect(view()).toMatchObject({ progress: { here: 0 }, settings: { language: 'en' } });
  });
  it.each([undefined, null, 'damaged', {}, { progress: {} }, { progress: { here: 4 }, settings: 7 }])('is a fresh start where it is %j', (value) => {
    expect(parseView(value)).toEqual({ progress: foldProgress([], {}), settings: DEFAULT_SETTINGS });
  });
  it('is made again where it is wrong or gone', async () => {
    await keeper.add(corrected(4));
    fake.local.values.view = { progress: 'damaged' };
    await keeper.repair();
    expect(view().progress.here).toBe(4);
    delete fake.local.values.view;
    await keeper.repair();
    expect(view().progress.here).toBe(4);
  });
  it('is not written again where it is right', async () => {
    await keeper.add(corrected(4));
    const { writes } = fake.local;
    await keeper.repair();
    await keeper.add(arrived('elearn/01-home', 1));
    await keeper.add(arrived('elearn/01-home', 1));
    await keeper.repair();
    expect(fake.local.writes).toBe(writes + 1);
  });
});

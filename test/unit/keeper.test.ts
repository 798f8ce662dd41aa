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

  it('says so when storage fails, and goes on with the next', async () => {
    fake.local.failures = 1;
    const [first, second] = await Promise.allSettled([keeper.add(corrected(3)), keeper.add(corrected(4))]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('fulfilled');
    expect(journal().events).toEqual([corrected(4)]);
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

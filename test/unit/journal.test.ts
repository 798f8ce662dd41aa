import { describe, expect, it, vi } from 'vitest';
import { type JourneyEvent, NO_PROGRESS } from '../../engine/progress';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
const { EVENT_KEY, eventKey, outdatedKeys, parseEvent, parseJournal } = await import('../../platform/journal');
const { DEFAULT_SETTINGS } = await import('../../platform/settings');

const GOOD: JourneyEvent[] = [
  { type: 'arrived', page: 'elearn/01-home', step: 1 },
  { type: 'arrived', page: 'portal/01-front-page', step: null },
  { type: 'answered', question: 'hours', answer: 'yes' },
  { type: 'answered', question: 'identify', answer: 'certificate' },
  { type: 'answered', question: 'civil', answer: 'unsaid' },
  { type: 'went', place: 'egov-front' },
  { type: 'insisted', caution: 'elearn/03-login-chooser/facebook' },
  { type: 'finished', step: 9 },
  { type: 'corrected', step: 11 },
  { type: 'restarted' },
];

const BAD: unknown[] = [
  null,
  undefined,
  'arrived',
  7,
  [],
  {},
  { type: 'from the future', step: 1 },
  { type: 'summed', progress: { here: 4 } },
  { type: 'arrived', page: 'elearn/01-home' },
  { type: 'arrived', page: 'elearn/01-home', step: 0 },
  { type: 'arrived', page: 'elearn/01-home', step: 12 },
  { type: 'arrived', page: 'elearn/01-home', step: 1.5 },
  { type: 'arrived', page: 'elearn/01-home', step: '1' },
  { type: 'arrived', page: 'elearn/home', step: 1 },
  { type: 'arrived', page: 'bank/01-home', step: 1 },
  { type: 'arrived', page: 'https://elearn.hrd.gov.tw/?user=1', step: 1 },
  { type: 'arrived', page: `elearn/01-${'a'.repeat(99)}`, step: 1 },
  { type: 'answered', question: 'hours', answer: 'maybe' },
  { type: 'answered', question: 'hours', answer: 'certificate' },
  { type: 'answered', question: 'name', answer: 'yes' },
  { type: 'answered', question: 'constructor', answer: 'name' },
  { type: 'answered', question: '__proto__', answer: 'unsaid' },
  { type: 'answered', question: 'hours' },
  { type: 'went', place: 'https://evil.example/' },
  { type: 'went', place: '' },
  { type: 'insisted', caution: '王小明' },
  { type: 'finished', step: null },
  { type: 'corrected' },
];

describe('an event', () => {
  it.each(GOOD)('%j is read', (event) => expect(parseEvent(event)).toEqual(event));
  it.each(BAD)('%j is none', (value) => expect(parseEvent(value)).toBeNull());
  it('loses whatever else is in it', () => {
    expect(parseEvent({ type: 'finished', step: 9, name: '王小明' })).toEqual({ type: 'finished', step: 9 });
  });
});

describe('the key of an event', () => {
  it('has its number, in an order that sorts, and its step', () => {
    expect(eventKey(7, { type: 'finished', step: 9 })).toBe('p:00000007:9');
    expect(eventKey(12345678, { type: 'arrived', page: 'elearn/01-home', step: null })).toBe('p:12345678:0');
    expect(eventKey(1, { type: 'restarted' })).toMatch(EVENT_KEY);
  });
});

const stored = (...events: unknown[]) => Object.fromEntries(events.map((event, index) => [`p:${String(index + 1).padStart(8, '0')}:0`, event]));

describe('a journal', () => {
  it('of nothing is a fresh start', () => {
    expect(parseJournal({})).toEqual({
      events: [],
      marks: new Set(),
      base: 0,
      settings: DEFAULT_SETTINGS,
      lastNumber: 0,
      unreadable: [],
      hasSetAside: false,
    });
  });
  it('has the events in the order of their numbers, not of their keys in storage', () => {
    const going = GOOD.filter(({ type }) => type !== 'restarted');
    const inOrder = stored(...going);
    const shuffled = Object.fromEntries(Object.entries(inOrder).reverse());
    expect(parseJournal(shuffled)).toMatchObject({ events: going, lastNumber: going.length, unreadable: [] });
  });
  it('has nothing from before the newest event that stands for all before it', () => {
    const summed = { type: 'summed', progress: { ...NO_PROGRESS, here: 7, reached: 7 } };
    const all = stored(...GOOD, GOOD[0], summed, GOOD[6]);
    expect(parseJournal(all)).toMatchObject({ events: [summed, GOOD[6]], base: GOOD.length + 2, lastNumber: GOOD.length + 3 });
    expect(outdatedKeys({ ...all, settings: 1 }, GOOD.length + 2)).toHaveLength(GOOD.length + 1);
  });
  it('names what is damaged and reads the rest', () => {
    const journal = parseJournal({ ...stored(GOOD[0], 'damaged', GOOD[6]), settings: 'damaged' });
    expect(journal).toMatchObject({ events: [GOOD[0], GOOD[6]], lastNumber: 3, settings: DEFAULT_SETTINGS, unreadable: ['p:00000002:0', 'settings'] });
  });
  it('never takes the number of an event that it cannot read', () => {
    expect(parseJournal(stored(GOOD[0], { type: 'from the future' })).lastNumber).toBe(2);
  });
  it('names what a newer version wrote', () => {
    const newer = { ...DEFAULT_SETTINGS, version: 2 };
    expect(parseJournal({ settings: newer, 'p:00000001:3': { type: 'paused', step: 3 } }).unreadable).toEqual(['settings', 'p:00000001:3']);
  });
  it.each(['p:1:1', 'p:00000000:1', 'p:000000001:1', 'p:0000000x:1', 'p:', 'p:00000001:1:x'])('takes no event under the key %s', (key) => {
    expect(parseJournal({ [key]: GOOD[0] })).toMatchObject({ events: [], unreadable: [key] });
  });
  it('leaves alone what is not its own', () => expect(parseJournal({ view: 1, other: 'x', pq: 2 }).unreadable).toEqual([]));
  it('tells of records put aside until the person has seen the note', () => {
    const aside = { 'set-aside:p:00000001:0': 'damaged' };
    expect(parseJournal(aside)).toMatchObject({ hasSetAside: true, events: [], unreadable: [] });
    expect(parseJournal({ ...aside, settings: { ...DEFAULT_SETTINGS, asideSeen: 1 } }).hasSetAside).toBe(false);
  });
});

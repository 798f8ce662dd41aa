import { describe, expect, it } from 'vitest';
import { foldProgress, isArrival, isProgress, isUnderWay, type JourneyEvent, NO_PROGRESS, type Progress } from '../../engine/progress';
import { journey } from '../support/journey';

const TELLS = journey.tells;
const fold = (...events: JourneyEvent[]) => foldProgress(events, TELLS);
const arrived = (page: string, step: number | null): JourneyEvent => ({ type: 'arrived', page, step });
const answered = (question: keyof Progress['answers'], answer: string): JourneyEvent => ({ type: 'answered', question, answer });
const finished = (step: number): JourneyEvent => ({ type: 'finished', step });
const corrected = (step: number): JourneyEvent => ({ type: 'corrected', step });

describe('each kind of event', () => {
  it('none: a fresh start', () => expect(fold()).toEqual(NO_PROGRESS));
  it('arrived: the person is at the step of the page, and was there', () => {
    expect(fold(arrived('elearn/01-home', 1), arrived('elearn/03-login-chooser', 2))).toEqual({
      ...NO_PROGRESS,
      here: 2,
      reached: 2,
      seen: [1, 2],
      lastPage: 'elearn/03-login-chooser',
      arrivals: { 'elearn/01-home': 1, 'elearn/03-login-chooser': 1 },
    });
  });
  it('arrived at an earlier page: here goes back, reached does not', () => {
    expect(fold(arrived('egov/04-registration', 8), arrived('egov/01-front-page', 7))).toMatchObject({ here: 7, reached: 8, seen: [8, 7] });
  });
  it('arrived at a page off the steps: nothing moves', () => {
    expect(fold(arrived('egov/01-front-page', 7), arrived('portal/01-front-page', null))).toMatchObject({
      here: 7,
      reached: 7,
      lastPage: 'portal/01-front-page',
    });
  });
  it('arrived again: counted', () => {
    const times = fold(arrived('a', 1), arrived('b', 2), arrived('a', 1)).arrivals;
    expect(times).toEqual({ a: 2, b: 1 });
  });
  it('answered: the answer, and that it was asked; the last one counts', () => {
    expect(fold(answered('hours', 'yes'), answered('hours', 'no'))).toMatchObject({ answers: { ...NO_PROGRESS.answers, hours: 'no' }, asked: ['hours'] });
  });
  it('answered by skipping: asked, but unsaid', () => {
    expect(fold(answered('civil', 'unsaid'))).toMatchObject({ answers: NO_PROGRESS.answers, asked: ['civil'] });
  });
  it('insisted: nothing changes', () => {
    expect(fold(arrived('a', 1), { type: 'insisted', caution: 'elearn/03-login-chooser/facebook' })).toEqual(fold(arrived('a', 1)));
  });
  it('went: the next page is an arrival, even the same one', () => {
    expect(fold(arrived('a', 1), { type: 'went', place: 'egov-front' })).toMatchObject({ here: 1, lastPage: null, arrivals: { a: 1 } });
  });
  it('finished: on to the next step, never beyond the last', () => {
    expect(fold(finished(9))).toMatchObject({ here: 10, reached: 10, seen: [10, 9] });
    expect(fold(finished(11))).toMatchObject({ here: 11, reached: 11, seen: [11] });
  });
  it('corrected: here, with all before it done and nothing after it', () => {
    expect(fold(arrived('x', 8), corrected(4))).toMatchObject({ here: 4, reached: 4, seen: [1, 2, 3, 4] });
  });
  it('restarted: a fresh start, the answers too', () => expect(fold(arrived('x', 8), answered('hours', 'no'), { type: 'restarted' })).toEqual(NO_PROGRESS));
  it('restarted, then on: only what follows counts', () => {
    expect(fold(arrived('x', 8), { type: 'restarted' }, arrived('y', 2))).toMatchObject({ reached: 2, arrivals: { y: 1 } });
  });
  it('no event changes what was folded before', () => {
    const frozen = JSON.stringify(NO_PROGRESS);
    fold(arrived('x', 8), answered('hours', 'no'), corrected(3), finished(3));
    expect(JSON.stringify(NO_PROGRESS)).toBe(frozen);
  });
});

describe('what an arrival tells of the person', () => {
  it.each(Object.entries(TELLS))('%s tells %j', (page, told) => expect(fold(arrived(page, null)).answers).toEqual({ ...NO_PROGRESS.answers, ...told }));
  it('tells nothing by another page', () => expect(fold(arrived('elearn/05-certificate-question', 4)).answers).toEqual(NO_PROGRESS.answers));
  it('corrects an answer, as the site shows the page only after that choice', () => {
    expect(fold(answered('hours', 'no'), arrived('elearn/06-account-question', 5)).answers.hours).toBe('yes');
  });
  it('is corrected by a later answer', () => {
    expect(fold(arrived('elearn/06-account-question', 5), answered('hours', 'no')).answers.hours).toBe('no');
  });
  it('is not a question that was put', () => expect(fold(arrived('elearn/06-account-question', 5)).asked).toEqual([]));
});

describe('the account, by the steps', () => {
  const account = (...events: JourneyEvent[]) => fold(...events).answers.account;
  it('is unsaid before step 6 is done', () => {
    expect(account(arrived('x', 5))).toBe('unsaid');
    expect(account(arrived('x', 6))).toBe('unsaid');
    expect(account(arrived('x', 7))).toBe('unsaid');
  });
  it('is none for whoever went by step 6 to step 7 and beyond', () => {
    expect(account(arrived('x', 6), arrived('y', 7))).toBe('no');
    expect(account(corrected(7))).toBe('no');
    expect(account(arrived('x', 6), arrived('y', 8))).toBe('no');
  });
  it('is there for whoever has the mail of step 9', () => {
    expect(account(arrived('x', 6), arrived('y', 8), arrived('z', 9))).toBe('no');
    expect(account(arrived('x', 6), arrived('y', 8), arrived('z', 9), finished(9))).toBe('yes');
    expect(account(answered('account', 'no'), arrived('z', 9), finished(9))).toBe('yes');
  });
  it('is not made by logging in at step 10 alone', () => expect(account(arrived('x', 10))).toBe('unsaid'));
  it('is what the person says', () => {
    expect(account(arrived('x', 6), arrived('y', 7), answered('account', 'yes'))).toBe('yes');
  });
});

describe('an arrival', () => {
  it('is none at the page where the person is already: a reload, a postback', () => {
    expect(isArrival(fold(arrived('a', 1)), 'a')).toBe(false);
    expect(isArrival(fold(arrived('a', 1)), 'b')).toBe(true);
    expect(isArrival(NO_PROGRESS, 'a')).toBe(true);
  });
  it('is one after the guide has opened a page', () => expect(isArrival(fold(arrived('a', 1), { type: 'went', place: 'elearn-home' }), 'a')).toBe(true));
});

describe('the journey is under way', () => {
  it.each([
    [0, false],
    [1, false],
    [2, true],
    [10, true],
    [11, false],
  ])('reached step %i: %s', (step, underWay) => expect(isUnderWay(step === 0 ? NO_PROGRESS : fold(arrived('x', step)))).toBe(underWay));
  it('not for a civil servant', () => expect(isUnderWay(fold(arrived('x', 5), answered('civil', 'yes')))).toBe(false));
});

describe('a way back', () => {
  const began: JourneyEvent = { type: 'began', recovery: 'chose-no', until: ['elearn/05-certificate-question'] };
  const arrived = (page: string, step: number | null): JourneyEvent => ({ type: 'arrived', page, step });
  const ten: JourneyEvent = { type: 'finished', step: 9 };

  it('is under way from its beginning, and passes earlier steps without throwing anyone back to them', () => {
    const progress = foldProgress([ten, began, arrived('elearn/03-login-chooser', 2)], {});
    expect(progress).toMatchObject({ recovery: { id: 'chose-no' }, here: 10, reached: 10, lastPage: 'elearn/03-login-chooser' });
    expect(progress.seen).not.toContain(2);
    expect(isUnderWay(foldProgress([began], {}))).toBe(true);
    expect(isUnderWay(foldProgress([], {}))).toBe(false);
  });
  it('is over with the arrival at a page of its end, which is a step again', () => {
    const progress = foldProgress([ten, began, arrived('elearn/05-certificate-question', 4)], {});
    expect(progress).toMatchObject({ recovery: null, here: 4 });
  });
  it.each<[string, JourneyEvent]>([
    ['the person has done with it', { type: 'ended' }],
    ['a step is finished', ten],
    ['the person says where they are', { type: 'corrected', step: 4 }],
    ['all begins anew', { type: 'restarted' }],
  ])('is over when %s', (_, event) => expect(foldProgress([began, event], {}).recovery).toBeNull());
  it('counts landings from its beginning, the page where it began included', () => {
    const before = [arrived('egov/01-front-page', 7), arrived('egov/02-login-chooser', 7)];
    expect(foldProgress([...before, began], {}).arrivals).toEqual({ 'egov/02-login-chooser': 1 });
    expect(foldProgress([...before, { type: 'went', place: 'egov-front' }, began], {}).arrivals).toEqual({});
  });
  it('is missing in what an earlier version has added up, and then there is none', () => {
    const { recovery: _, ...older } = NO_PROGRESS;
    expect(isProgress(older)).toBe(true);
    expect(foldProgress([{ type: 'summed', progress: older as Progress }], {}).recovery).toBeNull();
    expect(isProgress({ ...older, recovery: 'chose-no' })).toBe(false);
  });
});

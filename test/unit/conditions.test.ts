import { describe, expect, it } from 'vitest';
import type { Condition } from '../../content-rules/schema';
import { foldProgress, type JourneyEvent, meets, NO_PROGRESS, nextQuestion, type Progress, QUESTIONS, type Question } from '../../engine/progress';

const PAGE = 'egov/02-login-chooser';
const arrived = (page: string): JourneyEvent => ({ type: 'arrived', page, step: null });
const went: JourneyEvent = { type: 'went', place: 'egov-front' };
const fold = (...events: JourneyEvent[]) => foldProgress(events, {});
const saying = (answers: Partial<Progress['answers']>): Progress => ({ ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, ...answers } });

describe('a condition on the answers', () => {
  it('is met where there is none', () => expect(meets(undefined, NO_PROGRESS, null)).toBe(true));
  it.each<[Condition, Partial<Progress['answers']>, boolean]>([
    [{ hours: 'yes' }, { hours: 'yes' }, true],
    [{ hours: 'yes' }, {}, false],
    [{ hours: ['yes', 'unsaid'] }, {}, true],
    [{ hours: ['yes', 'unsaid'] }, { hours: 'no' }, false],
    [{ civil: 'yes' }, { civil: 'no' }, false],
    [{ account: 'yes', hours: 'no' }, { account: 'yes' }, false],
    [{ account: 'yes', hours: 'no' }, { account: 'yes', hours: 'no' }, true],
    [{ identify: ['number', 'unsaid'] }, { identify: 'certificate' }, false],
    [{}, { hours: 'no', civil: 'yes' }, true],
  ])('%j with %j: %s', (condition, answers, met) => expect(meets(condition, saying(answers), PAGE)).toBe(met));
});

describe('a condition on the visit', () => {
  const isAgain = (progress: Progress) => {
    expect(meets({ visit: 'first' }, progress, PAGE)).not.toBe(meets({ visit: 'again' }, progress, PAGE));
    expect(meets({ visit: ['first', 'again'] }, progress, PAGE)).toBe(true);
    return meets({ visit: 'again' }, progress, PAGE);
  };
  it('is the first before and after the arrival is kept', () => {
    expect(isAgain(NO_PROGRESS)).toBe(false);
    expect(isAgain(fold(arrived(PAGE)))).toBe(false);
  });
  it('is another one after the guide has sent the person away, before and after it is kept', () => {
    expect(isAgain(fold(arrived(PAGE), went))).toBe(true);
    expect(isAgain(fold(arrived(PAGE), went, arrived(PAGE)))).toBe(true);
  });
  it('is another one after a page between', () => expect(isAgain(fold(arrived(PAGE), arrived('egov/01-front-page')))).toBe(true));
  it('counts the page in question only', () => expect(isAgain(fold(arrived('egov/01-front-page'), went))).toBe(false));
  it('is the first again after starting over', () => expect(isAgain(fold(arrived(PAGE), went, arrived(PAGE), { type: 'restarted' }))).toBe(false));
  it('is the first where no page is in question', () => expect(meets({ visit: 'first' }, fold(arrived(PAGE), went), null)).toBe(true));
});

describe('the questions', () => {
  /** Everything that is asked when each question is answered in this way. */
  function askedWhenAnswering(answer: (question: Question) => string, start: JourneyEvent[] = []): Question[] {
    const events = [...start];
    const asked: Question[] = [];
    for (let question = nextQuestion(fold(...events)); question !== null; question = nextQuestion(fold(...events))) {
      asked.push(question);
      if (asked.length > 10) throw new Error(`asked without end: ${asked}`);
      events.push({ type: 'answered', question, answer: answer(question) });
    }
    return asked;
  }
  const ways = Object.values(QUESTIONS).reduce<string[][]>(
    (all, answers) => all.flatMap((way) => [...answers, 'unsaid'].map((answer) => [...way, answer])),
    [[]],
  );
  const names = Object.keys(QUESTIONS) as Question[];

  it('are at most four, none twice, whatever is answered', () => {
    expect(ways).toHaveLength(3 * 3 * 3 * 4);
    for (const way of ways) {
      const asked = askedWhenAnswering((question) => way[names.indexOf(question)] as string);
      expect(asked.length).toBeLessThanOrEqual(4);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });
  it('are all four for a newcomer who needs hours', () => {
    expect(askedWhenAnswering((question) => ({ hours: 'yes', civil: 'no', account: 'no', identify: 'number' })[question])).toEqual([
      'hours',
      'civil',
      'account',
      'identify',
    ]);
  });
  it('are all four for someone who skips each', () => expect(askedWhenAnswering(() => 'unsaid')).toHaveLength(4));
  it('end for a civil servant', () => {
    expect(askedWhenAnswering(() => 'yes')).toEqual(['hours', 'civil']);
    expect(askedWhenAnswering(() => 'yes', [{ type: 'answered', question: 'civil', answer: 'yes' }])).toEqual([]);
  });
  it('leave out how to prove who one is, where nothing has to be proved', () => {
    expect(askedWhenAnswering((question) => (question === 'civil' ? 'no' : 'yes'))).not.toContain('identify');
    expect(askedWhenAnswering(() => 'no')).toEqual(['hours', 'civil', 'account']);
  });
  it('leave out what a page has told', () => {
    const told = foldProgress([arrived('p')], { p: { hours: 'yes' } });
    expect(nextQuestion(told)).toBe('civil');
  });
});

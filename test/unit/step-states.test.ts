import { describe, expect, it } from 'vitest';
import { foldProgress, type JourneyEvent, type StepState, stepStates } from '../../engine/progress';
import { journey } from '../support/journey';

const SIGN: Record<StepState, string> = { done: 'd', here: 'H', next: 'n', 'not-needed': '-', later: '.' };
/** The eleven steps as eleven letters. */
const states = (...events: JourneyEvent[]) =>
  stepStates(foldProgress(events, journey.tells), journey)
    .map((state) => SIGN[state])
    .join('');
const at = (step: number): JourneyEvent => ({ type: 'arrived', page: `elearn/${step + 10}-page`, step });
const walk = (...steps: number[]) => steps.map(at);
const say = (question: 'hours' | 'civil' | 'account' | 'identify', answer: string): JourneyEvent => ({ type: 'answered', question, answer });

describe('a newcomer', () => {
  it('starts at the first step', () => expect(states()).toBe('n..........'));
  it('is here, the next step next, the rest later', () => expect(states(at(1))).toBe('Hn.........'));
  it('goes down the list', () => {
    expect(states(...walk(1, 2, 4))).toBe('dddHn......');
    expect(states(...walk(1, 2, 4, 5, 6, 7, 8, 9))).toBe('ddddddddHn.');
    expect(states(...walk(1, 2, 4, 5, 6, 7, 8, 9), { type: 'finished', step: 9 })).toBe('dddddddddHn');
    expect(states(...walk(1, 2, 4, 5, 6, 7, 8, 9, 10, 11))).toBe('ddddddddddH');
  });
  it('keeps what was reached when going back', () => expect(states(...walk(1, 2, 4, 5, 6, 7, 8), at(4))).toBe('dddHdddn...'));
  it('loses it when correcting', () => expect(states(...walk(1, 2, 4, 5, 6, 7, 8), { type: 'corrected', step: 4 })).toBe('dddHn......'));
  it('has the same list without need of hours, and by certificate', () => {
    expect(states(at(1), say('hours', 'no'))).toBe('Hn.........');
    expect(states(at(1), say('identify', 'certificate'))).toBe('Hn.........');
  });
});

describe('someone with an account', () => {
  const account = say('account', 'yes');
  it('needs no step from 2 to 9', () => {
    expect(states(account)).toBe('n--------..');
    expect(states(account, at(1))).toBe('H--------n.');
    expect(states(account, ...walk(1, 10))).toBe('d--------Hn');
    expect(states(account, ...walk(1, 10, 11))).toBe('d--------dH');
  });
  it('is shown as being at such a step where they are', () => expect(states(account, ...walk(1, 4))).toBe('dddH-----n.'));
  it('keeps what they did before saying so', () => expect(states(...walk(1, 2, 4), account)).toBe('dddH-----n.'));
  it('sees the steps as done after registering with the guide, step 3 too, which has no page that is known', () => {
    expect(states(...walk(1, 2, 4, 5, 6, 7, 8, 9), { type: 'finished', step: 9 }, at(10))).toBe('dddddddddHn');
  });
  it('sees no step as done that lies beyond the last they were seen at', () => expect(states(...walk(1, 2, 10), account)).toBe('dd-------Hn'));
});

describe('a civil servant', () => {
  it('has the list unchanged: the guide steps back elsewhere', () => expect(states(at(1), say('civil', 'yes'))).toBe('Hn.........'));
});

describe('every list', () => {
  it('has eleven steps, at most one here and at most one next, whatever happened', () => {
    for (let here = 0; here <= 11; here += 1) {
      for (let reached = here; reached <= 11; reached += 1) {
        for (const account of ['yes', 'no', 'unsaid']) {
          const list = states(say('account', account), ...(reached > 0 ? [at(reached)] : []), ...(here > 0 ? [at(here)] : []));
          expect(list).toHaveLength(11);
          expect(list.split('H').length - 1).toBe(here === 0 && reached === 0 ? 0 : 1);
          expect(list.split('n').length - 1).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});

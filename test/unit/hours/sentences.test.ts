import { describe, expect, it } from 'vitest';
import { hoursSentences } from '../../../components/hours-sentences';
import type { CourseFinding } from '../../../engine/hours/finding';
import { LANGUAGES } from '../../support/sentences';

const finding = (more: Partial<CourseFinding>): CourseFinding => ({ of: 'course', hours: null, line: null, who: null, pass: [], hasMore: false, ...more });

describe('what the card says of hours', () => {
  it('is one of three honest things, and the third says whether a line is framed', () => {
    const said = [finding({ hours: 1.5 }), finding({ hours: 0 }), finding({}), finding({ line: {} as Element })].map(
      (each) => hoursSentences(each, 'zh-TW').do,
    );
    expect(said).toEqual([
      '這門課有 1.5 小時認證時數。',
      '這門課沒有認證時數。可以上課，但不會累計時數。',
      '這一頁看不出有沒有時數。請您自己看一下課程說明。',
      '看不出有沒有時數，請您自己看框起來的「認證時數」。',
    ]);
  });

  it('speaks of one hour as one', () => {
    expect(hoursSentences(finding({ hours: 1 }), 'en').do).toBe('This course gives 1 hour.');
    expect(hoursSentences(finding({ hours: 1 }), 'zh-TW').do).toBe('這門課有 1 小時認證時數。');
  });

  it('names what the page asks to pass, and nothing that it does not', () => {
    const pass = [{ kind: 'minutes', n: 60 }, { kind: 'mark', n: 75 }, { kind: 'questionnaire' }] as const;
    expect(hoursSentences(finding({ pass, who: 'some', hasMore: true }), 'zh-TW').notes).toEqual([
      '這門課可能只開放特定身分。報名前請看「報名身分」。',
      '這一頁寫的通過條件：閱讀 60 分鐘、測驗 75 分、問卷。還有別的，請看「通過條件」。',
    ]);
    expect(hoursSentences(finding({ who: 'anyone' }), 'zh-TW').notes).toEqual([]);
  });

  it('counts a list, and what cannot be told openly', () => {
    const list = { of: 'list', all: 20, some: 12, unclear: 3 } as const;
    expect(hoursSentences(list, 'zh-TW')).toEqual({ notes: ['這一頁有 20 門課，12 門有認證時數。另有 3 門看不出來。'] });
    expect(hoursSentences(list, 'en')).toEqual({ notes: ['12 of 20 courses on this page give hours. For 3 we cannot tell.'] });
    expect(hoursSentences({ ...list, unclear: 0 }, 'en').notes).toEqual(['12 of 20 courses on this page give hours.']);
  });

  it('speaks of one course as one', () => {
    const list = (all: number, some: number, unclear: number) => hoursSentences({ of: 'list', all, some, unclear }, 'en').notes;
    expect(list(7, 1, 1)).toEqual(['1 of 7 courses on this page gives hours. For 1 we cannot tell.']);
    expect(list(7, 0, 0)).toEqual(['0 of 7 courses on this page give hours.']);
    expect([list(1, 1, 0), list(1, 0, 0), list(1, 0, 1)].flat()).toEqual([
      'The one course on this page gives hours.',
      'The one course on this page gives no hours.',
      'Of the one course on this page we cannot tell whether it gives hours.',
    ]);
    expect(hoursSentences({ of: 'list', all: 7, some: 1, unclear: 1 }, 'zh-TW').notes).toEqual(['這一頁有 7 門課，1 門有認證時數。另有 1 門看不出來。']);
  });

  it('leaves no place unfilled in any language', () => {
    const kinds = ['reading', 'minutes', 'hours', 'test', 'mark', 'questionnaire'] as const;
    for (const language of LANGUAGES)
      for (const kind of kinds) {
        const { notes } = hoursSentences(finding({ who: 'some', hasMore: true, pass: [{ kind, n: 7 }] }), language);
        expect(notes).toHaveLength(2);
        expect(notes.join()).not.toMatch(/[{}]|undefined/);
      }
  });
});

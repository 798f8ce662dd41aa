import { describe, expect, it } from 'vitest';
import type { Target } from '../../content-rules/schema';
import type { ControlFact } from '../../engine/facts/types';
import { partDue, type Sending } from '../../engine/part-due';
import { NO_PROGRESS, type Progress } from '../../engine/progress';
import { control, page } from '../support/facts';

const field = (name: string) => [{ role: 'field' as const, name }];

/** A form: two fields, a box that only some are to tick, a field some builds lack, a button. */
const FORM: Target = {
  what: 'a form',
  find: field('帳號'),
  then: [
    { find: field('密碼') },
    { for: { hours: ['yes', 'unsaid'] }, find: [{ role: 'checkbox', name: '同意' }] },
    { find: field('驗證碼'), optional: true },
    { find: [{ role: 'button', name: '送出' }] },
  ],
};

type Changes = Record<string, Partial<ControlFact> | null>;

function due(changes: Changes = {}, progress: Progress = NO_PROGRESS) {
  const all: [ControlFact['role'], string][] = [
    ['field', '帳號'],
    ['field', '密碼'],
    ['checkbox', '同意'],
    ['field', '驗證碼'],
    ['button', '送出'],
  ];
  const controls = all.flatMap(([role, name], element) => (changes[name] === null ? [] : [control(element, role, name, changes[name])]));
  const { part, location, finders } = partDue(page(controls), FORM, progress, 'egov/04-registration');
  return { part, name: location.found?.name ?? `no ${finders[0]?.name}: ${(location as { missing?: string }).missing}` };
}

const LEFT = { left: true };

describe('what is due on a page with several things to do', () => {
  it('is the first at the start', () => expect(due()).toEqual({ part: 0, name: '帳號' }));
  it('goes on in the order of the rule', () => {
    expect(due({ 帳號: LEFT }).name).toBe('密碼');
    expect(due({ 帳號: LEFT, 密碼: LEFT }).name).toBe('同意');
    expect(due({ 帳號: LEFT, 密碼: LEFT, 同意: { checked: true } }).name).toBe('驗證碼');
    expect(due({ 帳號: LEFT, 密碼: LEFT, 同意: { checked: true }, 驗證碼: LEFT })).toEqual({ part: 4, name: '送出' });
  });
  it('goes back to what was passed over', () => expect(due({ 密碼: LEFT, 驗證碼: LEFT }).name).toBe('帳號'));
  it('is the field the person is in, whatever the order', () => {
    expect(due({ 驗證碼: { focused: true } })).toEqual({ part: 3, name: '驗證碼' });
    expect(due({ 帳號: { left: true, focused: true }, 密碼: LEFT }).name).toBe('帳號');
  });
  it('is not a box or a button because it has the focus', () => {
    expect(due({ 同意: { focused: true } }).name).toBe('帳號');
    expect(due({ 送出: { focused: true } }).name).toBe('帳號');
  });
  it('is the last thing for ever: its press leads to another page', () => {
    expect(due({ 帳號: LEFT, 密碼: LEFT, 同意: { checked: true }, 驗證碼: LEFT, 送出: LEFT }).name).toBe('送出');
  });
});

describe('what is passed over', () => {
  const before: Changes = { 帳號: LEFT, 密碼: LEFT, 同意: { checked: true } };
  it('an optional field that is not there', () => expect(due({ ...before, 驗證碼: null }).name).toBe('送出'));
  it('but not one that is covered', () => expect(due({ ...before, 驗證碼: { covered: true } }).name).toBe('no 驗證碼: covered'));
  it('but not what cannot be pressed or filled in', () => {
    expect(due({ 帳號: { enabled: false } })).toEqual({ part: 0, name: 'no 帳號: not-enabled' });
    expect(due({ ...before, 同意: { enabled: false } }).name).toBe('no 同意: not-enabled');
    expect(due({ ...before, 驗證碼: LEFT, 送出: { enabled: false } }).name).toBe('no 送出: not-enabled');
  });
  it('nothing that is needed and missing', () => expect(due({ 帳號: LEFT, 密碼: null })).toEqual({ part: 1, name: 'no 密碼: not-found' }));
  it('what is for other answers', () => {
    const noHours = { ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, hours: 'no' as const } };
    expect(due({ 帳號: LEFT, 密碼: LEFT }, noHours)).toEqual({ part: 3, name: '驗證碼' });
  });
});

describe('the order of the page', () => {
  const reordered = (changes: Changes = {}) => due({ 帳號: { order: 7 }, 驗證碼: { order: 0.5 }, 送出: { order: 0 }, ...changes });
  it('is followed in what is filled in or ticked', () => {
    expect(reordered().name).toBe('驗證碼');
    expect(reordered({ 驗證碼: { order: 0.5, left: true } }).name).toBe('密碼');
  });
  it('leaves the last thing last', () => {
    const all = { 帳號: { order: 7, ...LEFT }, 密碼: LEFT, 同意: { checked: true }, 驗證碼: { order: 0.5, ...LEFT } };
    expect(reordered(all)).toEqual({ part: 4, name: '送出' });
  });
  it('leaves what is missing where the rule has it', () =>
    expect(reordered({ 驗證碼: { order: 0.5, left: true }, 密碼: null, 同意: { checked: true }, 帳號: { order: 7, left: true } }).name).toBe(
      'no 密碼: not-found',
    ));
});

describe('what nobody needs to fill in', () => {
  const target: Target = { what: '', find: field('帳號'), then: [{ find: field('暱稱'), needless: true }, { find: [{ role: 'button', name: '送出' }] }] };
  const dueOf = (nickname: Partial<ControlFact>) =>
    partDue(page([control(0, 'field', '帳號', LEFT), control(1, 'field', '暱稱', nickname), control(2, 'button', '送出')]), target, NO_PROGRESS, 'x').part;
  it('is passed over', () => expect(dueOf({})).toBe(2));
  it('is spoken of while the person is in it', () => expect(dueOf({ focused: true })).toBe(1));
  it('is spoken of, too, where several fields are of no need', () => {
    const needless: Target = {
      ...target,
      then: [{ find: [{ role: 'field', name: ['生日', '地址'] }], needless: true }, { find: [{ role: 'button', name: '送出' }] }],
    };
    const dueIn = (inUse: string) => {
      const fields = ['帳號', '生日', '地址'].map((name, element) => control(element, 'field', name, { focused: name === inUse, left: name === '帳號' }));
      const { part, location } = partDue(page([...fields, control(3, 'button', '送出')]), needless, NO_PROGRESS, 'egov/04-registration');
      return [part, location.found?.name];
    };
    expect(dueIn('生日')).toEqual([1, '生日']);
    expect(dueIn('地址')).toEqual([1, '地址']);
    expect(dueIn('')).toEqual([2, '送出']);
  });
});

describe('a form that was sent', () => {
  const target: Target = { what: '', find: field('帳號'), then: [{ find: field('密碼'), emptied: true }, { find: [{ role: 'button', name: '送出' }] }] };
  const dueOf = (sending: Sending, account: Partial<ControlFact> = {}, password: Partial<ControlFact> = {}) => {
    const facts = page([control(0, 'field', '帳號', account), control(1, 'field', '密碼', password), control(2, 'button', '送出')]);
    const { part, isWrong } = partDue(facts, target, NO_PROGRESS, 'x', sending);
    return [part, isWrong];
  };
  it('begins at the first field before that', () => expect(dueOf('not-sent', { complained: true })).toEqual([0, false]));
  it('needs what the site has emptied, once it is back', () => {
    expect(dueOf('came-back')).toEqual([1, false]);
    expect(dueOf('came-back', {}, LEFT)).toEqual([2, false]);
  });
  it('needs nothing while the page is still there', () => expect(dueOf('still-here')).toEqual([2, false]));
  it('needs what the page complains of, until it is left', () => {
    expect(dueOf('came-back', { complained: true })).toEqual([0, true]);
    expect(dueOf('still-here', { complained: true })).toEqual([0, true]);
    expect(dueOf('still-here', { complained: true, left: true })).toEqual([2, false]);
  });
  it('says nothing of a field that cannot be changed, even with the focus in it', () => {
    expect(dueOf('not-sent', { readOnly: true, left: true, focused: true })).toEqual([1, false]);
  });
});

describe('one thing that follows', () => {
  const QUESTION: Target = { what: '是', find: [{ role: 'radio', name: '是' }], then: { find: [{ role: 'button', name: '下一步' }] } };
  const dueOf = (checked: boolean | null, target = QUESTION) =>
    partDue(page([control(0, 'radio', '是', { checked }), control(1, 'button', '下一步')]), target, NO_PROGRESS, 'elearn/05-certificate-question').part;
  it('is due when the choice is made', () => {
    expect(dueOf(false)).toBe(0);
    expect(dueOf(true)).toBe(1);
  });
  it('waits where nobody can know whether the choice is made', () => expect(dueOf(null)).toBe(0));
  it('is nothing where the rule names none', () => expect(dueOf(true, { what: '是', find: QUESTION.find })).toBe(0));
});

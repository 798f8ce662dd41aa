import { describe, expect, it } from 'vitest';
import type { Rule } from '../../content-rules/schema';
import type { ControlFact, PageFacts, TextFact } from '../../engine/facts/types';
import { recognise } from '../../engine/recognise';
import { control, page, rule, text } from '../support/facts';

const HOME = rule('elearn/01-home', { path: ['/', '/mooc/index.php'], all: [{ button: '登入' }, { heading: '最新課程' }] });
const OTHER = rule('elearn/02-other', { path: ['/mooc/co_*'], all: [{ button: '下一步' }, { text: '請問您' }] });

const LOGIN = control(0, 'button', '登入');
const NEWEST = text(1, '最新課程');
const NEXT = control(2, 'button', '下一步');
const ASKED = text(3, '請問您');

function outcome(facts: PageFacts, rules: Rule[]): string {
  const { recognition } = recognise(facts, rules);
  if (recognition.kind === 'one') return `${recognition.fit.rule.id}${recognition.fit.isFull ? '' : ' in part'}`;
  return recognition.kind === 'several' ? `several: ${recognition.fits.map((fit) => fit.rule.id).join(', ')}` : 'none';
}
const on = (controls: ControlFact[], texts: TextFact[], path = '/') => page(controls, texts, path);

describe('which page it is', () => {
  it('is the one whose evidence is all there', () => {
    expect(outcome(on([LOGIN], [NEWEST]), [HOME, OTHER])).toBe('elearn/01-home');
    expect(outcome(on([NEXT], [ASKED]), [HOME, OTHER])).toBe('elearn/02-other');
  });
  it('is none without evidence, whatever the path', () => {
    expect(outcome(on([], [], '/'), [HOME, OTHER])).toBe('none');
    expect(outcome(on([LOGIN], [NEWEST]), [])).toBe('none');
  });
  it('is none where only texts or only controls are there: a page that quotes has no controls', () => {
    const quotable = rule('elearn/03-quoted', { all: [{ button: '登入' }, { text: '一' }, { text: '二' }, { text: '三' }] });
    expect(outcome(on([], [text(0, '一'), text(1, '二'), text(2, '三')], '/mooc/co_faq.php'), [quotable])).toBe('none');
    expect(outcome(on([LOGIN], []), [HOME])).toBe('none');
  });
  it('is not told by what cannot be seen, nor by a link in a sentence', () => {
    expect(outcome(on([{ ...LOGIN, shown: false }], [NEWEST]), [HOME])).toBe('none');
    expect(outcome(on([{ ...LOGIN, inSentence: true }], [NEWEST]), [HOME])).toBe('none');
  });
  it('is told by a control that is covered or disabled', () => {
    expect(outcome(on([{ ...LOGIN, covered: true, enabled: false }], [NEWEST]), [HOME])).toBe('elearn/01-home');
  });
  it('is not told by a heading whose words stand in a longer text', () => {
    expect(outcome(on([LOGIN], [text(1, '最新課程', { whole: null })]), [HOME])).toBe('none');
  });
  it('takes a choice for a choice only', () => {
    const asks = rule('elearn/03-asks', { all: [{ choice: '是' }, { button: '下一步' }, { field: '帳號' }] });
    expect(outcome(on([control(0, 'radio', '是'), NEXT, control(3, 'field', '帳號')], []), [asks])).toBe('elearn/03-asks');
    expect(outcome(on([control(0, 'checkbox', '是'), NEXT, control(3, 'field', '帳號')], []), [asks])).toBe('elearn/03-asks');
    const elsewhere = (controls: ControlFact[]) => outcome(on(controls, [], '/elsewhere'), [asks]);
    expect(elsewhere([control(0, 'button', '是'), NEXT, control(3, 'field', '帳號')])).toBe('none');
    expect(elsewhere([control(0, 'radio', '是'), NEXT, control(3, 'radio', '帳號')])).toBe('none');
  });
  it('is no page that something on it excludes', () => {
    const loggedOut = rule('elearn/01-home', { ...HOME.recognise, none: [{ button: '登出' }] });
    expect(outcome(on([LOGIN], [NEWEST]), [loggedOut])).toBe('elearn/01-home');
    expect(outcome(on([LOGIN, control(9, 'button', '登出')], [NEWEST]), [loggedOut])).toBe('none');
  });
});

describe('two winners', () => {
  const twin = rule('elearn/09-twin', { path: ['/twin'], all: HOME.recognise.all });
  it('are several, in no order of the rules', () => {
    const facts = on([LOGIN], [NEWEST], '/elsewhere');
    expect(outcome(facts, [HOME, twin])).toBe('several: elearn/01-home, elearn/09-twin');
    expect(outcome(facts, [twin, HOME])).toBe('several: elearn/09-twin, elearn/01-home');
  });
  it('are settled by the path where only one is on it', () => {
    expect(outcome(on([LOGIN], [NEWEST], '/twin'), [HOME, twin])).toBe('elearn/09-twin');
    expect(outcome(on([LOGIN], [NEWEST], '/mooc/index.php'), [HOME, twin])).toBe('elearn/01-home');
  });
  it('are never settled by which rule asks for more', () => {
    const greedy = rule('elearn/09-twin', { path: ['/'], all: [...HOME.recognise.all, { text: '請問您' }] });
    expect(outcome(on([LOGIN], [NEWEST, ASKED]), [HOME, greedy])).toContain('several');
  });
});

describe('a page behind a dialog', () => {
  const covered = { ...LOGIN, covered: true };
  it('gives way to the page in the dialog, even if only a part of that is there', () => {
    expect(outcome(on([covered, NEXT], [NEWEST, ASKED]), [HOME, OTHER])).toBe('elearn/02-other');
    const changed = rule('elearn/02-other', { path: ['/'], all: [...OTHER.recognise.all, { text: '別的' }] });
    expect(outcome(on([covered, NEXT], [NEWEST, ASKED]), [HOME, changed])).toBe('elearn/02-other in part');
  });
  it('counts where nothing is known of the dialog', () => expect(outcome(on([covered], [NEWEST]), [HOME, OTHER])).toBe('elearn/01-home'));
  it('is not behind while one of its controls is in front', () => {
    const two = rule('elearn/01-home', { all: [{ button: '登入' }, { button: '開始查詢' }, { heading: '最新課程' }] });
    const facts = on([covered, control(8, 'button', '開始查詢'), NEXT], [NEWEST, ASKED], '/x');
    expect(outcome(facts, [two, OTHER])).toBe('several: elearn/01-home, elearn/02-other');
  });
});

describe('the path', () => {
  it('does not decide against the words', () => expect(outcome(on([LOGIN], [NEWEST], '/mooc/co_x'), [HOME, OTHER])).toBe('elearn/01-home'));
  it('counts as drift where it is another', () => {
    const { fits } = recognise(on([LOGIN], [NEWEST], '/elsewhere'), [HOME]);
    expect(fits[0]).toMatchObject({ isFull: true, onPath: false, drift: 1 });
    expect(recognise(on([LOGIN], [NEWEST], '/'), [HOME]).fits[0]?.drift).toBe(0);
  });
  it('may be written in any case', () => {
    const register = rule('egov/04-registration', { path: ['/portal/Person/Registry.aspx'], all: HOME.recognise.all });
    expect(recognise(on([LOGIN], [NEWEST], '/portal/person/registry.aspx'), [register]).fits[0]?.onPath).toBe(true);
  });
});

describe('a page that has changed', () => {
  const FOUR = rule('elearn/03-four', { path: ['/four'], all: [{ button: '登入' }, { text: '一' }, { text: '二' }, { text: '三', absence: 'drift' }] });
  const ONE = text(5, '一');
  const TWO = text(6, '二');
  it('is whole although a line is gone whose absence is only drift', () => {
    expect(outcome(on([LOGIN], [ONE, TWO], '/four'), [FOUR])).toBe('elearn/03-four');
    expect(recognise(on([LOGIN], [ONE, TWO], '/four'), [FOUR]).fits[0]?.drift).toBe(1);
  });
  it('is told in part by half its lines on its path', () => expect(outcome(on([LOGIN], [ONE], '/four'), [FOUR])).toBe('elearn/03-four in part'));
  it('is told in part off its path only by more than three fifths', () => {
    expect(outcome(on([LOGIN], [ONE], '/'), [FOUR])).toBe('none');
    expect(outcome(on([LOGIN], [ONE, text(7, '三')], '/'), [FOUR])).toBe('elearn/03-four in part');
  });
  it('is not told by less than half', () => expect(outcome(on([LOGIN], [], '/four'), [FOUR])).toBe('none'));
  it('is told in part without a control only at its own address', () => {
    const words = [ONE, TWO, text(7, '三')];
    expect(outcome(on([], words, '/four'), [FOUR])).toBe('elearn/03-four in part');
    expect(outcome(on([], words, '/five'), [FOUR])).toBe('none');
    expect(outcome(on([], words, '/four'), [{ ...FOUR, recognise: { ...FOUR.recognise, path: ['/fo*'] } }])).toBe('none');
  });
  it('is not told in part where the address is that of another page', () => {
    const there = rule('elearn/06-there', { path: ['/there'], all: [{ button: '別的' }, { text: '四' }] });
    expect(outcome(on([LOGIN], [ONE, text(7, '三')], '/elsewhere'), [FOUR, there])).toBe('elearn/03-four in part');
    expect(outcome(on([LOGIN], [ONE, text(7, '三')], '/there'), [FOUR, there])).toBe('none');
    expect(outcome(on([LOGIN], [ONE, TWO], '/there'), [FOUR, there])).toBe('elearn/03-four');
  });
  it('gives way to a page that is whole', () =>
    expect(
      outcome(on([LOGIN, NEXT], [ONE, TWO, ASKED], '/x'), [
        rule('elearn/05-five', { path: ['/x'], all: [{ button: '登入' }, { text: '一' }, { text: '沒有' }] }),
        OTHER,
      ]),
    ).toBe('elearn/02-other'));
  it('is the page with the larger part of its lines', () => {
    const more = rule('elearn/05-five', { path: ['/x'], all: [{ button: '登入' }, { text: '一' }, { text: '二' }, { text: '沒有' }] });
    const less = rule('elearn/06-six', { path: ['/x'], all: [{ button: '登入' }, { text: '一' }, { text: '沒有' }, { text: '也沒有' }] });
    expect(outcome(on([LOGIN], [ONE, TWO], '/x'), [less, more])).toBe('elearn/05-five in part');
  });
});

describe('the reasons', () => {
  it('name every line, those that exclude and the path, passed or not', () => {
    const loggedOut = rule('elearn/01-home', { ...HOME.recognise, none: [{ button: ['登出', '離開'] }] });
    expect(recognise(on([LOGIN], [], '/x'), [loggedOut]).fits[0]?.lines).toEqual([
      { condition: 'button 登入', passed: true },
      { condition: 'heading 最新課程', passed: false },
      { condition: 'not button 登出 / 離開', passed: true },
      { condition: 'path / or /mooc/index.php', passed: false },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CautionRule, Target } from '../../content-rules/schema';
import type { ControlFact } from '../../engine/facts/types';
import { look, type Situation } from '../../engine/look';
import { foldProgress, type JourneyEvent, NO_PROGRESS, type Progress } from '../../engine/progress';
import { control, page, rule, text } from '../support/facts';

const QUESTION: Target = {
  for: { hours: ['yes', 'unsaid'], civil: ['no', 'unsaid'] },
  what: 'the answer 是',
  find: [{ role: 'radio', name: ['是', '對…'] }],
  then: { find: [{ role: 'button', name: '下一步' }] },
};
const NO: CautionRule = {
  id: 'choosing-no',
  for: { hours: ['yes', 'unsaid'] },
  about: [{ role: 'radio', name: '否' }],
  hold: { find: [{ role: 'button', name: '下一步' }], while: 'about-is-checked' },
  weight: 'costly',
  choose: [{ role: 'radio', name: '是' }],
  say: { 'zh-TW': { note: '選了否' }, en: { note: 'no is chosen' } },
};
const RULE = rule(
  'elearn/05-question',
  { path: ['/q'], all: [{ text: '需要時數證明' }, { choice: '是' }, { button: '下一步', absence: 'drift' }] },
  { step: 4, targets: [QUESTION, { for: { hours: 'no' }, step: 11, what: 'nothing', find: [] }], cautions: [NO] },
);
const ASKED = text(0, '需要時數證明');
const YES = control(1, 'radio', '是');
const NONE = control(2, 'radio', '否');
const NEXT = control(3, 'button', '下一步');
const WHOLE = [YES, NONE, NEXT];

const fold = (...events: JourneyEvent[]) => foldProgress(events, {});
const underWay = fold({ type: 'arrived', page: 'elearn/03-login-chooser', step: 2 });
const saying = (answers: Partial<Progress['answers']>): Progress => ({ ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, ...answers } });
const lookAt = (controls: ControlFact[], situation: Partial<Situation> = {}, texts = [ASKED], rules = [RULE]) =>
  look(page(controls, texts, '/q'), rules, { progress: NO_PROGRESS, framed: false, framedSteps: [2, 3, 4], ...situation });

describe('a page that is known', () => {
  it('is recognised, with its step, its target and which sentences to say', () => {
    expect(lookAt(WHOLE)).toMatchObject({
      kind: 'recognised',
      page: 'elearn/05-question',
      step: 4,
      target: { element: 1, role: 'radio', name: '是' },
      say: { page: 'elearn/05-question', target: 0, part: 0 },
      drift: 0,
    });
  });
  it('leads on when the first thing is done', () => {
    expect(lookAt([{ ...YES, checked: true }, NONE, NEXT])).toMatchObject({ target: { element: 3 }, say: { target: 0, part: 1 } });
  });
  it('follows the person’s answers, with the step of that branch', () => {
    expect(lookAt(WHOLE, { progress: saying({ hours: 'no' }) })).toMatchObject({ kind: 'recognised', step: 11, target: null, say: { target: 1 } });
  });
  it('has no target where none is meant for the person', () => {
    expect(lookAt(WHOLE, { progress: saying({ civil: 'yes' }) })).toMatchObject({ kind: 'recognised', step: 4, target: null, say: { target: null } });
  });
  it('is frozen', () => expect(Object.isFrozen(lookAt(WHOLE))).toBe(true));
});

describe('a page that is known but unsure', () => {
  it('says the words to look for where the target is missing, without what they may end in', () => {
    expect(lookAt([control(1, 'radio', '是', { enabled: false }), NEXT])).toMatchObject({ kind: 'degraded', target: null, missing: 'not-enabled', look: '是' });
    expect(lookAt([{ ...YES, covered: true }, NEXT])).toMatchObject({ kind: 'degraded', missing: 'covered' });
    expect(lookAt([YES, { ...YES, element: 9 }, NEXT])).toMatchObject({ kind: 'degraded', missing: 'several' });
  });
  it('has the words of the part that is due', () =>
    expect(lookAt([{ ...YES, checked: true }])).toMatchObject({ kind: 'degraded', missing: 'not-found', look: '下一步', drift: 1 }));
  it('rings nothing when needed evidence is gone, although the target is there', () => {
    const verdict = lookAt(WHOLE, {}, []);
    expect(lookAt(WHOLE, {}, [text(9, '其他')])).toEqual(verdict);
    expect(verdict.kind).toBe('quiet');
    const longer = { ...RULE, recognise: { ...RULE.recognise, all: [...RULE.recognise.all, { text: '另一句' }] } };
    expect(lookAt(WHOLE, {}, [ASKED], [longer])).toMatchObject({ kind: 'degraded', target: null, missing: 'page-changed', look: '是', drift: 1 });
  });
  it('has no words where there is nothing to press', () => {
    const longer = { ...RULE, recognise: { ...RULE.recognise, all: [...RULE.recognise.all, { text: '另一句' }] } };
    expect(lookAt(WHOLE, { progress: saying({ hours: 'no' }) }, [ASKED], [longer])).toMatchObject({ kind: 'degraded', missing: 'page-changed', look: '' });
  });
});

describe('a page that nobody knows', () => {
  it('is quiet before the journey, at its end and for a civil servant', () => {
    expect(lookAt([])).toMatchObject({ kind: 'quiet', reason: 'unknown page' });
    expect(lookAt([], { progress: fold({ type: 'arrived', page: 'x', step: 11 }) }).kind).toBe('quiet');
    expect(lookAt([], { progress: { ...underWay, answers: { ...underWay.answers, civil: 'yes' } } }).kind).toBe('quiet');
  });
  it('is lost while the journey is under way, at the step where the person is', () => {
    expect(lookAt([], { progress: underWay })).toEqual({ kind: 'lost', step: 2, why: [] });
    expect(lookAt([], { progress: fold({ type: 'arrived', page: 'x', step: 8 }, { type: 'arrived', page: 'y', step: 7 }) })).toMatchObject({
      kind: 'lost',
      step: 7,
    });
  });
  it('in a frame is lost only where the journey may go on in a frame', () => {
    expect(lookAt([], { progress: underWay, framed: true }).kind).toBe('lost');
    expect(lookAt([], { progress: underWay, framed: true, framedSteps: [7] }).kind).toBe('quiet');
  });
});

describe('a page that two rules claim', () => {
  const twin = { ...RULE, id: 'elearn/09-twin' };
  it('is ambiguous, with no target at all', () => {
    expect(lookAt(WHOLE, {}, [ASKED], [RULE, twin])).toEqual({ kind: 'ambiguous', pages: ['elearn/05-question', 'elearn/09-twin'], step: null, why: [] });
    expect(lookAt(WHOLE, { progress: underWay }, [ASKED], [RULE, twin])).toMatchObject({ kind: 'ambiguous', step: 2 });
  });
  it('in part only, is ambiguous under way and otherwise quiet', () => {
    const longer = (id: string) => ({ ...RULE, id, recognise: { ...RULE.recognise, all: [...RULE.recognise.all, { text: '另一句' }] } });
    const both = [longer('elearn/05-question'), longer('elearn/09-twin')];
    expect(lookAt(WHOLE, { progress: underWay }, [ASKED], both).kind).toBe('ambiguous');
    expect(lookAt(WHOLE, {}, [ASKED], both).kind).toBe('quiet');
  });
});

describe('wrong choices', () => {
  const caution = (controls: ControlFact[], progress = NO_PROGRESS, rules = [RULE]) => {
    const verdict = lookAt(controls, { progress }, [ASKED], rules);
    return verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict.cautions[0] : undefined;
  };
  const made = [YES, { ...NONE, checked: true }, NEXT];
  it('are seen, and hold nothing until they are made', () => {
    expect(caution(WHOLE)).toMatchObject({
      id: 'choosing-no',
      page: 'elearn/05-question',
      about: [{ element: 2 }],
      held: [],
      choose: { element: 1 },
      noted: false,
    });
  });
  it('hold the press that follows, and are noted, once they are made', () => expect(caution(made)).toMatchObject({ held: [{ element: 3 }], noted: true }));
  it('are none where the person says that it is right for them', () => expect(caution(made, saying({ hours: 'no' }))).toBeUndefined());
  it('are none where they are not on the page', () => expect(caution([YES, NEXT])).toBeUndefined());
  it('hold their own press at once where nothing else is to be held', () => {
    const { hold, ...atOnce } = { ...NO, about: [{ role: 'button' as const, name: 'facebook' }] };
    const rules = [{ ...RULE, cautions: [atOnce] }];
    expect(caution([...WHOLE, control(9, 'button', 'facebook')], NO_PROGRESS, rules)).toMatchObject({
      about: [{ element: 9 }],
      held: [{ element: 9 }],
      noted: true,
    });
  });
  it('of weight note are never held', () => {
    const { hold, ...note } = { ...NO, weight: 'note' as const };
    expect(caution(made, NO_PROGRESS, [{ ...RULE, cautions: [note] }])).toMatchObject({ held: [], noted: true });
  });
  it('are held on a page that has changed, too', () => {
    const longer = { ...RULE, recognise: { ...RULE.recognise, all: [...RULE.recognise.all, { text: '另一句' }] } };
    expect(caution(made, NO_PROGRESS, [longer])).toMatchObject({ held: [{ element: 3 }] });
  });
});

describe('the reasons', () => {
  it('are left out unless asked for', () => expect(lookAt(WHOLE).why).toEqual([]));
  it('are those of the rules that fit at all, the best first', () => {
    const far = rule('elearn/01-home', { all: [{ button: '登入' }, { heading: '最新課程' }] });
    const half = rule('elearn/06-other', { all: [{ button: '下一步' }, { text: '另一句' }] });
    const { why } = lookAt(WHOLE, { explain: true }, [ASKED], [far, half, RULE]);
    expect([...new Set(why.map((reason) => reason.page))]).toEqual(['elearn/05-question', 'elearn/06-other']);
    expect(why).toContainEqual({ page: 'elearn/06-other', condition: 'text 另一句', passed: false });
  });
});

describe('a page that a translator has changed', () => {
  const translated = (progress: Progress, path: string) =>
    look({ ...page([], [], path), translated: true }, [RULE], { progress, framed: false, framedSteps: [] });
  it('is said to be one where the address is that of a page of the journey, or while the journey is under way', () => {
    expect(translated(NO_PROGRESS, RULE.recognise.path[0] as string)).toMatchObject({ kind: 'ambiguous', translated: true, pages: [RULE.id] });
    expect(translated(underWay, '/elsewhere')).toMatchObject({ kind: 'ambiguous', translated: true, pages: [], step: 2 });
  });
  it('is passed over elsewhere, and for someone the guide has stepped back for', () => {
    expect(translated(NO_PROGRESS, '/elsewhere').kind).toBe('quiet');
    expect(translated(saying({ civil: 'yes' }), RULE.recognise.path[0] as string).kind).toBe('quiet');
  });
  it('is told as ever where its words are still there', () =>
    expect(look({ ...page(WHOLE, [ASKED]), translated: true }, [RULE], { progress: NO_PROGRESS, framed: false, framedSteps: [] }).kind).toBe('recognised'));
});

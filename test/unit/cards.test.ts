import { describe, expect, it } from 'vitest';
import { cardFor } from '../../components/card-model';
import type { CardModel } from '../../components/models';
import type { Rule, Site } from '../../content-rules/schema';
import { meets, NO_PROGRESS, type Progress } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';
import { carriedBy, expectSound, situationOf } from '../support/cards';
import { pack } from '../support/content';
import { ALL_ANSWERS } from '../support/facts';
import { LANGUAGES } from '../support/sentences';

describe('whatever the person has answered, a page that is known has something to say', () => {
  it.each(pack.rules.map((rule) => [rule.id, rule] as const))('%s', (page, rule) => {
    const carried = carriedBy(page.split('/')[0] as Site);
    for (const answers of ALL_ANSWERS) {
      for (const times of [0, 1]) {
        const progress = { ...NO_PROGRESS, answers: answers as Progress['answers'], arrivals: { [page]: times } };
        for (const language of LANGUAGES) {
          const card = cardFor(toldBy(rule, progress), situationOf(progress, language, { pack: carried }));
          if (card === null) expect(answers.civil).toBe('yes');
          else expectSound(card);
        }
      }
    }
  });

  /** A verdict as the engine gives it, but for what it would have to see on the page. */
  function toldBy(rule: Rule, progress: Progress): Verdict {
    const index = rule.targets.findIndex((target) => meets(target.for, progress, rule.id));
    const say = { page: rule.id, target: index < 0 ? null : index, part: 0 };
    return { kind: 'recognised', page: rule.id, step: rule.targets[index]?.step ?? rule.step, target: null, cautions: [], say, drift: 0, why: [] };
  }
});

describe('the card', () => {
  /** The home page, its login found. */
  const home = {
    kind: 'recognised',
    page: 'elearn/01-home',
    step: 1,
    target: { element: 0, role: 'button', name: '登入' },
    cautions: [],
    say: { page: 'elearn/01-home', target: 0, part: 0 },
    drift: 0,
    why: [],
  } as const satisfies Verdict;

  it('is titled with its step, in both languages', () => {
    expect(cardFor(home, situationOf(NO_PROGRESS, 'zh-TW'))?.title).toBe('第 1 步，共 11 步：打開登入');
    expect(cardFor(home, situationOf(NO_PROGRESS, 'en'))?.title).toBe('Step 1 of 11: Open the login');
  });
  it('asks the first open question, on the first step only', () => {
    expect(cardFor(home, situationOf(NO_PROGRESS, 'zh-TW'))?.question?.question).toBe('hours');
    const asked = { ...NO_PROGRESS, asked: ['hours', 'civil', 'account', 'identify'] as Progress['asked'] };
    expect(cardFor(home, situationOf(asked, 'zh-TW'))?.question).toBeNull();
    expect(cardFor({ ...home, step: 2 }, situationOf(NO_PROGRESS, 'zh-TW'))?.question).toBeNull();
  });
  it('gives each answer of a question a label, and none without', () => {
    const labels = cardFor(home, situationOf(NO_PROGRESS, 'zh-TW'))?.question?.options;
    expect(labels?.map(({ answer }) => answer)).toEqual(['yes', 'no', 'unsaid']);
    expect(labels?.every(({ label }) => label !== '')).toBe(true);
  });
  it('offers to show what is out of view, and tells to press again what was let through', () => {
    expect(cardFor(home, situationOf(NO_PROGRESS, 'zh-TW', { isOutOfView: true }))?.buttons[0]).toEqual({ action: 'show-me', label: '帶我看' });
    expect(cardFor(home, situationOf(NO_PROGRESS, 'zh-TW', { pressAgain: 'Apple' }))?.notes).toEqual(['好的，請再按一次「Apple」。']);
  });
  it('asks for the mail at step 9', () => {
    const success: Verdict = {
      kind: 'recognised',
      page: 'egov/05-success',
      step: 9,
      target: null,
      cautions: [],
      say: { page: 'egov/05-success', target: 1, part: 0 },
      drift: 0,
      why: [],
    };
    const card = cardFor(success, situationOf(NO_PROGRESS, 'zh-TW', { mailIsLate: true, pack: carriedBy('egov') }));
    expect(card?.buttons.map(({ action }) => action)).toEqual(['mail-came', 'mail-not-yet']);
    expect(card?.notes).toEqual(['先等 10 分鐘，再看一次垃圾信件匣。還是沒有，請打 02-2192-7111。']);
  });
  it('of a lost page leads back to the step, folded', () => {
    const card = cardFor({ kind: 'lost', step: 7, why: [] }, situationOf(NO_PROGRESS, 'zh-TW'));
    expect(card).toMatchObject({ title: '這一頁不在步驟裡', isFolded: true, buttons: [{ action: 'open', place: 'egov-front', label: '回到第 7 步' }] });
    expect(cardFor({ kind: 'lost', step: 3, why: [] }, situationOf(NO_PROGRESS, 'zh-TW'))?.do).toContain('下一步');
  });
  it('of two possible pages says so, folded and unsure', () => {
    expect(
      cardFor({ kind: 'ambiguous', pages: ['elearn/11-dashboard', 'elearn/14-record'], step: null, why: [] }, situationOf(NO_PROGRESS, 'en')),
    ).toMatchObject({
      do: 'This page may be “Go to the course centre” or “Record and certificates”. Please look for yourself.',
      isFolded: true,
      isUnsure: true,
    });
  });
  it('of a translated page leads back to the words it was written in', () => {
    const translated: Verdict = { kind: 'ambiguous', pages: ['elearn/01-home'], step: 1, translated: true, why: [] };
    expect(cardFor(translated, situationOf(NO_PROGRESS, 'zh-TW'))).toMatchObject({ title: '這一頁翻譯過了，先改回原文', isUnsure: true });
  });
  it.each(['covered', 'not-enabled', 'several', 'not-found', 'page-changed'] as const)(
    'that is unsure (%s) rings a doubt, with the words to look for and a number to call',
    (missing) => {
      const verdict: Verdict = { ...home, kind: 'degraded', target: null, missing, look: '登入' };
      for (const language of LANGUAGES) {
        const card = cardFor(verdict, situationOf(NO_PROGRESS, language)) as CardModel;
        expectSound(card);
        expect(card).toMatchObject({ isUnsure: true });
        expect(card.why).toContain('02-8195-8090');
        if (missing !== 'covered') expect(`${card.title} ${card.do}`).toContain('「登入」');
      }
    },
  );
  it('is none where the guide is quiet, and for a civil servant whom a page has nothing for', () => {
    expect(cardFor({ kind: 'quiet', reason: 'unknown page', why: [] }, situationOf(NO_PROGRESS, 'zh-TW'))).toBeNull();
    const civil = { ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, civil: 'yes' as const } };
    expect(cardFor({ ...home, say: { ...home.say, target: null } }, situationOf(civil, 'zh-TW'))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { look } from '../../engine/look';
import { NO_PROGRESS } from '../../engine/progress';
import { inWords, nearestRules } from '../../tools/lab/nearest';
import { closest, likeness } from '../../tools/lab/similar-words';
import { control, page, rule, text } from '../support/facts';

const RULE = rule(
  'elearn/05-question',
  {
    path: ['/mooc/co_*'],
    all: [{ heading: '要不要時數' }, { button: '下一步' }, { choice: '是' }, { text: '線上學習', absence: 'drift' }],
    none: [{ text: '常見問題' }],
  },
  { targets: [{ what: 'next', find: [{ role: 'button', name: '下一步' }] }] },
);
const explained = (facts: ReturnType<typeof page>, rules = [RULE]) =>
  look(facts, rules, { progress: NO_PROGRESS, framed: false, framedSteps: [], explain: true });
const nearest = (facts: ReturnType<typeof page>, onPage: string[] = []) => {
  const { kind, why } = explained(facts);
  return nearestRules({ verdict: kind, why }, [RULE], onPage);
};

describe('the nearest rules', () => {
  it('are none where the page is recognised', () => {
    const whole = page([control(0, 'button', '下一步'), control(1, 'radio', '是')], [text(2, '要不要時數'), text(3, '線上學習')], '/mooc/co_1.php');
    expect(explained(whole).kind).toBe('recognised');
    expect(nearest(whole)).toEqual([]);
  });

  it('name what failed in the order in which to look: veto, control, words, drift, address', () => {
    const changed = page([control(0, 'radio', '是')], [text(1, '常見問題')], '/other');
    const [near] = nearest(changed);
    expect(near).toMatchObject({ page: 'elearn/05-question', met: '1 of 6' });
    expect(near?.failed.map(({ condition }) => condition)).toEqual([
      'not text 常見問題',
      'button 下一步',
      'heading 要不要時數',
      'text 線上學習',
      'path /mooc/co_*',
    ]);
    for (const { means } of near?.failed ?? []) expect(means.length).toBeGreaterThan(10);
  });

  it('tell how many things there are to point at, where not one', () => {
    const two = page(
      [control(0, 'button', '下一步'), control(1, 'button', '下一步'), control(2, 'radio', '是')],
      [text(3, '要不要時數'), text(4, '線上學習')],
      '/mooc/co_1.php',
    );
    expect(nearest(two)[0]?.failed.map(({ condition }) => condition)).toEqual(['to point at: one button 下一步 (here: 2)']);
    const dead = { ...two, controls: two.controls.slice(1).map((each) => ({ ...each, enabled: each.role !== 'button' })) };
    expect(nearest(dead)[0]?.failed[0]?.condition).toBe('to point at: one button 下一步 (here: 1, not enabled)');
  });

  it('do not name a rule whose address alone fits', () => {
    expect(nearest(page([], [], '/mooc/co_1.php'))).toEqual([]);
  });

  it('name what on the page reads most like the words that are missing', () => {
    const changed = page([control(0, 'radio', '是')], [text(1, '要不要時數'), text(2, '線上學習')], '/mooc/co_1.php');
    const [near] = nearest(changed, ['繼續下一步', '返回前一頁', '回首頁']);
    expect(near?.failed.find(({ condition }) => condition === 'button 下一步')?.closest).toEqual(['繼續下一步']);
    expect(inWords(near === undefined ? [] : [near]).join('\n')).toContain('on the page: 「繼續下一步」');
  });
});

describe('likeness', () => {
  it('is 1 for the same words in another spelling, 0 for others', () => {
    expect(likeness('我的e政府', '我的 E 政府')).toBe(1);
    expect(likeness('登入', '常見問題')).toBe(0);
    expect(likeness('', '')).toBe(0);
  });
  it('shows the closest first, two at most, and nothing far off', () => {
    expect(closest(['新會員第一次登入請看此'], ['登入', '新會員首次登入請看這裡', '新會員第一次登入'])).toEqual(['新會員第一次登入', '新會員首次登入請看這裡']);
    expect(closest(['下一步'], ['常見問題'])).toEqual([]);
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handoutModel } from '../../components/handouts/handout-model';
import { LINES } from '../../components/handouts/RecordSheet';
import { PICTURES } from '../../practice/pictures';
import { rulesDate } from '../../tools/build/rule-pack-module';
import { officialHosts, pack } from '../support/content';
import { ROOT } from '../support/page';

const model = (of = pack) => handoutModel(of, officialHosts, rulesDate(of));

describe('the handouts are made from the rules', () => {
  it('a changed sentence of a rule is changed on paper, and nothing else is', () => {
    const changed = structuredClone(pack);
    const rule = changed.rules.find(({ id }) => id === 'elearn/05-certificate-question');
    const say = rule?.targets[0]?.say?.['zh-TW'];
    if (say === undefined) throw new Error('the rule has no such sentence');
    say.do = '請選別的。';
    const [before, after] = [model(), model(changed)];
    expect(after.steps[3]?.pictures[0]?.sayings[0]?.say['zh-TW'].do).toBe('請選別的。');
    expect(after.steps.filter((step, index) => JSON.stringify(step) !== JSON.stringify(before.steps[index])).map(({ step }) => step)).toEqual([4]);
  });
  it('every step has a picture from a replica, and every known page its sentences in both languages', () => {
    for (const { step, pictures } of model().steps) {
      expect(pictures.length, `step ${step}`).toBeGreaterThan(0);
      for (const { picture, sayings } of pictures) {
        expect(existsSync(join(ROOT, 'content-rules', picture.replica)), picture.replica).toBe(true);
        if (picture.page === null) continue;
        expect(sayings.length, picture.id).toBeGreaterThan(0);
        for (const { say } of sayings) for (const language of ['zh-TW', 'en'] as const) expect(say[language].do, picture.id).toBeTruthy();
      }
    }
  });
  it('only the page that nobody has seen has no rule, and it says what to look for', () => {
    expect(PICTURES.filter(({ page }) => page === null).map(({ step }) => step)).toEqual([3]);
    expect(model().steps[2]?.lost).not.toBeNull();
  });
  it('name and ID number of the form are marked once more', () => {
    const form = model().steps[7]?.pictures[0]?.sayings.filter(({ essential }) => essential);
    expect(form?.map(({ say }) => say['zh-TW'].title)).toEqual(['填真實姓名', '填身分證字號']);
  });
  it('the costly choices stand there once each', () => {
    expect(
      model()
        .mistakes.map(({ id }) => id)
        .sort(),
    ).toEqual(['apple', 'apply-civil', 'choosing-no', 'facebook', 'google']);
  });
  it('is dated by the newest rule', () => {
    const [first] = pack.rules;
    const newer = { ...first, verified: { on: '2031-01-02', how: 'looked at', live: 'never' } } as typeof first;
    expect(rulesDate({ ...pack, rules: [newer, ...pack.rules] as typeof pack.rules })).toBe('2031-01-02');
  });
});

it('the record sheet has a line for account and mailbox, and none for the password', () => {
  expect(LINES).toEqual(expect.arrayContaining(['account', 'mail']));
  expect(LINES.join()).not.toContain('password');
});

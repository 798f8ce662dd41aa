import { describe, expect, it } from 'vitest';
import { toldFacts } from '../../../engine/facts/told-facts';
import { locate } from '../../../engine/locate';
import { vocabularyOf } from '../../../engine/vocabulary';
import { pack } from '../../support/content';
import { control, page, text } from '../../support/facts';

const elearn = vocabularyOf(pack, 'elearn');
const told = (...[controls, texts, path]: Parameters<typeof page>) => toldFacts(page(controls, texts, path), elearn);
const PRINT = [{ role: 'button' as const, name: '列印…' }];

describe('facts as they may leave their page', () => {
  it('keep a name that is known whole', () => expect(told([control(0, 'button', '登入')]).controls[0]?.name).toBe('登入'));
  it('keep the known beginning of a name, and number the rest', () => {
    const { controls } = told([control(0, 'button', '列印蔡青樺的證書'), control(1, 'button', '列印簡雅筑的證書'), control(2, 'button', '列印蔡青樺的證書')]);
    expect(controls.map(({ name }) => name)).toEqual(['列印□□□0', '列印□□□1', '列印□□□0']);
  });
  it('keep the known beginning of a block', () => {
    const [whole] = told([], [text(0, '主打課程…', { words: ['主打課程'], whole: '主打課程給蔡青樺' })]).texts.map((each) => each.whole);
    expect(whole).toBe('主打課程□□□0');
  });
  it('tell twins from two things, as before', () => {
    const twin = (element: number, more: string, leadsTo: string) => control(element, 'button', `列印${more}`, { leadsTo });
    for (const [one, other, found] of [
      [twin(0, '甲', 'address:a'), twin(1, '甲', 'address:a'), true],
      [twin(0, '甲', 'address:a'), twin(1, '乙', 'address:a'), false],
      [twin(0, '甲', 'address:a'), twin(1, '甲', 'address:b'), false],
      [twin(0, '甲', ''), twin(1, '甲', ''), false],
    ] as const) {
      expect(locate(page([one, other]), PRINT).found !== null).toBe(found);
      expect(locate(told([one, other]), PRINT).found !== null).toBe(found);
    }
  });
  it('say nothing of where a press leads but whether it is the same place', () =>
    expect(
      told([control(0, 'button', '登入', { leadsTo: 'address:1xk9' }), control(1, 'button', '登出', { leadsTo: 'form:0:77' })]).controls.map(
        (each) => each.leadsTo,
      ),
    ).toEqual(['0', '1']));
  it('keep of addresses what the rules ask for', () => {
    const { path, controls } = told(
      [control(0, 'button', '', { address: 'elearn.hrd.gov.tw/who/a123456789/facebook/login' }), control(1, 'button', '登入')],
      [],
      '/info/a123456789',
    );
    expect(path).toBe('/info/□□□');
    expect(controls.map(({ address }) => address)).toEqual(['elearn.hrd.gov.tw/□□□/□□□/facebook/□□□', '']);
  });
  it('are as they were where nothing has to be left out', () => {
    const plain = page([control(0, 'button', '登入')], [], '/');
    expect(toldFacts(plain, elearn)).toEqual(plain);
  });
});

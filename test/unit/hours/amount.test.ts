import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { amountIn, patternsFor } from '../../../engine/hours/patterns';
import { fold } from '../../../engine/hours/text';
import { journey } from '../../support/journey';

const patterns = patternsFor(journey.hours);
const read = (text: string) => amountIn(fold(text), patterns.amount);

describe('a number of hours', () => {
  it('is read however it is spelled: every tenth from 0 to 999, in all units, narrow and wide', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (let tenths = 0; tenths <= 9990; tenths += tenths < 200 ? 1 : 97) {
      const hours = tenths / 10;
      for (const unit of [journey.hours.unit].flat()) {
        for (const text of [
          `${hours} ${unit}`,
          ` : ${hours}${unit}`,
          `：${wide(String(hours))}　${unit}`,
          `\n ${hours.toFixed(1)}\u00a0${unit.toUpperCase()} `,
        ])
          expect(read(text), text).toBe(hours);
      }
    }
    expect(read('2 小时')).toBe(2);
  });

  it.each([
    ['', '小時', '2', '2 分鐘', '小時 2', '2小', '２時數', '2 h', '-2 小時', '~2 小時', '+2 小時', '1~2 小時', '1 ～ 2 小時', '1-2 小時', '1、2 小時'],
    [
      '1/2 小時',
      '½ 小時',
      '2½ 小時',
      '1² 小時',
      '① 小時',
      '2.小時',
      '.5 小時',
      '1.5.2 小時',
      '1,5 小時',
      '1,000 小時',
      '2026 小時',
      '01 小時',
      '00 小時',
      '1.234 小時',
    ],
    [
      '二小時',
      '兩小時',
      '半小時',
      '2 小時 30 分',
      '2 小時以上',
      '2 小時/年',
      '約 2 小時',
      '最多 2 小時',
      '2 小時(含測驗)',
      '2 小時、1 小時',
      '2 小時 3 小時',
      '2 小時 3',
    ],
    ['1\u200b0 小時', '2\u202e 小時', '1 0 小時', '٢ 小時', '2e1 小時', '0x2 小時', 'NaN 小時', '2 小時 2 小時', '2 hourly', '2 hrs.', '2 小小時'],
  ])('is not read where there is none, or more than one', (...texts) => {
    expect(texts.filter((text) => read(text) !== null)).toEqual([]);
  });

  it('is, in any jumble of such signs, exactly what is written, once, with a unit and nothing else', () => {
    const random = new Random(20261124);
    const signs = [
      '0',
      '1',
      '2',
      '5',
      '10',
      '１',
      '２',
      '.',
      '．',
      ',',
      ' ',
      '　',
      ':',
      '：',
      '小時',
      '時',
      'hr',
      '分',
      '~',
      '-',
      '至',
      '(',
      ')',
      '²',
      '½',
      '\u200b',
      '年',
      '/',
      '\n',
    ];
    let told = 0;
    for (let count = 0; count < 200_000; count += 1) {
      const text = Array.from({ length: 1 + random.below(6) }, () => random.pick(signs)).join('');
      const hours = read(text);
      if (hours === null) continue;
      told += 1;
      // Said once more in the plainest way: no sign but white space and colons before it, one number, one unit.
      const pieces = text
        .normalize('NFKC')
        .split(/[\s:]+/)
        .filter((piece) => piece !== '')
        .join('');
      expect(
        [
          `${hours}小時`,
          `${hours}時`,
          `${hours}hr`,
          `${hours.toFixed(1)}小時`,
          `${hours.toFixed(1)}時`,
          `${hours.toFixed(1)}hr`,
          `${hours.toFixed(2)}小時`,
          `${hours.toFixed(2)}時`,
          `${hours.toFixed(2)}hr`,
        ],
        JSON.stringify(text),
      ).toContain(pieces);
      expect(text).not.toMatch(/[²½\u200b]/);
    }
    expect(told).toBeGreaterThan(1000);
  });
});

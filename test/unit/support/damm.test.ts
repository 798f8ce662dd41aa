import { describe, expect, it } from 'vitest';
import { checkDigit, isWhole } from '../../../support/damm';

const everyFour = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'));

describe('the check digit', () => {
  it('is the published one', () => {
    expect(checkDigit('572')).toBe('4');
    expect(isWhole('5724')).toBe(true);
  });

  it('catches every single wrong digit and every swap of two different neighbours, in all groups that there are', () => {
    const missed: string[] = [];
    for (const own of everyFour) {
      const group = own + checkDigit(own);
      if (!isWhole(group)) missed.push(`${group} itself`);
      for (let at = 0; at < group.length; at += 1) {
        for (let digit = 0; digit < 10; digit += 1) {
          const other = `${group.slice(0, at)}${digit}${group.slice(at + 1)}`;
          if (other !== group && isWhole(other)) missed.push(`${group} heard as ${other}`);
        }
        const swapped = `${group.slice(0, at)}${group[at + 1] ?? ''}${group[at]}${group.slice(at + 2)}`;
        if (swapped !== group && isWhole(swapped)) missed.push(`${group} heard as ${swapped}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

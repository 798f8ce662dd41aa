import { describe, expect, it } from 'vitest';
import { estimate, growth, median, pairedDifference, quantile, seededRandom, shuffled } from '../../tools/bench/statistics';

describe('quantiles', () => {
  it('the median of an odd and of an even number of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
  it('lies between two values in proportion', () => {
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
    expect(quantile([1, 2, 3, 4, 5], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
  });
  it('of nothing is an error', () => expect(() => quantile([], 0.5)).toThrow('no values'));
});

describe('the bootstrap', () => {
  const values = Array.from({ length: 40 }, (_, index) => 100 + ((index * 37) % 11));
  it('is the same for the same seed', () => {
    expect(estimate(values, seededRandom(5))).toEqual(estimate(values, seededRandom(5)));
  });
  it('holds the median in its interval, and gets narrower with more values', () => {
    const few = estimate(values.slice(0, 8), seededRandom(1));
    const many = estimate([...values, ...values, ...values, ...values], seededRandom(1));
    for (const { low, median: middle, high } of [few, many]) expect(low <= middle && middle <= high).toBe(true);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });
  it('covers the true median about 95 times of 100', () => {
    const random = seededRandom(11);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let covered = 0;
    for (let run = 0; run < 100; run += 1) {
      const { low, high } = estimate(
        Array.from({ length: 30 }, () => 3 + normal()),
        random,
      );
      if (low <= 3 && 3 <= high) covered += 1;
    }
    expect(covered / 100).toBeGreaterThan(0.88);
    expect(covered / 100).toBeLessThan(0.995);
  });
});

describe('paired differences', () => {
  it('find a small cost under a noise that both arms share', () => {
    const random = seededRandom(3);
    const noise = Array.from({ length: 30 }, () => random() * 500);
    const { low, high } = pairedDifference(
      noise.map((value) => value + 2 + random() * 0.1),
      noise,
      seededRandom(4),
    );
    expect(low).toBeGreaterThan(1.99);
    expect(high).toBeLessThan(2.11);
  });
  it('of the same arm twice hold 0', () => {
    const random = seededRandom(8);
    const once = Array.from({ length: 30 }, () => random());
    const twice = Array.from({ length: 30 }, () => random());
    const { low, high } = pairedDifference(once, twice, seededRandom(9));
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
  });
  it('of different numbers of rounds are an error', () => expect(() => pairedDifference([1, 2], [1], seededRandom(1))).toThrow('cannot be paired'));
});

it('growth is the exponent', () => {
  const sizes = [100, 1_000, 10_000];
  expect(growth(sizes.map((x) => ({ x, y: 3 * x })))).toBeCloseTo(1);
  expect(growth(sizes.map((x) => ({ x, y: 7 })))).toBeCloseTo(0);
  expect(growth(sizes.map((x) => ({ x, y: x ** 2 })))).toBeCloseTo(2);
  expect(() => growth([{ x: 5, y: 1 }])).toThrow('two different sizes');
});

it('shuffled holds the same entries, in every order in time', () => {
  const random = seededRandom(2);
  const orders = new Set(Array.from({ length: 200 }, () => shuffled(['a', 'b', 'c'], random).join('')));
  expect([...orders].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
});

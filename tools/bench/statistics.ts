/** A median with the interval that 95 % of its bootstrap resamples lie in. */
export interface Estimate {
  median: number;
  low: number;
  high: number;
}

const RESAMPLES = 2000;

/** A small seeded generator (mulberry32) of numbers 0 ≤ x < 1, so that a run's order and intervals can be had again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same entries in another order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((entry) => ({ entry, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry);
}

/**
 * The value below which a share of the values lies, between two of them in proportion.
 * @param share 0 to 1
 * @throws Error when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('no values to take a quantile of');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The median of values and how far it can be trusted. */
export function estimate(values: readonly number[], random: () => number): Estimate {
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(() => values[Math.floor(random() * values.length)] as number)));
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}

/**
 * What one arm costs more than another, round by round: whatever slows the machine in one round slows both arms of it.
 * @throws Error when the two have not run the same rounds
 */
export function pairedDifference(values: readonly number[], base: readonly number[], random: () => number): Estimate {
  if (values.length !== base.length) throw new Error(`${values.length} rounds cannot be paired with ${base.length}`);
  return estimate(
    values.map((value, round) => value - (base[round] as number)),
    random,
  );
}

/** The exponent with which y grows with x: the slope of the least-squares line through the logarithms. 1 is linear, 0 flat. */
export function growth(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (pick: (point: { x: number; y: number }) => number) => logs.reduce((sum, point) => sum + pick(point), 0) / logs.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const shared = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const spread = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (spread === 0) throw new Error('growth needs at least two different sizes');
  return shared / spread;
}

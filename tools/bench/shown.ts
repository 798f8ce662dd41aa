import type { Estimate } from './statistics';

/** A number as tables show it: three figures that count. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? (0).toFixed(digits) : text).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/** A median with its interval: `1.38 [1.30, 1.52]`. */
export function shownEstimate({ median, low, high }: Estimate): string {
  return `${shown(median)} [${shown(low)}, ${shown(high)}]`;
}

/** How often something is tried: the whole number in `--full`, a tenth of it otherwise, and not less than twice. */
export function rounds(full: number): number {
  return process.env.FULL === '1' ? full : Math.max(2, Math.round(full / 10));
}

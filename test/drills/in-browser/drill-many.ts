import type { PlacedCase } from '../../../tools/build/rule-pack';
import type { DrillBrowser, SeenResult } from './drill-browser';
import { drawForBrowser } from './sample';

/**
 * Drills pages until so many had something to change, half of them in layout or time.
 * @param picture is given a PNG of each page as it was judged
 */
export async function drillMany(
  opened: DrillBrowser,
  cases: readonly PlacedCase[],
  { count, seed }: { count: number; seed: number },
  picture?: (png: Uint8Array, result: SeenResult, number: number) => void,
): Promise<SeenResult[]> {
  const results: SeenResult[] = [];
  const open = { layout: Math.ceil(count / 2), engine: Math.floor(count / 2) };
  for (const [index, drawn] of drawForBrowser(cases, count, seed).entries()) {
    const kind = index % 2 === 0 ? 'layout' : 'engine';
    if (open[kind] === 0) continue;
    const result = await opened.drill(drawn, (png, seen) => picture?.(png, seen, results.length + 1));
    if (result === null) continue;
    results.push(result);
    open[kind] -= 1;
  }
  return results;
}

import { expect, test } from 'vitest';
import { readContent } from '../../tools/build/rule-pack';
import { openDrillBrowser } from '../drills/in-browser/drill-browser';
import { drillMany } from '../drills/in-browser/drill-many';
import { goalsOf, isDue, lineOf, wrongs } from '../drills/in-browser/summary';
import { ROOT } from '../support/page';
import { BROWSERS } from './opened';

const SEED = 20261124;
const isFull = process.env.FULL === '1';
/** How many pages are drilled; Firefox takes longer for each. */
const COUNT = isFull ? { chromium: 300, firefox: 100 } : { chromium: 14, firefox: 8 };

test.each(BROWSERS)(
  'on redesigned pages in %s the ring is around the right element, or the card says the right words; never a ring around anything else',
  async (name) => {
    const { pack, cases } = readContent(ROOT);
    const opened = await openDrillBrowser(name, pack, console.error);
    const results = await drillMany(opened, cases, { count: COUNT[name], seed: SEED }).finally(() => opened.close());
    expect(results).toHaveLength(COUNT[name]);
    expect(results.filter((result) => wrongs(result).length > 0).map((result) => `${wrongs(result).join(', ')}: ${lineOf(result)}`)).toEqual([]);
    const missed = results.filter((result) => !isDue(result)).map((result) => `${result.outcome}: ${lineOf(result)}`);
    // Among a dozen pages one miss is more than three in a hundred.
    if (isFull)
      expect(
        goalsOf(results).filter(({ isMet }) => !isMet),
        missed.join('\n'),
      ).toEqual([]);
    else expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(1);
  },
  isFull ? 3_600_000 : 120_000,
);

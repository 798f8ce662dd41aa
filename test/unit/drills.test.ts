import { expect, test } from 'vitest';
import { readContent } from '../../tools/build/rule-pack';
import { type DrillResult, runDrill } from '../drills/run';
import { drawSample } from '../drills/sample';
import { ROOT } from '../support/page';

const { pack, cases } = readContent(ROOT);
const SEED = 20261123;

/** A small sample on every run; `npm run drills` draws thousands and prints the table. */
test('on redesigned pages the guide points at the same element, or says words without a ring; never at another', () => {
  const results = drawSample(cases, 150, SEED).flatMap(({ placed, drills, seed }) => runDrill(pack, placed, drills, seed) ?? []);
  expect(results.length, 'drills that had something to change').toBeGreaterThan(90);
  const told = ({ outcome, drill, origin, detail }: DrillResult) => `${outcome}: ${drill} on ${origin}: ${detail}`;
  expect(results.filter(({ outcome }) => outcome.startsWith('WRONG')).map(told)).toEqual([]);
  const wordsKept = results.filter(({ keeps }) => keeps === 'words');
  const missed = wordsKept.filter(({ outcome }) => outcome !== 'same');
  expect(missed.length / wordsKept.length, missed.map(told).join('\n')).toBeLessThan(0.08);
}, 60_000);

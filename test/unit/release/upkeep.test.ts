import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readYaml } from '../../../tools/build/yaml-file';
import { packageList, upkeepFaults, withAnswers } from '../../../tools/release/upkeep';
import { ROOT } from '../../support/page';

const TODAY = '2026-12-01';
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
const listed = Object.keys({ ...dependencies, ...devDependencies });
const list = readYaml(join(ROOT, 'tools/release/packages.yaml'), 'tools/release/packages.yaml', packageList).value;

it('every listed package has the day of its newest release, and a reason where that is old', () => expect(upkeepFaults(list, listed, TODAY)).toEqual([]));

it('a package that nobody has looked at is told', () => {
  expect(upkeepFaults(list, [...listed, 'new-one'], TODAY)).toEqual(['new-one is missing in packages.yaml']);
});

it('a package that is gone is told', () => {
  expect(upkeepFaults({ ...list, gone: { released: TODAY } }, listed, TODAY)).toEqual(['gone is in packages.yaml and not in package.json']);
});

it.each([
  ['2024-11-30', 1],
  ['2024-12-01', 0],
])('released on %s, without a reason: %i fault', (released, faults) => {
  expect(upkeepFaults({ old: { released } }, ['old'], TODAY)).toHaveLength(faults);
  expect(upkeepFaults({ old: { released, why: 'It is finished, and small.' } }, ['old'], TODAY)).toEqual([]);
});

it('what the registry answers counts in place of what is written', () => {
  const asked = withAnswers({ old: { released: TODAY }, other: { released: TODAY } }, new Map([['old', '2020-01-01']]));
  expect(upkeepFaults(asked, ['old', 'other'], TODAY)).toHaveLength(1);
});

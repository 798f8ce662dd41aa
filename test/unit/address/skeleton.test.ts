import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { lettersApart } from '../../../engine/address/letters-apart';
import { skeletonOf } from '../../../engine/address/skeleton';
import { CONFUSABLE_FILE, confusableSource } from '../../../tools/build/confusable-characters';
import { officialHosts } from '../../support/content';
import { ROOT } from '../../support/page';

it('the table of characters is the one of the official hosts', () => {
  const written = readFileSync(join(ROOT, CONFUSABLE_FILE), 'utf8');
  expect(written, 'made anew by: npx tsx tools/build/confusable-characters.ts').toBe(confusableSource(officialHosts));
});

describe('the skeleton of a host', () => {
  it.each([
    ['elearn.hrd.gov.tw', 'eleam.hrd.gov.tw'],
    ['elearn.hrd.gov.tw', 'e1eаrn.һrԁ.g0v.tvv'],
    ['elearn.hrd.gov.tw', new URL('https://еlеаrn.hrd.gov.tw').hostname],
    ['www.cp.gov.tw', 'ԝԝԝ.ср.gοv.tw'],
    ['ecpa.dgpa.gov.tw', 'ecpa.clgpa.gov.tw'],
    ['www.gsp.gov.tw', 'www.gśp.gov.tw'],
  ])('%s looks like %s', (official, other) => expect(skeletonOf(other)).toBe(skeletonOf(official)));
  it('tells the official hosts apart', () => expect(new Set(officialHosts.hosts.map(({ host }) => skeletonOf(host))).size).toBe(officialHosts.hosts.length));
  it('leaves Chinese as it is', () => expect(skeletonOf('xn--fiq228c.tw')).toBe('中文.tw'));
  it('takes a label that is no punycode as it stands', () => expect(skeletonOf('xn--0.tw')).toBe('xn--o.tw'));
});

describe('letters apart', () => {
  it.each([
    ['', '', 0],
    ['a', '', 1],
    ['elearn', 'elaern', 1],
    ['elearn', 'learn', 1],
    ['elearn', 'eleaarnn', 2],
    ['elearn', 'xyzarn', 3],
    ['abc', 'abcdef', 3],
  ])('%s and %s: %i', (one, other, apart) => expect(lettersApart(one, other, 5)).toBe(apart));
  it('counts no further than asked', () => expect(lettersApart('elearn', 'qqqqqq', 2)).toBe(3));
  it('is the same both ways, nothing for the same word, and at most the number of edits made', () => {
    const random = new Random(7);
    for (let round = 0; round < 500; round += 1) {
      const word = Array.from({ length: 1 + random.below(12) }, () => random.pick([...'abcd'])).join('');
      let other = word;
      const edits = random.below(4);
      for (let edit = 0; edit < edits; edit += 1) {
        const at = random.below(other.length + 1);
        other = other.slice(0, at) + random.pick(['', 'a', 'x']) + other.slice(at + random.below(2));
      }
      expect(lettersApart(word, word, 9)).toBe(0);
      expect(lettersApart(word, other, 9)).toBe(lettersApart(other, word, 9));
      expect(lettersApart(word, other, 9)).toBeLessThanOrEqual(edits);
    }
  });
});

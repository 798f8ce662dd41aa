import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { toldAddress } from '../../../engine/facts/told-facts';
import { matchesGlob } from '../../../engine/glob';

describe('an address as it may leave its page', () => {
  it.each([
    ['/mooc/co_new_member_1.php', ['/mooc/co_*'], '/mooc/co_□□□'],
    ['/mooc/login.php', ['/mooc/login.php'], '/mooc/login.php'],
    ['/user/chen-mei/edit', ['/mooc/*'], '/□□□/□□□/□□□'],
    ['/user/chen-mei/edit', ['/user/*/edit'], '/user/□□□/edit'],
    ['/a-b-a', ['/*a'], '/□□□a'],
    ['/', ['/'], '/'],
    ['/aab/aab', ['*aab*b'], '/aab/□□□b'],
  ])('%s by %j is %s', (address, globs, told) => expect(toldAddress(address, globs)).toBe(told));

  it('matches the same globs as before, and no others, whatever they are', () => {
    const random = new Random(6);
    const draw = (signs: string, most: number) => Array.from({ length: 1 + random.below(most) }, () => random.pick([...signs])).join('');
    let matched = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const address = `/${draw('aab/', 12)}`;
      const globs = Array.from({ length: 1 + random.below(4) }, () => `${random.pick(['/', '', '*'])}${draw('aab/**', 6)}`);
      const told = toldAddress(address, globs);
      for (const glob of globs) {
        const before = matchesGlob(address, glob);
        if (before) matched += 1;
        expect(matchesGlob(told, glob), `${address} became ${told} and ${glob}`).toBe(before);
      }
      expect(toldAddress(told, globs), `${told} by ${globs.join(' ')}`).toBe(told);
    }
    expect(matched).toBeGreaterThan(3000);
  });
});

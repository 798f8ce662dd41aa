import { describe, expect, it } from 'vitest';
import type { Evidence, Rule } from '../../content-rules/schema';
import { type Broken, breakPage } from '../../drills/break-page';
import { readFacts } from '../../engine/facts/read';
import { locate } from '../../engine/locate';
import { describe as describeLine, isThere } from '../../engine/recognise';
import { vocabularyOf } from '../../engine/vocabulary';
import { scenesOf } from '../../tools/build/scenes';
import { cases, pack } from '../support/content';
import { closePage, openReplica, sightWithoutLayout } from '../support/page';

const SCENES = scenesOf({ pack, cases });
const WHOLE: Broken = { conditions: [], missing: null, finders: [], cover: '公告' };

/** Facts of a page's first replica, broken. */
function broken({ id }: Rule, how: Partial<Broken>) {
  const { replica = '', address = '' } = SCENES[id]?.[0] ?? {};
  const { document } = openReplica(replica, address);
  const { host, pathname: path } = new URL(address);
  const vocabulary = vocabularyOf(pack, id.split('/')[0] as 'elearn');
  const read = () => readFacts(document, { host, path }, vocabulary, sightWithoutLayout(document));
  breakPage(document, { ...WHOLE, ...how }, read);
  const { facts } = read();
  closePage(document);
  return facts;
}

describe('a page that is as broken as it is said to be', () => {
  it.each(pack.rules.map((rule) => [rule.id, rule] as const))('%s: each condition can be broken', (_, rule) => {
    const whole = broken(rule, {});
    const line = (each: Evidence) => ({ each, condition: describeLine(each) });
    const held = rule.recognise.all.filter((each) => isThere(whole, each)).map(line);
    expect(held.length).toBeGreaterThan(1);
    for (const { each, condition } of held) expect(isThere(broken(rule, { conditions: [condition] }), each), condition).toBe(false);
    for (const { each, condition } of rule.recognise.none.map(line)) {
      expect(isThere(whole, each), condition).toBe(false);
      expect(isThere(broken(rule, { conditions: [`not ${condition}`] }), each), condition).toBe(true);
    }
  });

  const pointing = pack.rules.flatMap((rule) => {
    const whole = broken(rule, {});
    const finders = rule.targets.map(({ find }) => find).find((find) => find.length > 0 && locate(whole, find).found !== null);
    return finders === undefined ? [] : [[rule.id, rule, finders] as const];
  });
  it('there are pages on which something is pointed at', () => {
    expect(pointing.length).toBeGreaterThan(10);
  });
  it.each(pointing)('%s: what is due cannot be pressed, for the reason that was told', (_, rule, finders) => {
    for (const missing of ['not-found', 'not-enabled', 'several'] as const) {
      const location = locate(broken(rule, { missing, finders }), finders);
      expect(location.found === null && location.missing, missing).toBe(missing);
    }
  });

  it('what is not a condition is passed over', () => {
    const [rule] = pack.rules as [Rule];
    expect(broken(rule, { conditions: ['path /', 'to point at: one button 登入 (here: 0)', ''] })).toEqual(broken(rule, {}));
  });
});

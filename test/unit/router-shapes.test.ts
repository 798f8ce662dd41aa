import { inspect } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Random } from '../../drills/random';
import { documentAt, fake, OWN_PAGE, resetFakeBrowser } from '../support/fake-browser';
import { smallHelp, smallPack } from '../support/journey';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));
const { Keeper } = await import('../../platform/keeper');
const { Router } = await import('../../platform/router');

type Table = Record<string, unknown>;
const EVENT = { type: 'answered', question: 'hours', answer: 'yes' };
const GOOD: Table[] = [
  { ask: 'report', claim: { kind: 'recognised', isCovered: false, depth: 0 }, page: 'elearn/01-home', step: 1 },
  { ask: 'gone' },
  { ask: 'view' },
  { ask: 'hide-text' },
  { ask: 'add', event: EVENT },
  { ask: 'add', event: { type: 'finished', step: 9 } },
  { ask: 'open', place: 'egov-front' },
  { ask: 'open', place: 'egov-front', tab: 7 },
  { ask: 'arm', caution: 'elearn/03-login-chooser/facebook' },
  { ask: 'mute', caution: 'facebook' },
  { ask: 'put-away', site: 'elearn' },
  { ask: 'change', settings: { language: 'en' } },
  { ask: 'explain', tab: 7 },
  { ask: 'seen', tab: 7 },
  { ask: 'start-over' },
  { ask: 'set-aside-seen' },
  { ask: 'repair' },
  { ask: 'stuck', page: 'elearn/01-home', step: 1 },
  { ask: 'recovery', recovery: 'chose-no' },
  { ask: 'begin', recovery: 'chose-no' },
];
const SENDERS = [documentAt('https://elearn.hrd.gov.tw/'), documentAt('https://www.cp.gov.tw/', 8, 3), OWN_PAGE];
/** A hundred thousand in `npm run test:full`. */
const COUNT = process.env.FULL === '1' ? 100_000 : 5_000;
const CIRCLE: Table = { ask: 'add' };
CIRCLE.event = CIRCLE;

/** Values that stand nowhere in a good message. */
const WRONG = [
  undefined,
  Number.NaN,
  -1,
  1.5,
  2 ** 60,
  '',
  'x'.repeat(5000),
  'https://evil.example/?a=b',
  '王小明',
  'True!',
  [],
  [[]],
  {},
  { type: 'arrived' },
  () => 1,
  Symbol('x'),
  1n,
  new Date(0),
  new Map(),
  CIRCLE,
  'x'.repeat(1_000_000),
  Array.from({ length: 10_000 }, () => 'facebook'),
  Object.create({ ask: 'repair', type: 'corrected', step: 4 }),
  Object.create(null),
];

let router = new Router(new Keeper(smallPack.journey), smallPack, undefined, smallHelp);
beforeEach(async () => {
  resetFakeBrowser();
  router = new Router(new Keeper(smallPack.journey), smallPack, undefined, smallHelp);
  await router.keeper.repair();
});
const state = () => JSON.stringify([fake.local.values, fake.local.writes, fake.session.values, fake.tabCalls, fake.told]);

/** Sends to every kind of listener; says how often it was heard. */
function heardBy(message: unknown): number {
  return SENDERS.filter((sender) => router.hear(message, sender) !== undefined).length;
}

/** Every place in a message where something stands, as a path of keys. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function withChange(message: Table, path: readonly string[], change: (owner: Table, key: string) => void): unknown {
  const copy = structuredClone({ message }) as Table;
  const keys = ['message', ...path];
  const owner = keys.slice(0, -1).reduce((at, key) => at[key] as Table, copy);
  change(owner, keys.at(-1) as string);
  return copy.message;
}

describe('a message of another shape', () => {
  it('is the yardstick here: each good one is heard by someone', async () => {
    for (const message of GOOD) {
      const answers = SENDERS.flatMap((sender) => router.hear(message, sender) ?? []);
      expect(answers.length, JSON.stringify(message)).toBeGreaterThan(0);
      await Promise.all(answers);
    }
  });

  it.each(GOOD.map((message) => [JSON.stringify(message), message] as const))('%s with a part too much or too little is not heard', async (_, message) => {
    const before = state();
    for (const path of pathsIn(message)) {
      const part = path.reduce<unknown>((at, key) => (at as Table)[key], message);
      if (typeof part === 'object' && part !== null) {
        const more = withChange(message, path, (owner, key) => {
          (owner[key] as Table).name = '王小明';
        });
        expect(heardBy(more), JSON.stringify(more)).toBe(0);
      }
      // Without a tab, "open" is what a page says; without settings to change nothing is changed.
      const mayBeLeftOut = path.join() === 'tab' || path.join() === 'settings,language';
      if (path.length === 0 || mayBeLeftOut) continue;
      const less = withChange(message, path, (owner, key) => Reflect.deleteProperty(owner, key));
      expect(heardBy(less), JSON.stringify(less)).toBe(0);
    }
    await router.keeper.repair();
    expect(state()).toBe(before);
  });

  it(`is not heard, throws nothing and writes nothing: ${COUNT.toLocaleString('en')} at random`, async () => {
    const before = state();
    const random = new Random(20_260_101);
    const anything = (depth: number): unknown => {
      if (depth === 0 || random.next() < 0.4) return random.pick(WRONG);
      if (random.next() < 0.3) return Array.from({ length: random.below(4) }, () => anything(depth - 1));
      const keys = ['ask', 'event', 'type', 'claim', 'settings', 'tab', 'place', 'page', '__proto__', 'constructor', 'toString', 'then'];
      return Object.fromEntries(Array.from({ length: random.below(5) }, () => [random.pick(keys), anything(depth - 1)]));
    };
    for (let count = 0; count < COUNT; count += 1) {
      const good = random.pick(GOOD);
      const paths = pathsIn(good).filter((path) => path.length > 0 && !(path.length === 1 && path[0] === 'settings'));
      const message =
        random.next() < 0.3
          ? anything(3)
          : withChange(good, random.pick(paths), (owner, key) => {
              owner[key] = random.pick(WRONG);
            });
      const heard = heardBy(message);
      if (heard > 0) expect.fail(`heard: ${inspect(message)}`);
    }
    await router.keeper.repair();
    expect(state()).toBe(before);
  });

  it.each([
    null,
    undefined,
    0,
    '',
    'repair',
    [],
    [{ ask: 'repair' }],
    { tell: 'explain' },
    { tell: 'seen' },
    { ask: ['repair'] },
    { ASK: 'repair' },
    { ask: 'constructor' },
    { ask: '__proto__' },
  ])('%j is not heard', (message) => expect(heardBy(message)).toBe(0));
});

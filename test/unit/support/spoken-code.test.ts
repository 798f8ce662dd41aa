import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { type Decoded, decodeSpokenCode } from '../../../support/decode';
import { encode, groupsOf } from '../../../support/encode';
import { LAYOUTS, NEWEST_LAYOUT } from '../../../support/layout';
import { PAGE_TABLE } from '../../../support/page-table';
import type { CodeParts } from '../../../support/parts';
import { drawnParts, everyAnswer, everyPlace, everyVerdict, NOTHING_SAID, PLAIN } from '../../support/code-parts';

const EDITION = PAGE_TABLE.editions.length;
const partsOf = (code: Decoded) => (code.ok ? code.parts : code.fault);
const comesBack = (parts: CodeParts) => expect(partsOf(decodeSpokenCode(encode(parts).join(' ')))).toEqual(parts);

describe('what is put in comes out', () => {
  it('every place with every verdict, the rest drawn', () => {
    const random = new Random(1);
    for (const { page, spot } of everyPlace(EDITION))
      for (const verdict of everyVerdict()) comesBack(drawnParts(random, EDITION, PAGE_TABLE, { page, spot, ...verdict }));
  });

  it('every combination of answers, with and without each way back, on the first visit and again', () => {
    const random = new Random(2);
    for (const answers of everyAnswer())
      for (const recovery of [null, ...PAGE_TABLE.recoveries])
        for (const visit of ['first', 'again'] as const) comesBack(drawnParts(random, EDITION, PAGE_TABLE, { answers, recovery, visit }));
  });

  it('every set of failed conditions of every page', () => {
    const random = new Random(3);
    for (const { page, conditions } of everyPlace(EDITION).filter(({ spot }) => spot === 0)) {
      for (let mask = 0; mask < 2 ** conditions.length; mask += 1) {
        const failed = conditions.flatMap((_, condition) => ((mask >> condition) & 1 ? [condition] : []));
        comesBack(drawnParts(random, EDITION, PAGE_TABLE, { page, spot: 0, failed }));
      }
    }
  });

  it('every step where there is no page', () => {
    for (let step = 0; step < 12; step += 1) comesBack({ ...PLAIN, page: null, spot: 0, kind: 'quiet', reason: 'not-guided', step });
  });

  it('drawn at random, 20,000 times, and different parts have different codes', () => {
    const random = new Random(4);
    const codes = new Map<string, string>();
    for (let times = 0; times < 20_000; times += 1) {
      const parts = drawnParts(random, EDITION);
      comesBack(parts);
      const code = encode(parts).join('');
      expect(codes.get(code) ?? JSON.stringify(parts)).toBe(JSON.stringify(parts));
      codes.set(code, JSON.stringify(parts));
    }
  });

  it('in three groups of five digits, within the budget', () => {
    const product = NEWEST_LAYOUT.fields.reduce((product, [, values]) => product * values, 1);
    expect(product).toBe(475_634_073_600);
    expect(product).toBeLessThanOrEqual(NEWEST_LAYOUT.below - NEWEST_LAYOUT.from);
    for (const group of encode(PLAIN)) expect(group).toMatch(/^\d{5}$/);
  });

  it.each<[string, Partial<CodeParts>]>([
    ['a page that the table does not have', { page: 'elearn/99-nowhere' }],
    ['a spot that the page does not have', { spot: 7 }],
    ['an edition that is not there', { edition: EDITION + 1 }],
    ['a condition that the page does not have', { failed: [6] }],
    ['a reason of another kind', { kind: 'degraded', reason: 'translated' }],
    ['lost in no step', { kind: 'lost', step: null }],
    ['a step beside a page that tells it', { step: 3 }],
    ['a way back that nobody knows', { recovery: 'over-the-hills' }],
    ['an answer that nobody can give', { answers: { ...NOTHING_SAID, civil: 'perhaps' as 'yes' } }],
  ])('%s makes no code', (_, wrong) => expect(() => encode({ ...PLAIN, ...wrong })).toThrow(RangeError));
});

describe('what is misheard is refused, and the group named', () => {
  it('every single wrong digit and every swap of neighbours in a group, over 10,000 codes', () => {
    const random = new Random(5);
    const missed: string[] = [];
    for (let times = 0; times < 10_000; times += 1) {
      const groups = encode(drawnParts(random, EDITION));
      for (const [index, group] of groups.entries()) {
        for (const other of misheard(group)) {
          const typed = groups.map((each, at) => (at === index ? other : each)).join(' ');
          const decoded = decodeSpokenCode(typed);
          const isNamed = !decoded.ok && decoded.fault.kind === 'check' && decoded.fault.groups.join() === String(index + 1);
          if (!isNamed) missed.push(typed);
        }
      }
    }
    expect(missed).toEqual([]);
  }, 60_000);

  it('in two groups at once, both are named', () => {
    expect(partsOf(decodeSpokenCode('10000 01000 00000'))).toEqual({ kind: 'check', groups: [1, 2] });
  });
});

/** Every other digit in every place, and every swap of two neighbours that differ. */
function misheard(group: string): string[] {
  const replaced = [...group].flatMap((own, at) =>
    [...'0123456789'].filter((digit) => digit !== own).map((digit) => group.slice(0, at) + digit + group.slice(at + 1)),
  );
  const swapped = [0, 1, 2, 3].map((at) => `${group.slice(0, at)}${group[at + 1]}${group[at]}${group.slice(at + 2)}`);
  return [...replaced, ...swapped.filter((other) => other !== group)];
}

describe('how a code is typed', () => {
  const code = encode(PLAIN);
  it.each([
    ['without a break', code.join('')],
    ['with hyphens', code.join('-')],
    ['with wide digits and wide spaces', code.join('　').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['with spaces around, dashes and line ends', ` ${code.join(' –\n')}\t`],
    ['digit by digit', [...code.join('')].join(' ')],
    ['with 、 between', code.join('、')],
  ])('%s is all right', (_, typed) => expect(partsOf(decodeSpokenCode(typed))).toEqual(PLAIN));

  it('any digit may be a wide one', () => {
    const random = new Random(6);
    for (let times = 0; times < 50; times += 1) {
      const groups = encode(drawnParts(random, EDITION));
      const wide = groups.map((group) => [...group].map((digit) => '０１２３４５６７８９'[Number(digit)]).join(''));
      expect(decodeSpokenCode(wide.join(' '))).toMatchObject({ ok: true, groups });
    }
  });

  it.each([
    ['nothing', '', { kind: 'empty' }],
    ['only what stands between', ' - ', { kind: 'empty' }],
    ['a letter O for a zero', code.join(' ').replace('0', 'O'), { kind: 'characters', found: 'O' }],
    ['Chinese numerals', '一二三四五', { kind: 'characters', found: '一' }],
    ['markup', '<b>12345</b>', { kind: 'characters', found: '<' }],
    ['a digit in a ring', '①2345 12345 12345', { kind: 'characters', found: '①' }],
    ['one too few', code.join(' ').slice(0, -1), { kind: 'length', digits: 14, groups: [3] }],
    ['one too many, no groups to be seen', `${code.join('')}1`, { kind: 'length', digits: 16, groups: [] }],
    ['15 digits and a group too long', '123456 1234 12345', { kind: 'check', groups: [1, 2, 3] }],
  ])('%s is told', (_, typed, fault) => expect(partsOf(decodeSpokenCode(typed))).toEqual(fault));
});

describe('what is not of this version', () => {
  it('a payload that no layout has is of a newer one', () => {
    const newest = Math.max(...LAYOUTS.map(({ below }) => below));
    for (const payload of [newest, 999_999_999_999]) expect(partsOf(decodeSpokenCode(groupsOf(payload).join(' ')))).toEqual({ kind: 'newer', what: 'code' });
  });
  it('an edition that is not here is of newer rules', () => {
    const newer = { ...PAGE_TABLE, editions: [...PAGE_TABLE.editions, '2099-01-01'] };
    const code = encode({ ...PLAIN, edition: EDITION + 1 }, newer).join(' ');
    expect(partsOf(decodeSpokenCode(code))).toEqual({ kind: 'newer', what: 'rules' });
    expect(partsOf(decodeSpokenCode(code, newer))).toEqual({ ...PLAIN, edition: EDITION + 1 });
  });
  it('a payload between the last value and the end of its layout is no code, nor one whose values stand for nothing', () => {
    const { below, fields } = NEWEST_LAYOUT;
    const of = (values: Partial<Record<string, number>>) => fields.reduce((sum, [field, radix]) => sum * radix + (values[field] ?? 0), 0);
    for (const payload of [
      below - 1,
      of({ place: 255 }),
      of({ verdict: 27, place: 0 }),
      of({ verdict: 12, recovery: 11 }),
      of({ place: 0, verdict: 12, failed: 1 }),
      of({ place: 3, verdict: 0 }),
    ])
      expect(partsOf(decodeSpokenCode(groupsOf(payload).join(' '))), String(payload)).toEqual({ kind: 'impossible' });
  });
  it('the layouts lie beside each other', () => {
    for (const [index, { from, below, version }] of LAYOUTS.entries()) {
      expect(version).toBe(index + 1);
      expect(from).toBe(LAYOUTS[index - 1]?.below ?? 0);
      expect(below).toBeGreaterThan(from);
    }
    expect(NEWEST_LAYOUT.below).toBeLessThanOrEqual(1e12);
  });
});

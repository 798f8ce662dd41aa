import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../tools/browser/overlay-view';
import type { SeenResult } from '../drills/in-browser/drill-browser';
import { faultsOf, outcomeOf, type Scene } from '../drills/in-browser/judge';
import { drawForBrowser } from '../drills/in-browser/sample';
import { asMarkdown, goalsOf, isDue, tally } from '../drills/in-browser/summary';
import { LAYOUT_DRILLS } from '../drills/layout-drills';
import { DRILLS } from '../drills/sample';
import { cases, pack } from '../support/content';

const FOLDER = 'elearn/02-busy-notice';
const RING = { x: 91, y: 91, width: 118, height: 58 };
const CARD = { title: '第 2 步', text: '請按「了解，我清楚了」。', all: '', box: { x: 400, y: 100, width: 340, height: 200 }, buttons: [] };
const overlay = (parts: Partial<Overlay>): Overlay => ({ frame: {} as never, ring: null, card: null, caution: null, notes: [], ...parts });
const finding = {
  verdict: 'recognised',
  page: FOLDER,
  step: 2,
  frame: null,
  target: { role: 'link', name: '', tag: 'a', at: 0 },
  cautions: [],
  card: CARD,
  why: [],
};
const RIGHT = { isRight: true, reached: 9, centre: '' };

const scene = (parts: Partial<Scene> = {}): Scene => ({
  finding,
  pages: [FOLDER],
  overlays: [overlay({ ring: RING, card: CARD })],
  inside: RIGHT,
  viewport: { width: 1280, height: 720 },
  ...parts,
});
const placedWith = (target: string | null) => ({
  folder: FOLDER,
  case: { replica: 'replica.html', url: 'https://elearn.hrd.gov.tw/', expect: { verdict: 'recognised' as const, target } },
});
const outcome = (parts: Partial<Scene>, target: string | null = 'understood') => outcomeOf(scene(parts), placedWith(target), pack);
const without = (verdict: string, card: typeof CARD | null, page: string | null = FOLDER): Partial<Scene> => ({
  finding: { ...finding, verdict, page, target: null, card },
  overlays: [overlay({ card })],
  inside: null,
  pages: page === null ? [] : [page],
});

describe('what a person has seen of a drilled page is judged', () => {
  it('as the same element, when the ring is around it and a press inside reaches it', () => expect(outcome({})).toBe('same'));
  it('as a wrong element, when the ring is around another, or around something that cannot be pressed there', () => {
    expect(outcome({ inside: { ...RIGHT, isRight: false } })).toBe('WRONG ELEMENT');
    expect(outcome({ inside: { ...RIGHT, reached: 0 } })).toBe('WRONG ELEMENT');
    expect(outcome({}, null), 'where nothing is to be ringed, no element is right').toBe('same');
  });
  it('as a wrong page, when any document takes itself for another', () => expect(outcome({ pages: [FOLDER, 'elearn/01-home'] })).toBe('WRONG PAGE'));
  it('as words, only when the card names what to look for or says what is in the way', () => {
    expect(outcome(without('degraded', { ...CARD, title: '找不到「了解，我清楚了」' }))).toBe('words');
    expect(outcome(without('degraded', { ...CARD, title: '畫面被擋住了', text: '' }))).toBe('words');
    expect(outcome(without('degraded', { ...CARD, title: '這一頁可能改版了', text: '' }))).toBe('lost');
    expect(outcome(without('lost', CARD, null)), 'a line with the way back').toBe('lost');
    expect(outcome(without('ambiguous', { ...CARD, title: '這一頁翻譯過了，先改回原文' }, null))).toBe('words');
    expect(outcome(without('ambiguous', CARD, null))).toBe('lost');
  });
  it('as quiet, when no card is drawn, whatever the guide thinks', () => {
    expect(outcome(without('degraded', null))).toBe('quiet');
    expect(outcome(without('quiet', null, null), null)).toBe('quiet');
  });
  it('as the same on a page where nothing is to be ringed', () => expect(outcome(without('recognised', CARD), null)).toBe('same'));
});

describe('faults of what is drawn', () => {
  const faults = (parts: Partial<Scene>) => faultsOf(scene(parts));
  it('are none on a good page', () => expect(faults({})).toEqual([]));
  it.each([
    ['a card over the target', { overlays: [overlay({ ring: RING, card: { ...CARD, box: { ...CARD.box, x: 150 } } })] }, 'the card lies over the target'],
    [
      'a card that leaves the window',
      { viewport: { width: 600, height: 720 } },
      'the card is not wholly in the window: {"x":400,"y":100,"width":340,"height":200}',
    ],
    ['two cards', { overlays: [overlay({ ring: RING, card: CARD }), overlay({ card: CARD })] }, '2 cards'],
    ['no ring though a target is told of', { overlays: [overlay({ card: CARD })] }, 'explained a target, drawn 0 rings'],
    ['other words than explained', { finding: { ...finding, card: { title: 'x', text: 'y' } } }, 'explained x\ny, drawn 第 2 步'],
  ])('%s', (_, parts, fault) => expect(faults(parts)).toEqual([fault]));
  it('but a target that has to be scrolled to has a button instead of a ring', () => {
    const card = { ...CARD, buttons: [{ action: 'show-me', label: '帶我看', box: RING, disabled: false }] };
    expect(faults({ overlays: [overlay({ card })] })).toEqual([]);
  });
});

describe('the goals', () => {
  const result = (parts: Partial<SeenResult>): SeenResult => ({
    page: FOLDER,
    drill: 'ids dropped',
    keeps: 'words',
    outcome: 'same',
    origin: '',
    detail: '',
    engine: null,
    faults: [],
    isUnderWay: true,
    ...parts,
  });
  const missed = (...results: SeenResult[]) =>
    goalsOf(results)
      .filter(({ isMet }) => !isMet)
      .map(({ name }) => name);
  it.each<[string, Partial<SeenResult>, string[]]>([
    ['all well', {}, []],
    [
      'a wrong element',
      { outcome: 'WRONG ELEMENT', keeps: 'nothing' },
      ['no wrong element, no wrong page', 'words changed: the same element or the right words'],
    ],
    ['a fault', { faults: ['2 cards'] }, ['drawn as explained, card in the window and off the target']],
    ['words where the element is due', { outcome: 'words' }, ['words kept: the same element']],
    ['the same, of two drills together', { outcome: 'words', drill: 'a + b' }, ['words kept, combined: the same element']],
    ['words where the words have changed', { outcome: 'words', keeps: 'nothing' }, []],
    [
      'silence in the middle of the journey',
      { outcome: 'quiet', keeps: 'target' },
      ['target gone or not to be pressed: no ring, the right words', 'under way: never silent'],
    ],
  ])('%s', (_, parts, names) => expect(missed(result(parts))).toEqual(names));
  it('allow three in a hundred, and not four', () => {
    const good = Array.from({ length: 97 }, () => result({}));
    const bad = Array.from({ length: 3 }, () => result({ outcome: 'words' }));
    expect(missed(...good, ...bad)).toEqual([]);
    expect(missed(...good, ...bad, result({ outcome: 'words' }))).toEqual(['words kept: the same element']);
  });
  it('stand in the report with every miss', () => {
    const text = asMarkdown('Title', [result({}), result({ outcome: 'words', engine: 'same', origin: 'somewhere' })]);
    expect(text).toContain('| words kept: the same element | 97 % | 1 of 2 | MISSED |');
    expect(text).toContain('| ids dropped | 1 | 1 |');
    expect(text).toContain('- words: ids dropped; somewhere; ');
    expect(text).toContain('- same → words: ids dropped; somewhere; ');
    expect(tally([result({ drill: 'a + b' })], 'drill')).toEqual({ 'combined, words kept': { same: 1 } });
    expect(isDue(result({ outcome: 'lost', keeps: 'nothing' }))).toBe(false);
  });
});

describe('the sample', () => {
  it('is the same for the same seed, and another for another', () => {
    const drawn = (seed: number) => JSON.stringify(drawForBrowser(cases, 20, seed));
    expect(drawn(1)).toBe(drawn(1));
    expect(drawn(1)).not.toBe(drawn(2));
  });
  it('has every drill of layout before any of them comes twice', () => {
    const ofLayout = drawForBrowser(cases, LAYOUT_DRILLS.length, 1).filter((_, index) => index % 2 === 0);
    const names = ofLayout.slice(0, LAYOUT_DRILLS.length).map(({ drills }) => drills.at(-1)?.name);
    expect(new Set(names).size).toBe(LAYOUT_DRILLS.length);
  });
  it('no two drills have one name: pages are drilled by name', () => {
    const names = [...DRILLS, ...LAYOUT_DRILLS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../components/report-rows';
import { countsOf, knownWordsOnly, pieces, withoutStruck } from '../../record/edit';
import { type FieldReport, isElementNode, parseReport } from '../../record/report';
import { SHAPE } from '../../record/shape';
import { reportOf } from '../support/field-report';
import { shaper } from '../support/known';

const HOME = 'https://elearn.hrd.gov.tw/mooc/index.php';
const report = reportOf(
  '<!doctype html><title>首頁</title><main><h2 id="top" class="new leading">最新課程</h2><p>一段新的文字，寫給大家</p><label for="whose">帳號</label><input id="whose" name="whose"><a href="/mooc/branding/new.php">往前</a></main>',
  HOME,
);

/** The report with one part of it changed, as someone with an editor would. */
function changed(change: (copy: Record<string, never>) => void): unknown {
  const copy = JSON.parse(JSON.stringify(report));
  change(copy);
  return copy;
}
type Loose = { documents: { nodes: Record<string, unknown>[] }[] } & Record<string, unknown>;

describe('the format of a report', () => {
  it('is read again as it was written', () => {
    expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it.each<[string, (copy: Loose) => void, RegExp]>([
    ['another kind', (copy) => Object.assign(copy, { kind: 'support report' }), /^kind: expected "register-guide field report"/],
    ['a newer version', (copy) => Object.assign(copy, { version: 2 }), /^version: expected 1, not 2; the report was made by a newer extension/],
    ['an unknown key', (copy) => Object.assign(copy, { clock: '12:00' }), /^the report: expected no clock/],
    ['a day that is none', (copy) => Object.assign(copy, { recorded: 'yesterday' }), /^recorded: /],
    ['no document', (copy) => Object.assign(copy, { documents: [] }), /^documents: /],
    [
      'markup in a text',
      (copy) => copy.documents[0]?.nodes.push({ depth: 0, text: '<img src=x onerror=alert(1)>' }),
      /^documents\.0\.nodes\.\d+\.text: expected words without < and >/,
    ],
    ['a script', (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'script' }), /nodes\.\d+\.tag: expected no element that runs/],
    ['a handler', (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'p', attributes: { onclick: 'x' } }), /attributes: expected no onclick/],
    ['a style', (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'p', attributes: { style: 'x' } }), /attributes: expected no style/],
    [
      'an id that breaks out',
      (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'p', attributes: { id: '"onload="x' } }),
      /attributes\.id: expected names/,
    ],
    [
      'an address with a query',
      (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'a', attributes: { href: 'a.gov.tw/x?id=1' } }),
      /attributes\.href: expected host and path/,
    ],
    [
      'a script for an address',
      (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'a', attributes: { href: 'javascript:alert(1)' } }),
      /attributes\.href: expected host and path/,
    ],
    ['a role made up', (copy) => copy.documents[0]?.nodes.push({ depth: 0, tag: 'a', attributes: { role: 'tsai' } }), /attributes\.role: expected/],
    ['a jump into the depths', (copy) => copy.documents[0]?.nodes.push({ depth: 90, text: '字' }), /nodes\.\d+\.depth: expected at most \d, not 90/],
    ['a text of a million', (copy) => copy.documents[0]?.nodes.push({ depth: 0, text: '字'.repeat(1_000_000) }), /\.text: /],
  ])('refuses %s', (_, change, message) => {
    expect(() => parseReport(changed(change as never))).toThrow(message);
  });

  it.each([null, 1, 'x', [], {}])('refuses %j', (value) => expect(() => parseReport(value)).toThrow('this is no field report'));
});

describe('the preview', () => {
  it('shows every string of the report', () => {
    const [document] = report.documents as [FieldReport['documents'][number]];
    const shown = rowsOf(document).flatMap(({ said }) => said.map(({ text }) => text));
    const all = document.nodes.flatMap((node) =>
      isElementNode(node) ? Object.entries(node.attributes ?? {}).flatMap(([name, value]) => (name === 'type' ? [] : [value])) : [node.text],
    );
    expect(shown.sort()).toEqual(all.sort());
    expect(all.length).toBeGreaterThan(8);
  });
  it('puts text beside the element that it begins', () => {
    const [document] = report.documents as [FieldReport['documents'][number]];
    expect(rowsOf(document)[0]).toMatchObject({
      depth: 0,
      element: 'h2',
      said: [{ text: 'top' }, { text: 'new leading' }, { attribute: '', text: '最新課程' }],
    });
  });
  it('cuts strings into words that can be struck, and leaves none out', () => {
    for (const [text, kind] of [
      [`一段，${SHAPE}文字 ok!`, 'words'],
      ['top □1 new', 'identifiers'],
      [`elearn.hrd.gov.tw/mooc/${SHAPE}.php`, 'address'],
    ] as const)
      expect(
        pieces(text, kind)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    expect(pieces(`一段，${SHAPE}文字`, 'words').map(({ kind }) => kind)).toEqual(['word', 'between', 'shape', 'word']);
    expect(pieces('top □1', 'identifiers').filter(({ kind }) => kind === 'word')).toEqual([{ text: 'top', kind: 'word' }]);
  });
});

describe('striking', () => {
  it('takes a word out wherever it stands, and nothing else', () => {
    const left = withoutStruck(report, new Set(['最新課程', 'leading', 'branding', '首頁']));
    expect(JSON.stringify(left)).not.toMatch(/最新課程|leading|branding|首頁/);
    expect(JSON.stringify(left)).toContain('一段新的文字');
    expect(() => parseReport(left)).not.toThrow();
  });
  it('keeps a label with its field', () => {
    const left = withoutStruck(report, new Set(['whose']));
    const attributes = left.documents[0]?.nodes.filter(isElementNode).map((node) => node.attributes);
    const label = attributes?.find((each) => each?.for !== undefined);
    expect(label?.for).toMatch(/^□9\d+$/);
    expect(attributes?.find((each) => each?.id === label?.for)?.name).toBe(label?.for);
    expect(() => parseReport(left)).not.toThrow();
  });
  it('is counted', () => {
    const none = countsOf(report, new Set());
    const two = countsOf(report, new Set(['最新課程', '往前']));
    expect(none).toMatchObject({ struck: 0, shaped: 0 });
    expect(two).toMatchObject({ struck: 2, kept: none.kept - 2 });
    expect(countsOf(withoutStruck(report, new Set(['最新課程', '往前'])), new Set()).shaped).toBe(2);
  });
});

it('someone who says that they were logged in gets a report of known words only', () => {
  const restricted = knownWordsOnly(report, shaper);
  expect(restricted.login).toBe('said');
  expect(JSON.stringify(restricted)).not.toMatch(/一段新的|寫給|branding|whose|leading/);
  expect(JSON.stringify(restricted)).toContain('最新課程');
  expect(() => parseReport(restricted)).not.toThrow();
});

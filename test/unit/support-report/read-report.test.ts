import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../../components/support-report/fault-sentence';
import { NO_PROGRESS } from '../../../engine/progress';
import { FAULTS } from '../../../support/report/fault';
import { reportText, type SupportReport, without } from '../../../support/report/format';
import { LARGEST, readReport } from '../../../support/report/read-report';
import { pack } from '../../support/content';
import { reportOf as fieldReportOf } from '../../support/field-report';
import { readReplica } from '../../support/readings';
import { RULES, reportOf, seenIn } from '../../support/support-report';

const { facts } = readReplica(pack, 'elearn/05-certificate-question/replica.html', 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php') ?? { facts: null };
if (facts === null) throw new Error('the replica has gone');
const seen = seenIn(facts, { ...NO_PROGRESS, here: 4, reached: 4, seen: [1, 4], lastPage: 'elearn/05-certificate-question' });
const GOOD = reportOf(seen === null ? [] : [seen.seen]);

/** An ID number with a right check digit, and other words of somebody; all made up. */
const CANARIES = ['A123456789', 'Ａ１２３４５６７８９', 'canary@mail.example', '0912-345-678', '台北市大安區和平東路1號'];

type Changed = Record<string, unknown> & { page: Record<string, unknown>[] };
/** The text of the report with something in it changed. */
function changed(change: (report: Changed) => void): string {
  const copy = JSON.parse(reportText(GOOD)) as Changed;
  change(copy);
  return JSON.stringify(copy);
}
/** Sets what stands at a place such as `page.0.verdict.kind`. */
const at = (place: string, value: unknown) =>
  changed((report) => {
    const keys = place.split('.');
    const last = keys.pop() as string;
    const holder = keys.reduce((here, key) => here[key] as Record<string, unknown>, report as Record<string, unknown>);
    Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  });
const raw = (from: string, to: string) => reportText(GOOD).replace(from, to);
const faultOf = (text: string) => {
  const read = readReport(text, RULES);
  return 'fault' in read ? [read.fault.what, read.fault.place] : 'read';
};
const ofOtherRules = (change: (report: Changed) => void) =>
  changed((report) => {
    (report.versions as SupportReport['versions']).rules.mark = 'abcdefabcdef';
    change(report);
  });

describe('a report that is as it should be', () => {
  it('is read as it was written', () => expect(readReport(reportText(GOOD), RULES)).toEqual({ report: GOOD }));
  it('may have a byte order mark and line ends of any kind', () => expect(faultOf(`\uFEFF${reportText(GOOD)}\r\n\r\n`)).toBe('read'));
  it('may lack any of its parts', () => {
    for (const part of ['screen', 'changes', 'journey', 'page'] as const) expect(faultOf(reportText(without(GOOD, new Set([part])))), part).toBe('read');
  });
});

describe('a file that is refused', () => {
  const nested = `${'['.repeat(40)}${']'.repeat(40)}`;
  it.each<[string, string, string, string]>([
    ['nothing', '', 'empty', ''],
    ['white space', ' \n\t ', 'empty', ''],
    ['more than a report can be', `{"kind":"${'x'.repeat(LARGEST)}"}`, 'too-large', ''],
    ['cut off in a word', reportText(GOOD).slice(0, 700), 'cut-off', ''],
    ['cut off at its last bracket', reportText(GOOD).trim().slice(0, -1), 'cut-off', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'not-json', ''],
    ['a web page', '<!doctype html><script>alert(1)</script>', 'not-json', ''],
    ['script after the report', `${reportText(GOOD)};alert(1)`, 'not-json', ''],
    ['a number', '12', 'other-kind', 'kind'],
    ['null', 'null', 'other-kind', 'kind'],
    ['a list', `[${reportText(GOOD)}]`, 'other-kind', 'kind'],
    ['a field report', JSON.stringify(fieldReportOf('<p>登入</p>', 'https://elearn.hrd.gov.tw/')), 'field-report', 'kind'],
    ['a class kit', '{"kind":"register-guide class kit","version":1}', 'class-kit', 'kind'],
    ['another kind', '{"kind":"toString","version":1}', 'other-kind', 'kind'],
    ['no kind', '{"version":1}', 'other-kind', 'kind'],
    ['a kind from the prototype', '{"__proto__":{"kind":"register-guide support report"}}', 'other-kind', 'kind'],
    ['a newer version', at('version', 2), 'newer', 'version'],
    ['a version that is none', at('version', '1'), 'not-as-expected', 'version'],
    ['an older version', at('version', 0), 'not-as-expected', 'version'],
    ['markup in a name', at('page.0.facts.controls.0.name', '<img src=x onerror=alert(1)>'), 'markup', 'page.0.facts.controls.0.name'],
    ['script as an address', at('page.0.facts.controls.0.address', 'javascript:alert(1)'), 'markup', 'page.0.facts.controls.0.address'],
    ['markup as a key', at('page.0.<script>', 1), 'markup', 'page.0'],
    ['an entity', at('page.0.verdict.page', '&lt;b&gt;'), 'markup', 'page.0.verdict.page'],
    ['a line end in a word', at('page.0.facts.texts.0.whole', '登入\n登出'), 'markup', 'page.0.facts.texts.0.whole'],
    ['an ID number as a name', at('page.0.facts.controls.0.name', 'A123456789'), 'personal', 'page.0.facts.controls.0.name'],
    ['an ID number as a key', at('page.0.A123456789', 1), 'personal', 'page.0'],
    ['an ID number where nothing is', at('note', '我的身分證是A123456789'), 'personal', 'note'],
    ['an ID number in an address', at('page.0.facts.path', '/user/a123456789'), 'personal', 'page.0.facts.path'],
    ['an ID number as a page', at('changes.0.page', 'elearn/01-a123456789'), 'personal', 'changes.0.page'],
    ['a prototype', raw('"version":1', '"__proto__":{"isAdmin":true},"version":1'), 'bad-key', ''],
    ['a constructor', raw('"depth":0', '"constructor":{"prototype":{}},"depth":0'), 'bad-key', 'page.0'],
    ['nesting', raw('"depth":0', `"depth":${nested}`), 'too-deep', 'page.0.depth.0'],
    ['a text that is longer than any', at('page.0.facts.path', `/${'a-'.repeat(200_000)}`), 'not-as-expected', 'page.0.facts.path'],
    ['more of a list than there can be', at('page.0.facts.texts', Array(100_000).fill(0)), 'not-as-expected', 'page.0.facts.texts'],
    ['words that are not in the rules', at('page.0.facts.controls.0.name', '王小明'), 'unknown-word', 'page.0.facts.controls.0.name'],
    ['a known word and more', at('page.0.facts.controls.0.name', '是需要驗證您的身分王小明'), 'unknown-word', 'page.0.facts.controls.0.name'],
    ['a block that is not in the rules', at('page.0.facts.texts.0.whole', '王小明'), 'unknown-word', 'page.0.facts.texts.0.whole'],
    ['text that is not in the rules', at('page.0.facts.texts.0.words', ['王小明']), 'unknown-word', 'page.0.facts.texts.0.words'],
    ['a path that is not in the rules', at('page.0.facts.path', '/wang-xiaoming'), 'unknown-word', 'page.0.facts.path'],
    ['a page that is not in the rules', at('changes.0.page', 'elearn/77-wang-xiaoming'), 'unknown-word', 'changes.0.page'],
    ['an arrival at such a page', at('journey.arrivals', [{ page: 'egov/77-wang', times: 1 }]), 'unknown-word', 'journey.arrivals.0.page'],
    ['a way back that is none', at('journey.recovery', { id: 'wang-xiaoming', until: [] }), 'unknown-word', 'journey.recovery.id'],
    ['a query', at('page.0.facts.path', '/mooc/co_new_member_1.php?x=1'), 'not-as-expected', 'page.0.facts.path'],
    ['punctuation', at('page.0.facts.controls.0.name', '登入!'), 'not-as-expected', 'page.0.facts.controls.0.name'],
    ['another host', at('page.0.facts.host', 'elearn.hrd.gov.tw.evil.example'), 'not-as-expected', 'page.0.facts.host'],
    ['an unknown part', at('page.0.html', 'abc'), 'not-as-expected', 'page.0'],
    ['an unknown verdict', at('page.0.verdict.kind', 'recognized'), 'not-as-expected', 'page.0.verdict.kind'],
    ['a target that is not there', at('page.0.verdict.target', 7777), 'not-as-expected', 'page.0.verdict.target'],
    ['a number in place of words', at('page.0.facts.controls.0.name', 912345678), 'not-as-expected', 'page.0.facts.controls.0.name'],
    ['a number as long as a telephone’s', at('page.0.facts.controls.0.order', 912345678), 'not-as-expected', 'page.0.facts.controls.0.order'],
    ['a number that is none', raw('"depth":0', '"depth":1e400'), 'not-as-expected', 'page.0.depth'],
    ['half a number', at('page.0.depth', 0.5), 'not-as-expected', 'page.0.depth'],
    ['more changes than are kept', at('changes', Array(51).fill({ kind: 'quiet', page: null, step: null, framed: false })), 'not-as-expected', 'changes'],
    ['a time', at('changes.0.at', 1), 'not-as-expected', 'changes.0'],
    ['a page without documents', at('page', []), 'not-as-expected', 'page'],
    ['a list in place of a part', at('journey', []), 'not-as-expected', 'journey'],
    ['an answer that is none', at('journey.answers.hours', 'perhaps'), 'not-as-expected', 'journey.answers.hours'],
    ['an extension that is none', at('versions.extension', '1'), 'not-as-expected', 'versions.extension'],
  ])('%s', (_name, text, what, place) => expect(faultOf(text)).toEqual([what, place]));

  it('is refused for any word of somebody, wherever it stands, and the word is not repeated', () => {
    const places = [
      'versions.extension',
      'screen.browser',
      'changes.0.kind',
      'journey.lastPage',
      'page.0.facts.texts.0.whole',
      'page.0.facts.controls.1.leadsTo',
    ];
    for (const canary of CANARIES) {
      for (const place of places) {
        const read = readReport(at(place, canary), RULES);
        expect(read, `${canary} at ${place}`).toMatchObject({ fault: { what: 'personal', place } });
        if ('fault' in read) for (const language of ['zh-TW', 'en'] as const) expect(faultSentence(read.fault, language)).not.toContain(canary);
      }
    }
  });
  it('changes no object that others use', () => {
    readReport(raw('"version":1', '"__proto__":{"polluted":1},"version":1'), RULES);
    readReport(at('page.0.constructor', { prototype: { polluted: 1 } }), RULES);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
  it('is told of in both languages, with the place', () => {
    for (const what of FAULTS) {
      for (const language of ['zh-TW', 'en'] as const) {
        const sentence = faultSentence({ what, place: 'page.0', expected: '' }, language);
        expect(sentence, what).toMatch(/[。.]$/);
        expect(sentence).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('a report made by other rules', () => {
  it('is read; words that have gone from the rules become shapes', () => {
    const read = readReport(
      ofOtherRules((report) => {
        const [document] = report.page as unknown as NonNullable<SupportReport['page']>;
        if (document?.facts.controls[0] !== undefined) document.facts.controls[0].name = '王小明';
        if (document?.facts.texts[0] !== undefined) document.facts.texts[0].words.push('王小明');
      }),
      RULES,
    );
    expect(JSON.stringify(read)).not.toContain('王小明');
    expect(read).toMatchObject({ report: { page: [{ facts: { controls: expect.arrayContaining([expect.objectContaining({ name: '□□□0' })]) } }] } });
  });
  it('may speak of pages that we do not have', () =>
    expect(
      faultOf(
        ofOtherRules((report) => {
          report.changes = [{ kind: 'lost', page: 'elearn/77-new-page', step: 3, framed: false }];
        }),
      ),
    ).toBe('read'));
  it('is refused for an ID number all the same', () =>
    expect(faultOf(ofOtherRules((report) => Object.assign(report.page[0] as object, { depth: 'A123456789' })))).toEqual(['personal', 'page.0.depth']));
});

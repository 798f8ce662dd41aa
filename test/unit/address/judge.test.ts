import { describe, expect, it } from 'vitest';
import { judgeAddress } from '../../../engine/address/judge';
import { judgePasted } from '../../../engine/address/judge-pasted';
import type { Doubt, Trick, Unreadable } from '../../../engine/address/verdict';
import { officialHosts } from '../../support/content';

const ELEARN = 'elearn.hrd.gov.tw';
const EGOV = 'www.cp.gov.tw';
const PORTAL = 'www.gov.tw';
const ECPA = 'ecpa.dgpa.gov.tw';

describe('an imitation is told, with the host it passes for and how', () => {
  it.each<[string, Trick, string | null, string]>([
    ['https://elearn.hrd.gov.tw.example.com/', 'embedded', ELEARN, 'elearn.hrd.gov.tw.example.com'],
    ['https://elearn.hrd.gov.tw.evil.tw', 'embedded', ELEARN, 'elearn.hrd.gov.tw.evil.tw'],
    ['https://elearn-hrd.gov.tw.example.com', 'hyphens', ELEARN, 'elearn-hrd.gov.tw.example.com'],
    ['https://elearn-hrd-gov-tw.com', 'hyphens', ELEARN, 'elearn-hrd-gov-tw.com'],
    ['https://elearn.hrdgov.tw', 'hyphens', ELEARN, 'elearn.hrdgov.tw'],
    ['https://elearn.hrd-gov.tw', 'hyphens', ELEARN, 'elearn.hrd-gov.tw'],
    ['https://elearn.hrd.gov.tw,login.evil.com/', 'hyphens', ELEARN, 'elearn.hrd.gov.tw,login.evil.com'],
    ['https://elearn.hrd.gov.tw@evil.tw', 'user-info', ELEARN, 'evil.tw'],
    ['https://elearn.hrd.gov.tw%2Fmooc@1.2.3.4/', 'user-info', ELEARN, '1.2.3.4'],
    ['https://www.gov.tw@reurl.cc/abc', 'user-info', PORTAL, 'reurl.cc'],
    ['https://www.nhi.gov.tw@evil.tw', 'user-info', null, 'evil.tw'],
    ['https://eleam.hrd.gov.tw', 'confusable', ELEARN, 'eleam.hrd.gov.tw'],
    ['https://e1earn.hrd.gov.tw', 'confusable', ELEARN, 'e1earn.hrd.gov.tw'],
    ['https://eIearn.hrd.gov.tw', 'confusable', ELEARN, 'eiearn.hrd.gov.tw'],
    ['https://elearn.hrd.g0v.tw', 'confusable', ELEARN, 'elearn.hrd.g0v.tw'],
    ['https://еlearn.hrd.gov.tw', 'confusable', ELEARN, 'xn--learn-ywe.hrd.gov.tw'],
    ['https://xn--learn-ywe.hrd.gov.tw', 'confusable', ELEARN, 'xn--learn-ywe.hrd.gov.tw'],
    ['https://www.cp.gov.tvv', 'confusable', EGOV, 'www.cp.gov.tvv'],
    ['https://elearn.hrd.gov.cn', 'other-ending', ELEARN, 'elearn.hrd.gov.cn'],
    ['https://hrd-elearn.com', 'other-ending', ELEARN, 'hrd-elearn.com'],
    ['https://elearnhrd.tw', 'other-ending', ELEARN, 'elearnhrd.tw'],
    ['https://www.cp.gov.cn', 'other-ending', EGOV, 'www.cp.gov.cn'],
    ['https://www.cp-gov.com', 'other-ending', EGOV, 'www.cp-gov.com'],
    ['https://ecpa-dgpa.com', 'other-ending', ECPA, 'ecpa-dgpa.com'],
    ['https://elearnn.hrd.gov.ttw', 'letters', ELEARN, 'elearnn.hrd.gov.ttw'],
    ['https://elearn.hrd.go.tw', 'other-ending', ELEARN, 'elearn.hrd.go.tw'],
    ['https://elern.hrd.gvo.tw', 'letters', ELEARN, 'elern.hrd.gvo.tw'],
    ['https://www.cq.gov.tww', 'letters', EGOV, 'www.cq.gov.tww'],
    ['https://www.gov.tw.com', 'embedded', PORTAL, 'www.gov.tw.com'],
    ['https://abc.gov.tw.com', 'government-ending', null, 'abc.gov.tw.com'],
    ['https://abc.gov-tw.com', 'government-ending', null, 'abc.gov-tw.com'],
    ['https://abcgov.tw', 'government-ending', null, 'abcgov.tw'],
    ['https://nhi-gov.tw', 'government-ending', null, 'nhi-gov.tw'],
  ])('%s by %s', (address, trick, official, host) => {
    expect(judgeAddress(address, officialHosts)).toEqual({ kind: 'lookalike', host, official, trick });
  });
});

describe('what cannot be called right is not called wrong either', () => {
  it.each<[string, Doubt, string | null]>([
    ['http://elearn.hrd.gov.tw/', 'not-secure', ELEARN],
    ['https://elearn.hrd.gov.tw:8443/', 'port', ELEARN],
    ['http://elearn.hrd.gov.tw:443/', 'port', ELEARN],
    ['https://someone@elearn.hrd.gov.tw/', 'user-info', ELEARN],
    ['https://elearn.hrd.gov.tw./', 'odd', ELEARN],
    ['https://elearn%2Ehrd.gov.tw/', 'odd', ELEARN],
    ['https://elearn.hrd.gov.tw\\@evil.tw', 'odd', ELEARN],
    ['https:elearn.hrd.gov.tw', 'odd', ELEARN],
    ['https://iclass.elearn.hrd.gov.tw/', 'below-official', ELEARN],
    ['https://elaern.hrd.gov.tw', 'nearly-official', ELEARN],
    ['https://elearn2.hrd.gov.tw', 'nearly-official', ELEARN],
    ['https://elearnhrd.gov.tw', 'nearly-official', ELEARN],
    ['https://cp.gov.tw', 'nearly-official', EGOV],
    ['https://gov.tw', 'nearly-official', PORTAL],
    ['https://www.nhi.gov.tw', 'government', null],
    ['https://www.hrd.gov.tw', 'government', null],
    ['https://www.ly.gov.tw', 'government', null],
    ['https://www.cpa.gov.tw', 'government', null],
    ['https://a@www.nhi.gov.tw', 'user-info', null],
    ['https://reurl.cc/elearn', 'shortener', null],
    ['https://bit.ly/x', 'shortener', null],
    ['https://1.2.3.4/', 'number', null],
    ['https://0x7f000001/', 'number', null],
    ['https://[::1]/', 'number', null],
    ['https://a@example.com/', 'user-info', null],
    // Other people's own names.
    ['https://g0v.tw', 'unlisted', null],
    ['https://www.g0v.tw', 'unlisted', null],
    ['https://summit.g0v.tw', 'unlisted', null],
    ['https://www.gov.uk', 'unlisted', null],
    ['https://www.gov.cn', 'unlisted', null],
    ['https://www.gov.mo', 'unlisted', null],
    ['https://www.mp.gov.in', 'unlisted', null],
    ['https://www.cp.gov.lk', 'unlisted', null],
    ['https://www.hrd.go.kr', 'unlisted', null],
    ['https://www.cp.com.tw', 'unlisted', null],
    ['https://www.op.gov.tv', 'unlisted', null],
    ['https://www.google.com', 'unlisted', null],
    ['https://elearning.example.com', 'unlisted', null],
    ['https://elearn.com', 'unlisted', null],
    ['https://example.com/elearn.hrd.gov.tw/', 'unlisted', null],
    ['https://evil.tld/?u=https://elearn.hrd.gov.tw', 'unlisted', null],
    ['https://evil.com\\@elearn.hrd.gov.tw', 'unlisted', null],
  ])('%s is unsure: %s', (address, why, official) => {
    const { hostname } = new URL(address);
    expect(judgeAddress(address, officialHosts)).toEqual({ kind: 'unsure', host: hostname.replace(/\.$/, ''), official, why });
  });
});

describe('what is pasted', () => {
  it.each<[string, Unreadable]>([
    ['', 'nothing'],
    [' \n\u3000\t', 'nothing'],
    ['hello', 'nothing'],
    ['請打 02-2192-7111 詢問。', 'nothing'],
    ['https://', 'nothing'],
    ['egov@service.gov.tw', 'mail-address'],
    ['mailto:egov@service.gov.tw', 'mail-address'],
    ['javascript:alert(1)', 'not-web'],
    ['java\nscript:location="https://elearn.hrd.gov.tw"', 'not-web'],
    [" JavaScript:location='https://elearn.hrd.gov.tw'", 'not-web'],
    ['data:text/html,https://elearn.hrd.gov.tw', 'not-web'],
    ['data:text/html,<a href="https://elearn.hrd.gov.tw">', 'not-web'],
    ['view-source:https://elearn.hrd.gov.tw/', 'not-web'],
    ['blob:https://elearn.hrd.gov.tw/0', 'not-web'],
    ['file:///C:/elearn.hrd.gov.tw', 'not-web'],
    ['chrome://settings', 'not-web'],
    ['about:blank', 'not-web'],
    ['moz-extension://elearn.hrd.gov.tw/', 'not-web'],
    ['intent://elearn.hrd.gov.tw#Intent;end', 'not-web'],
    ['ttps://elearn.hrd.gov.tw', 'not-web'],
    ['https://elearn.hrd.gov.tw/ https://www.cp.gov.tw/', 'several'],
    ['[elearn.hrd.gov.tw](https://evil.example)', 'several'],
    ['<a href="https://evil.example">https://elearn.hrd.gov.tw</a>', 'several'],
    ['https://elearn.hrd.gov.tw。evil.example', 'several'],
    ['https://elearn.hrd.gov.tw，login.evil.example/', 'several'],
    ['https://elearn.hrd.gov.tw/\nwww.evil.example', 'several'],
    ['https://elearn.hrd.gov.tw/，或https://evil.example/', 'several'],
    ['https://elearn.hrd.gov.tw\u202emoc.live', 'several'],
    ['https://elearn.hrd.gov.tw／.evil.example', 'not-web'],
    ['x'.repeat(20_001), 'too-long'],
  ])('%j has nothing to judge: %s', (text, why) => expect(judgePasted(text, officialHosts)).toEqual({ kind: 'unreadable', why }));

  it.each<[string, string, Trick]>([
    ['您好，請點 elearn.hrd.gov.tw.evil.example 登入', 'elearn.hrd.gov.tw.evil.example', 'embedded'],
    ['正確的是 https://elearn.hrd.gov.tw/，不是 https://elearn-hrd.com/', 'elearn-hrd.com', 'other-ending'],
    ['https://elearn.hrd.gov.tw\n.evil.example', 'elearn.hrd.gov.tw.evil.example', 'embedded'],
    ['https://elearn.hrd.gov.tw\n@evil.example', 'evil.example', 'user-info'],
    ['https://elearn.hrd.gov.tw\u200b.evil.example', 'elearn.hrd.gov.tw.evil.example', 'embedded'],
    ['elearn.hrd.gov.tw@evil.example', 'evil.example', 'user-info'],
    ['https://elearn.hrd.gov.tw／@evil.example', 'evil.example', 'user-info'],
    ['<a href="https://elearn-hrd.com/">https://elearn.hrd.gov.tw</a>', 'elearn-hrd.com', 'other-ending'],
  ])('%j is told as an imitation', (text, host, trick) => expect(judgePasted(text, officialHosts)).toMatchObject({ kind: 'lookalike', host, trick }));

  it.each([
    'elearn.hrd.gov.tw.',
    'https://elearn.hrd.gov.tw .evil.example',
    'https://elearn.hrd.gov.tw(.evil.example',
    'https://elearn.hrd.gov.tw"@evil.example',
    'https://elearn.hrd.gov.tw中.com',
    'https://elearn.hrd.gov.tw登入.台灣',
    'https://elearn.hrd.gov.tw。台灣',
    'https://elearn.hrd.gov.tw 。台灣',
  ])('%j may go on beside it: unsure', (text) => expect(judgePasted(text, officialHosts)).toMatchObject({ kind: 'unsure', host: ELEARN, why: 'odd' }));

  it.each([
    ['evil.example?u=https://elearn.hrd.gov.tw', 'evil.example'],
    ['https://evil.example/?u=https://elearn.hrd.gov.tw', 'evil.example'],
    ['https://evil.example/#https://elearn.hrd.gov.tw', 'evil.example'],
    ['http://[::1]/', '[::1]'],
    ['bit.ly/3xYz', 'bit.ly'],
  ])('%j is about %s', (text, host) => expect(judgePasted(text, officialHosts)).toMatchObject({ kind: 'unsure', host }));

  it('a long text takes no long time', () => {
    const start = performance.now();
    for (const piece of ['a.', 'https://', '@', '.', '登', 'a-', '[', 'xn--a.', 'http://a.b ', '%'])
      judgePasted(piece.repeat(20_000 / piece.length), officialHosts);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

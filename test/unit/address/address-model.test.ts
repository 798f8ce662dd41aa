import { describe, expect, it } from 'vitest';
import { addressModel } from '../../../components/address-model';
import { LANGUAGES } from '../../../components/language';
import { judgeAddress } from '../../../engine/address/judge';
import { judgePasted } from '../../../engine/address/judge-pasted';
import { officialHosts } from '../../support/content';
import { imitations, neverRight } from '../../support/tried-addresses';

const said = (address: string, about: 'tab' | 'pasted' = 'tab', language: 'zh-TW' | 'en' = 'zh-TW') =>
  addressModel(about === 'tab' ? judgeAddress(address, officialHosts) : judgePasted(address, officialHosts), about, officialHosts, language);

describe('what is said of an address', () => {
  it('that is right: the host, and what it is for', () => {
    expect(said('https://elearn.hrd.gov.tw/mooc/?a=b')).toEqual({
      tone: 'right',
      title: '網址正確：elearn.hrd.gov.tw',
      lines: ['e等公務園：在這裡登入、上課。'],
      official: null,
      call: null,
    });
  });
  it('that is an imitation: both hosts, how, what not to do, the way out and whom to ask', () => {
    expect(said('https://elearn.hrd.gov.tw.evil.tw/')).toEqual({
      tone: 'wrong',
      title: '這不是官方網站',
      lines: ['您現在在 elearn.hrd.gov.tw.evil.tw，官方是 elearn.hrd.gov.tw。', '官方網址只是開頭，後面還接著別的網址。', '請不要填帳號、密碼、身分證字號。'],
      official: 'elearn.hrd.gov.tw',
      call: { name: '反詐騙專線', telephone: '165' },
    });
    expect(said('elearn-hrd.com', 'pasted', 'en').lines[0]).toBe('This address is elearn-hrd.com; the official one is elearn.hrd.gov.tw.');
    expect(said('https://abcgov.tw/').lines[0]).toBe('您現在在 abcgov.tw，不是政府的網址。');
  });
  it('that is not known: not that it is wrong', () => {
    const { tone, title, lines, official, call } = said('https://www.nhi.gov.tw/');
    expect({ tone, title, official, call }).toEqual({ tone: 'unsure', title: '不確定：www.nhi.gov.tw', official: 'elearn.hrd.gov.tw', call: null });
    expect(lines.join('')).not.toMatch(/不是官方|不要填|結尾要是/);
    expect(said('https://shop.example/').lines.join('')).toContain('結尾要是「.gov.tw」');
  });
  it('that is none: why, and no way to go', () => {
    expect(said('egov@service.gov.tw', 'pasted')).toEqual({
      tone: 'unsure',
      title: '看不出網址',
      lines: ['這是電子信箱，不是網址。'],
      official: null,
      call: null,
    });
  });
});

describe('of all tried addresses, in both languages', () => {
  const tried = [...imitations(5, 25), ...neverRight(5, 25)];
  it('nothing is said to be right, nothing is left to fill in, and only official hosts are opened', () => {
    const hosts = officialHosts.hosts.map(({ host }) => host);
    for (const { address } of tried)
      for (const language of LANGUAGES)
        for (const about of ['tab', 'pasted'] as const) {
          const { tone, title, lines, official } = said(address, about, language);
          expect(tone, address).not.toBe('right');
          expect([title, ...lines].join(' '), address).not.toMatch(/[{}]|網址正確|is right|undefined/);
          if (official !== null) expect(hosts, address).toContain(official);
        }
  });
});

import { describe, expect, it } from 'vitest';
import { judgeAddress } from '../../../engine/address/judge';
import { judgePasted } from '../../../engine/address/judge-pasted';
import { officialHosts } from '../../support/content';
import { imitations, neverRight, OFFICIAL, type Tried } from '../../support/tried-addresses';

const SEEDS = [1, 2026, 77_777];
const imitated = SEEDS.flatMap((seed) => imitations(seed));
const wrong = SEEDS.flatMap((seed) => neverRight(seed));
const shown = ({ family, address }: Tried) => `${family}: ${address}`;

/** Whether a browser would go to an official host, as Node's own reading of addresses has it. */
function isRight(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return protocol === 'https:' && OFFICIAL.includes(hostname) && `${port}${username}${password}` === '';
}

describe('addresses drawn by a seed', () => {
  it('are many, of every family', () => {
    expect(new Set([...imitated, ...wrong].map(({ address }) => address)).size).toBeGreaterThan(2000);
    const families = new Set([...imitated, ...wrong].map(({ family }) => family));
    expect(families.size).toBe(23);
    for (const family of families) {
      const tried = [...imitated, ...wrong].filter((each) => each.family === family);
      expect(new Set(tried.map(({ address }) => address)).size, family).toBeGreaterThan(20);
    }
  });
  it('the families are what they say: no browser would go to an official host', () => {
    expect([...imitated, ...wrong].filter(({ address }) => isRight(address)).map(shown)).toEqual([]);
  });
  it('none is called right, as the address of a tab and as pasted text', () => {
    const asTab = [...imitated, ...wrong].filter(({ address }) => judgeAddress(address, officialHosts).kind === 'official');
    expect(asTab.map(shown)).toEqual([]);
    const around = ['', 'elearn: ', '請打開「', '<a href="'];
    const asText = [...imitated, ...wrong].filter(({ address }) =>
      around.some((before) => judgePasted(`${before}${address}`, officialHosts).kind === 'official'),
    );
    expect(asText.map(shown)).toEqual([]);
  });
  it('every imitation is told', () => {
    expect(imitated.filter(({ address }) => judgeAddress(address, officialHosts).kind !== 'lookalike').map(shown)).toEqual([]);
  });
  it('every imitation is told of as pasted without its scheme, too', () => {
    const bare = (address: string) => address.replace('https://', '');
    expect(imitated.filter(({ address }) => judgePasted(bare(address), officialHosts).kind !== 'lookalike').map(shown)).toEqual([]);
  });
  it('nothing below gov.tw is called an imitation, unless it looks just like an official host', () => {
    const government = wrong.filter(({ address }) => URL.canParse(address) && /\.gov\.tw$/.test(new URL(address).hostname) && !new URL(address).username);
    const accused = government.filter(({ address }) => judgeAddress(address, officialHosts).kind === 'lookalike');
    expect(government.length).toBeGreaterThan(300);
    for (const { address } of accused) expect(judgeAddress(address, officialHosts), address).toMatchObject({ trick: 'confusable' });
    expect(accused.filter(({ family }) => family === 'another of the government')).toEqual([]);
  });
});

describe('the official addresses', () => {
  const dresses: ((host: string) => string)[] = [
    (host) => `https://${host}`,
    (host) => `https://${host}/`,
    (host) => `https://${host}:443/mooc/index.php`,
    (host) => `HTTPS://${host.toUpperCase()}/A/B?c=d#e`,
    (host) => `https://${host}/?u=https://evil.example/&a=@b`,
    (host) => `https://${host}#@evil.example`,
    (host) => `https://${host}/${'x'.repeat(15_000)}`,
  ];
  const texts: ((host: string) => string)[] = [
    (host) => host,
    (host) => `  ${host}/mooc\n`,
    (host) => `\u3000https://${host}/\u3000`,
    (host) => `「https://${host}」`,
    (host) => `<https://${host}/mooc/index.php>`,
    (host) => `"https://${host}"`,
    (host) => `請打開https://${host}/登入，謝謝。`,
    (host) => `請到${host}登入`,
    (host) => `網址：${host}`,
    (host) => `URL:https://${host}/`,
    (host) => `您好\nhttps://${host}/\n有問題請寄 egov@service.gov.tw 或打 02-2192-7111。`,
    (host) => `\u200b\ufeffhttps://${host}/`,
    (host) => `https://${host}/ （https://${host}/mooc）`,
    (host) => [...`https://${host}/mooc`].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
  ];
  it.each(OFFICIAL)('%s is right, however it is written', (host) => {
    for (const dress of dresses) expect(judgeAddress(dress(host), officialHosts), dress(host).slice(0, 60)).toEqual({ kind: 'official', host });
    for (const text of [...dresses, ...texts]) expect(judgePasted(text(host), officialHosts), text(host).slice(0, 60)).toEqual({ kind: 'official', host });
  });
  it('are those of the list, no more', () => expect(officialHosts.hosts.map(({ host }) => host)).toEqual(OFFICIAL));
});

describe('a verdict', () => {
  const all = [...imitated, ...wrong].map(({ address }) => address);
  it('is frozen, and the same each time', () => {
    for (const address of all.slice(0, 300)) {
      const verdict = judgeAddress(address, officialHosts);
      expect(Object.isFrozen(verdict)).toBe(true);
      expect(judgeAddress(address, officialHosts)).toEqual(verdict);
      expect(judgePasted(address, officialHosts).kind).toBe(verdict.kind === 'unreadable' ? 'unreadable' : verdict.kind);
    }
  });
  it('does not depend on path, query and fragment, and holds nothing of them', () => {
    for (const address of all.filter((each) => /^https?:/.test(each)).slice(0, 600)) {
      const bare = address.replace(/^(https?:\/\/[^/?#]*).*$/, '$1');
      const long = `${bare}/Secret1?Secret2=Secret3#Secret4`;
      expect(judgeAddress(long, officialHosts)).toEqual(judgeAddress(bare, officialHosts));
      expect(JSON.stringify(judgeAddress(long, officialHosts))).not.toContain('Secret');
    }
  });
  it('holds nothing of what stands before an 「@」', () => {
    expect(JSON.stringify(judgeAddress('https://Secret:word@evil.example/', officialHosts))).not.toMatch(/Secret|word/);
  });
});

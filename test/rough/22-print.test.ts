import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESS, AtQuestion, question, SERVED } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

/** What a printed page consists of: its drawing streams, unpacked, without the times and ids that differ each time. */
async function printed(page: Page): Promise<string[]> {
  const pdf = Buffer.from(await page.pdf({ printBackground: true, tagged: false })).toString('latin1');
  const streams = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      return packed;
    }
  });
  return streams.filter((stream) => !/xmpmeta|^\d+ 0 /.test(stream.slice(0, 300))).map((stream) => stream.replace(/\(D:\d+Z?\)/g, ''));
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
    // What has the focus or the mouse on it is printed otherwise.
    opened.serve({ [SERVED]: question('', (html) => html.replace('</head>', '<style>* { outline: none !important; accent-color: gray }</style></head>')) });
  });
  afterAll(() => opened?.close());

  test('a printed page holds nothing of ours, neither ring and card nor a warning', async () => {
    at.person = await opened.begin(ADDRESS, { settings: { paused: ['elearn'] } });
    await expect.poll(() => at.person.explain()).toMatchObject({ page: 'elearn/05-certificate-question' });
    const without = await printed(at.person.page);
    expect(without.join('').length, 'something was printed').toBeGreaterThan(500);

    at.person = await opened.begin(ADDRESS);
    await at.ringIsAround('yes');
    expect(await printed(at.person.page), 'with ring and card').toEqual(without);
    await at.press('no');
    await at.person.see('the quiet note', ({ card }) => card?.all.includes('您選了「否」') === true);
    const withCard = await printed(at.person.page);
    await at.press('next');
    await at.person.see('the warning', ({ caution }) => caution !== null);
    expect(await printed(at.person.page), 'with the warning').toEqual(withCard);
  });
});

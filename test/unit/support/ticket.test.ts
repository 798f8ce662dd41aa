import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { NO_PROGRESS } from '../../../engine/progress';
import { wordsOfCode } from '../../../support/code-words';
import { decodeSpokenCode } from '../../../support/decode';
import { encode } from '../../../support/encode';
import { PAGE_TABLE } from '../../../support/page-table';
import { partsOf } from '../../../support/state';
import { ticketText } from '../../../support/ticket';
import { drawnParts } from '../../support/code-parts';
import { help, pack } from '../../support/content';
import { LANGUAGES } from '../../support/sentences';

const rulesDate = PAGE_TABLE.editions.at(-1) as string;

function ticketOf(code: string, language: 'zh-TW' | 'en'): string {
  const decoded = decodeSpokenCode(code);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  return ticketText(wordsOfCode(decoded, pack, help, language), { code, rulesDate: decoded.rulesDate }, language);
}

describe('five lines for a ticket', () => {
  const why = [true, true, false, true, true, true, true].map((passed) => ({ page: 'elearn/05-certificate-question', passed }));
  const told = { verdict: 'degraded', page: 'elearn/05-certificate-question', step: 4, say: { target: 0, part: 1 }, because: 'page-changed', why } as const;
  const code = encode(partsOf({ ...told, why }, { ...NO_PROGRESS, here: 4 }, 4, { pack, help })).join(' ');

  it('of the present verdict, in Chinese', () => {
    expect(ticketOf(code, 'zh-TW').split('\n')).toEqual([
      `小幫手號碼：${code}（規則 ${rulesDate}）`,
      '停在：第 4 步，共 11 步：選「是」；選「是」（elearn/05-certificate-question）',
      '看到：大概是這一頁，但畫面和規則不一樣。',
      '不一樣：少了按鈕「下一步」',
      '回答：您需要時數證明嗎？還沒回答；您是公務人員嗎？還沒回答；您有「我的e政府」帳號嗎？還沒回答；您要怎麼證明身分？還沒回答；正在處理：沒有',
    ]);
  });

  it('and in English', () => {
    expect(ticketOf(code, 'en').split('\n').slice(0, 4)).toEqual([
      `Code: ${code} (rules of ${rulesDate})`,
      'At: Step 4 of 11: Choose 「是」; Choose 「是」 (yes) (elearn/05-certificate-question)',
      'Seen: It is probably this page, but it differs from the rule.',
      'Different: no button 「下一步」',
    ]);
  });

  it('are five of any code, in both languages, each with something in it', () => {
    const random = new Random(12);
    for (let times = 0; times < 300; times += 1) {
      const drawn = encode(drawnParts(random, PAGE_TABLE.editions.length)).join(' ');
      for (const language of LANGUAGES) {
        const lines = ticketOf(drawn, language).split('\n');
        expect(lines).toHaveLength(5);
        for (const line of lines) expect(line).toMatch(/^[^{}]+[:：] ?[^{}]+$|^沒有號碼/);
      }
    }
  });

  it('say what is not known, and that there is no code', () => {
    expect(ticketText([{ about: 'verdict', text: 'x\ny' }], { code: null, rulesDate: '2026-11-24' }, 'en').split('\n')).toEqual([
      'No code; from a report file (rules of 2026-11-24)',
      'At: not known; not known',
      'Seen: x y',
      'Different: not known',
      'Answers: not known; under way: not known',
    ]);
  });
});

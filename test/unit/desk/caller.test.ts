import { describe, expect, it, test } from 'vitest';
import { cardFor } from '../../../components/card-model';
import { cardsOf, scriptOf } from '../../../components/desk/desk-model';
import type { Language } from '../../../content-rules/schema';
import { decodeSpokenCode } from '../../../support/decode';
import { type Caller, callerOfCode, callerOfReport } from '../../../support/desk/caller';
import { linesOfReport, replayedSentences } from '../../../support/desk/report-words';
import { encode } from '../../../support/encode';
import { PAGE_TABLE } from '../../../support/page-table';
import { without } from '../../../support/report/format';
import { replay } from '../../../support/report/replay';
import { packWith } from '../../../support/report/rules';
import { everyPlace, everyVerdict, NOTHING_SAID } from '../../support/code-parts';
import { cases, pack } from '../../support/content';
import { progressOf, readCase } from '../../support/looked';
import { RULES, reportOf, seenIn } from '../../support/support-report';

const EDITION = PAGE_TABLE.editions.length;

/** Callers of every place with every verdict that there is. */
const everyCaller: Caller[] = everyPlace(EDITION).flatMap(({ page, spot, conditions }) =>
  everyVerdict().flatMap((verdict) => {
    const parts = {
      edition: EDITION,
      ...verdict,
      page,
      spot,
      failed: conditions.length > 0 ? [0] : [],
      answers: NOTHING_SAID,
      visit: 'first',
      recovery: null,
    } as const;
    try {
      const decoded = decodeSpokenCode(encode(parts).join(' '));
      return decoded.ok ? [callerOfCode(decoded, pack)] : [];
    } catch {
      // No guide comes to this: a verdict with a page where there is none, say.
      return [];
    }
  }),
);

describe('a caller of any code', () => {
  it('there are some of every kind', () => {
    expect(everyCaller.length).toBeGreaterThan(1000);
    expect([...new Set(everyCaller.map(({ kind }) => kind))].sort()).toEqual(['ambiguous', 'degraded', 'lost', 'quiet', 'recognised']);
    expect(new Set(everyCaller.map(({ page }) => page)).size).toBe(pack.rules.length + 1);
  });
  it.each<Language>(['zh-TW', 'en'])('gets a call script in %s that asks for no secret, says no empty line, and ends with whom to call', (language) => {
    for (const caller of everyCaller) {
      const lines = scriptOf(caller, cardsOf(caller, RULES), RULES, language);
      const [open] = lines;
      expect(open?.part).toBe('open');
      expect(open?.say).toMatch(/不會問您的密碼|not ask for your password/);
      expect(lines.every(({ say }) => say.trim() !== '' && !/\{\w+\}|undefined/.test(say))).toBe(true);
      expect(lines.every(({ see, otherwise }) => !/\{\w+\}|undefined/.test(see + otherwise))).toBe(true);
      expect(new Set(lines.map(({ say }) => say)).size).toBe(lines.length);
      const pass = lines.at(-1);
      expect(pass?.otherwise).toContain('02-2192-7111');
      expect(pass?.otherwise).toContain('02-8195-8090');
    }
  });
  it('is asked only for words that stand on their page', () => {
    for (const caller of everyCaller.filter(({ failed }) => failed.length > 0)) {
      const asked = scriptOf(caller, cardsOf(caller, RULES), RULES, 'zh-TW').find(({ part }) => part === 'page')?.see ?? '';
      const [failed = ''] = caller.failed;
      const [, kind, words] = /^(text|heading|button|choice|field) (.+)$/.exec(failed) ?? [];
      const named = { text: '文字', heading: '標題', button: '按鈕', choice: '選項', field: '欄位' }[kind ?? ''];
      if (words !== undefined)
        expect(asked.split('；')).not.toContain(
          `${named}${words
            .split(' / ')
            .map((word) => `「${word}」`)
            .join('或')}`,
        );
    }
  });
  it('is told what keeps them, for each thing that may', () => {
    const reasons = new Set(everyCaller.map(({ reason }) => reason));
    for (const reason of reasons) {
      if (reason === null) continue;
      const caller = everyCaller.find((each) => each.reason === reason) as Caller;
      expect(
        scriptOf(caller, cardsOf(caller, RULES), RULES, 'zh-TW').some(({ part }) => part === 'hindrance'),
        reason,
      ).toBe(true);
    }
  });
});

const told = cases.flatMap((each) => {
  const progress = progressOf(each.case.given, pack.journey, each.folder);
  const documents = readCase(pack, each).flatMap(({ read, framed }) => (read === null ? [] : (seenIn(read.facts, progress, framed ? 1 : 0) ?? [])));
  return documents.length === 0 ? [] : [{ name: `${each.folder} ${each.case.replica} ${JSON.stringify(each.case.given ?? {})}`, documents, progress }];
});

test.each(told)('of a report: the words are those of the caller’s own card: $name', ({ documents, progress }) => {
  const report = reportOf(documents.map(({ seen }) => seen));
  const replayed = replay(report, RULES);
  const caller = callerOfReport(report, replayed, pack) as Caller;
  const { verdict } = documents[replayed?.spoke ?? 0] as (typeof documents)[number];
  const situation = { progress, isOutOfView: false, pressAgain: null, mailIsLate: false };
  const card = cardFor(verdict, { ...situation, pack: packWith(RULES, () => false), language: 'zh-TW' });
  const { chinese } = cardsOf(caller, RULES) ?? { chinese: null };
  expect([chinese?.title, chinese?.do, chinese?.why]).toEqual([card?.title, card?.do, card?.why]);
  expect(linesOfReport(report, caller, pack, 'zh-TW').every(({ text }) => text !== '' && !/undefined|\{|point at/.test(text))).toBe(true);
  expect(replayedSentences(report, replayed, RULES, 'zh-TW')?.isSame).toBe(true);
});

test('of a report without its page only the rest is told', () => {
  const report = without(reportOf((told[0] as (typeof told)[number]).documents.map(({ seen }) => seen)), new Set(['page']));
  expect(callerOfReport(report, replay(report, RULES), pack)).toBeNull();
  expect(linesOfReport(report, null, pack, 'en').map(({ about }) => about)).toEqual(['answers', 'changes', 'screen', 'made']);
});

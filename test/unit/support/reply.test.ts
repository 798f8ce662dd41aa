import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../content-rules/schema';
import { type Answers, NO_PROGRESS } from '../../../engine/progress';
import { type Addressee, NOBODY, replyText } from '../../../support/reply';
import { help, pack } from '../../support/content';
import { ALL_ANSWERS } from '../../support/facts';
import { LANGUAGES } from '../../support/sentences';

const at = (more: Partial<Addressee>): Addressee => ({ page: null, step: null, target: null, part: 0, progress: NO_PROGRESS, ...more });
const reply = (addressee: Addressee, cause: Cause | null, language: 'zh-TW' | 'en' = 'zh-TW') => replyText(addressee, cause, pack, '2026-11-24', language);

const stepOfPage = (page: string) => pack.rules.find(({ id }) => id === page)?.step ?? null;
/** Each step and page with each of its causes, and with none. */
const everyReason: { addressee: Addressee; cause: Cause | null }[] = [
  ...pack.journey.steps.map(({ step }) => ({ addressee: at({ step }), cause: null })),
  ...Object.entries(help.causes.steps).flatMap(([step, causes]) => causes.map((cause) => ({ addressee: at({ step: Number(step) }), cause }))),
  ...Object.entries(help.causes.pages).flatMap(([page, causes]) => causes.map((cause) => ({ addressee: at({ page, step: stepOfPage(page) }), cause }))),
  ...pack.rules.flatMap(({ id: page, step, targets }) => [
    { addressee: at({ page, step }), cause: null },
    ...targets.flatMap(({ then }, target) => [[], ...[then ?? []].flat()].map((_, part) => ({ addressee: at({ page, step, target, part }), cause: null }))),
  ]),
];

describe('a mail for somebody who is stuck', () => {
  it('says where they are, what it may be, what to do and why, where the guide leads, and whom to call', () => {
    const cause = help.causes.steps[4]?.find(({ id }) => id === 'chose-no-already') as Cause;
    expect(reply(at({ page: 'elearn/05-certificate-question', step: 4 }), cause)).toBe(`您好：

您停在第 4 步，共 11 步：選「是」。
您遇到的可能是這一種：我選了「否」，還按了「下一步」。

請這樣做：
請回到那一題，改選「是」。
為什麼：還沒有註冊完，重走一次不會有影響。
小幫手可以帶您走：按「我卡住了」，選上面那一句，再按「帶我處理」。

官方網頁：e等公務園 https://elearn.hrd.gov.tw/
還是不行，請打e等公務園客服 02-8195-8090。

我們不會問您的密碼。請不要把密碼或身分證字號寫在信裡。

說明來自「註冊小幫手」（規則 2026-11-24）。這不是政府製作的工具，有問題以官方網站和客服為準。`);
    expect(reply(at({ page: 'elearn/05-certificate-question', step: 4 }), cause, 'en')).toBe(`Hello,

You are at Step 4 of 11: Choose 「是」.
It may be this: I chose 「否」 (no) and pressed 「下一步」.

Please do this:
Go back to the question and choose 「是」 (yes).
Why: Before you have registered nothing is lost.
The guide can lead you: press 「我卡住了」 (I am stuck), choose the sentence above, then 「帶我處理」 (lead me).

Official page: e等公務園 https://elearn.hrd.gov.tw/
If it still does not work, call e等公務園 support, 02-8195-8090.

We will not ask for your password. Please do not write passwords or ID numbers in a mail.

From the guide 「註冊小幫手」 (rules of 2026-11-24). It is not made by the government; the official sites and their support have the last word.`);
  });

  it('without a cause says what is due there, by the answers, part by part', () => {
    const due = (more: Partial<Addressee>) => reply(at({ page: 'elearn/05-certificate-question', step: 4, ...more }), null);
    expect(due({})).toContain('請這樣做：\n請選「是（需要驗證您的身分）」。\n為什麼：選「否」，之後不能列印時數。\n\n');
    expect(due({ target: 0, part: 1 })).toContain('請這樣做：\n請按「下一步」。\n');
    expect(due({ progress: { ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, hours: 'no' } } })).toContain('請自己選「是」或「否」');
    expect(reply(at({ step: 9 }), null)).toContain(`請這樣做：\n${pack.journey.steps[8]?.next['zh-TW']}\n\n`);
    expect(reply(NOBODY, null)).toContain('我們還看不出您在哪一步。');
  });

  it('for every step, page, part and cause, in both languages, is whole, asks for nothing secret, and leads to official pages alone', () => {
    expect(everyReason.length).toBeGreaterThan(150);
    const official = new Set(Object.values(pack.journey.places).map(({ url }) => url));
    for (const { addressee, cause } of everyReason) {
      for (const language of LANGUAGES) {
        const text = reply(addressee, cause, language);
        const where = `${addressee.page} ${addressee.step} ${cause?.id} ${language}`;
        expect(text, where).toContain(language === 'en' ? 'We will not ask for your password.' : '我們不會問您的密碼。');
        expect(text, where).not.toMatch(/[{}]|undefined|null|\n{3}|[。.]{2}(?!\.)/);
        expect(text.split('\n\n')[2]?.split('\n').length, where).toBeGreaterThan(1);
        for (const url of text.match(/https?:\/\/[^\s]+/g) ?? []) expect(official, where).toContain(url);
        if (cause !== null) for (const said of [cause.sign, cause.do]) expect(text, where).toContain(said[language]);
      }
    }
  });

  it('says something for every page whatever was answered', () => {
    for (const { id: page, step } of pack.rules)
      for (const answers of ALL_ANSWERS) {
        const text = reply(at({ page, step, progress: { ...NO_PROGRESS, answers: answers as Answers } }), null);
        expect(text.split('\n\n')[2]?.split('\n')[1], page).toMatch(/。$/);
      }
  });
});

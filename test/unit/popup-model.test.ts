import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addressInFront,
  hotlinesFor,
  isSilent,
  nextAction,
  questionsFor,
  resultOf,
  siteOf,
  stepAtHand,
  type TabInFront,
  type ToldByFrame,
  whereIs,
} from '../../components/popup-model';
import { journey as journeySchema, type Language, type Site } from '../../content-rules/schema';
import { judgeAddress } from '../../engine/address/judge';
import { foldProgress, type JourneyEvent, NO_PROGRESS, stepStates } from '../../engine/progress';
import { readYaml } from '../../tools/build/yaml-file';
import { officialHosts } from '../support/content';

const journey = readYaml(join(import.meta.dirname, '../../content-rules/journey.yaml'), 'journey.yaml', journeySchema).value;
const progressAfter = (...events: JourneyEvent[]) => foldProgress(events, journey.tells);
const answered = (question: 'hours' | 'civil' | 'account' | 'identify', answer: string): JourneyEvent => ({ type: 'answered', question, answer });
const at = (step: number): JourneyEvent => ({ type: 'corrected', step });
const NOWHERE: TabInFront = { kind: 'elsewhere', isSiteOpen: false, address: null };
const showing = (...frames: ToldByFrame[]): TabInFront => ({ kind: 'guided', tab: 7, site: 'elearn', frames });
const told = (verdict: string, step: number | null, speaks = true): ToldByFrame => ({ verdict, page: null, step, speaks, card: null });
const next = (events: JourneyEvent[], tab: TabInFront = NOWHERE, language: Language = 'zh-TW') => nextAction(progressAfter(...events), journey, tab, language);

describe('the site of an address', () => {
  it.each([
    ['https://elearn.hrd.gov.tw/mooc/index.php?x=1', 'elearn'],
    ['https://www.cp.gov.tw/', 'egov'],
    ['https://www.gov.tw/', 'portal'],
    // Right, but not guided.
    ['https://ecpa.dgpa.gov.tw/', null],
    ['http://elearn.hrd.gov.tw/', null],
    ['https://elearn.hrd.gov.tw:8443/', null],
    ['https://elearn.hrd.gov.tw./', null],
    ['https://a@elearn.hrd.gov.tw/', null],
    ['https://elearn.hrd.gov.tw@evil.example/', null],
    ['https://elearn.hrd.gov.tw.evil.example/', null],
    ['https://evil.example/elearn.hrd.gov.tw', null],
    ['about:blank', null],
    ['', null],
  ])('%s is %s', (address, site) => {
    expect(siteOf(judgeAddress(address, officialHosts), officialHosts)).toBe(site);
  });
  it('is none where the browser tells no address', () => expect(siteOf(null, officialHosts)).toBeNull());
});

describe('the step at hand', () => {
  it('is the first at the start', () => expect(stepAtHand(NO_PROGRESS, journey)).toBe(1));
  it('is where the person is', () => expect(stepAtHand(progressAfter(at(4)), journey)).toBe(4));
  it('leaves out what an account makes needless', () => {
    expect(stepAtHand(progressAfter(answered('account', 'yes')), journey)).toBe(1);
    expect(stepAtHand(progressAfter(at(3), answered('account', 'yes')), journey)).toBe(10);
  });
  it('is one of the list, never before where the person is', () => {
    for (const account of ['yes', 'no', 'unsaid']) {
      for (let step = 1; step <= 11; step += 1) {
        const progress = progressAfter(at(step), answered('account', account));
        const due = stepAtHand(progress, journey);
        expect(due).toBeGreaterThanOrEqual(step);
        expect(['here', 'next']).toContain(stepStates(progress, journey)[due - 1]);
      }
    }
  });
});

describe('the next action', () => {
  it('leads a newcomer to the first step', () => {
    const action = next([]);
    expect(action).toMatchObject({
      step: 1,
      heading: '第 1 步，共 11 步：打開登入',
      sentence: '請打開 e等公務園，再按「登入」。',
      asksForMail: false,
      isInFront: false,
    });
    expect(action.place).toEqual({ key: 'elearn-home', name: 'e等公務園', button: '打開 e等公務園' });
  });
  it('speaks English', () => expect(next([at(4)], NOWHERE, 'en').heading).toBe('Step 4 of 11: Choose 「是」'));
  it('asks for the mail at step 9, and opens nothing', () => expect(next([at(9)])).toMatchObject({ step: 9, asksForMail: true, place: null }));
  it('goes on to step 10 when the mail came', () => expect(next([at(9), { type: 'finished', step: 9 }])).toMatchObject({ step: 10, asksForMail: false }));
  it('is done among the courses', () => {
    const action = next([at(11)]);
    expect(action).toMatchObject({ heading: '', sentence: '都完成了。選課前，記得看「認證時數」。' });
    expect(action.place?.key).toBe('course-centre');
  });
  it('steps back for civil servants, wherever they are', () => {
    for (const step of [1, 4, 9, 11]) expect(next([at(step), answered('civil', 'yes')])).toMatchObject({ heading: '', place: null, asksForMail: false });
  });
  it('knows that the tab in front shows the step', () => {
    expect(next([at(4)], showing(told('quiet', null, false), told('recognised', 4))).isInFront).toBe(true);
    expect(next([at(4)], showing(told('degraded', 4))).isInFront).toBe(true);
    expect(next([at(4)], showing(told('recognised', 5))).isInFront).toBe(false);
    expect(next([at(4)], showing(told('lost', 4))).isInFront).toBe(false);
    expect(next([at(4)], showing()).isInFront).toBe(false);
  });
  it('repeats what the card in the page says, but only of this step', () => {
    const card = { text: '請按框起來的「登入」。\n還沒有帳號也要從這裡進去。' };
    expect(next([at(1)], showing({ ...told('recognised', 1), card })).sentence).toBe('請按框起來的「登入」。');
    const silent = isSilent(showing(), [], ['elearn']);
    expect(nextAction(progressAfter(at(1)), journey, showing({ ...told('recognised', 1), card }), 'zh-TW', silent)).toMatchObject({
      sentence: '請打開 e等公務園，再按「登入」。',
      isInFront: true,
    });
    expect(next([at(4)], showing({ ...told('recognised', 1), card })).sentence).toBe('請選「是（需要驗證您的身分）」。');
    expect(next([at(1)], showing({ ...told('recognised', 1), card: { text: '' } })).sentence).toBe('請打開 e等公務園，再按「登入」。');
  });
  it('says on an unknown page what to look for there', () => {
    expect(next([at(2)], showing(told('lost', 2))).sentence).toBe('請看完這一頁，再找「下一步」或「是／否」。');
    expect(next([at(2)], showing(told('recognised', 2))).sentence).toBe('請按「新會員第一次登入請看此」。');
    expect(next([at(7)], showing(told('lost', 7))).sentence).toBe('請打開我的e政府，再按「加入會員」。');
  });
});

describe('where the person is', () => {
  const where = (tab: TabInFront, given: { paused?: Site[]; putAway?: Site[]; canTake?: boolean } = {}) =>
    whereIs(tab, { journey, language: 'zh-TW', paused: [], putAway: [], canTake: true, ...given });
  it('tells site, step and the true host', () => {
    expect(where(showing(told('recognised', 4)))).toEqual({ text: '現在在：e等公務園，第 4 步', host: 'elearn.hrd.gov.tw', isUnsure: false, offer: null });
    expect(where(showing(told('recognised', null))).text).toBe('現在在：e等公務園');
  });
  it('lets the frame that speaks speak', () => expect(where(showing(told('recognised', 1, false), told('recognised', 4))).text).toContain('第 4 步'));
  it.each(['degraded', 'ambiguous'])('says of a %s page that it may have changed, with the number of its step', (verdict) => {
    expect(where(showing(told(verdict, 5)))).toMatchObject({ text: '這一頁可能改版了，說明不一定對。有疑問請打 02-2192-7111。', isUnsure: true });
    expect(where(showing(told(verdict, null))).text).toContain('02-8195-8090');
  });
  it.each(['lost', 'quiet', 'something new'])('does not claim to know a %s page', (verdict) => {
    expect(where(showing(told(verdict, 4))).text).toBe('這一頁我們不認得。');
  });
  it('offers to reload a tab where nobody answers', () => expect(where(showing())).toMatchObject({ offer: 'reload', host: 'elearn.hrd.gov.tw' }));
  it('offers the way back from a pause, before all else', () => {
    expect(where(showing(), { paused: ['elearn'] })).toMatchObject({ text: '您在「e等公務園」先停用了小幫手。', offer: 'resume' });
    expect(where(showing(told('recognised', 4)), { paused: ['egov'] }).offer).toBeNull();
  });
  it('offers to bring back a card that was put away here', () => {
    expect(where(showing(told('recognised', 4)), { putAway: ['elearn'] }).offer).toBe('show-card');
    expect(where(showing(told('recognised', 4)), { putAway: ['portal'] }).offer).toBeNull();
  });
  it('speaks of 「帶我去」 only where there is one', () => {
    expect(where(NOWHERE).text).toContain('帶我去');
    expect(where(NOWHERE, { canTake: false }).text).not.toContain('帶我去');
    expect(where({ kind: 'elsewhere', isSiteOpen: true, address: null }).text).toBe('現在這個分頁不是這兩個網站。');
  });
  it('says that the browser does not allow it', () => expect(where({ kind: 'no-access', address: null })).toMatchObject({ offer: 'allow', isUnsure: true }));
});

describe('the address of the tab in front', () => {
  it('is right on a guided site, and is what the browser told elsewhere', () => {
    expect(addressInFront(showing(), journey)).toEqual({ kind: 'official', host: 'elearn.hrd.gov.tw' });
    expect(addressInFront({ kind: 'looking' }, journey)).toBeNull();
    expect(addressInFront(NOWHERE, journey)).toBeNull();
    const address = judgeAddress('https://elearn-hrd.com/', officialHosts);
    expect(addressInFront({ kind: 'no-access', address }, journey)).toBe(address);
  });
});

describe('answers', () => {
  const result = (...events: JourneyEvent[]) => resultOf(progressAfter(...events));
  it('are asked for only where they mean something, at most four', () => {
    expect(questionsFor(NO_PROGRESS.answers)).toEqual(['hours', 'civil', 'account', 'identify']);
    expect(questionsFor({ ...NO_PROGRESS.answers, civil: 'yes' })).toEqual(['hours', 'civil']);
    expect(questionsFor({ ...NO_PROGRESS.answers, account: 'yes' })).not.toContain('identify');
    expect(questionsFor({ ...NO_PROGRESS.answers, hours: 'no' })).not.toContain('identify');
  });
  it('lead to the sentence of each branch', () => {
    expect(result()).toBeNull();
    expect(result(answered('hours', 'yes'))).toBe('general');
    expect(result(answered('hours', 'no'))).toBe('hours');
    expect(result(answered('hours', 'no'), answered('civil', 'yes'))).toBe('civil');
    expect(result(answered('account', 'yes'), answered('hours', 'no'))).toBe('account');
    expect(result(answered('identify', 'certificate'))).toBe('certificate');
    expect(result(answered('identify', 'none'))).toBe('none');
    expect(result(answered('identify', 'number'))).toBe('general');
  });
  it('say nothing of skipping steps to someone who has done them', () => {
    expect(result(at(9), { type: 'finished', step: 9 })).toBeNull();
  });
  it('add the certificate hotline to that of the step', () => {
    expect(hotlinesFor(1, NO_PROGRESS.answers, journey)).toEqual(['elearn']);
    expect(hotlinesFor(8, { ...NO_PROGRESS.answers, identify: 'certificate' }, journey)).toEqual(['egov', 'certificate']);
    expect(hotlinesFor(8, { ...NO_PROGRESS.answers, identify: 'certificate', civil: 'yes' }, journey)).toEqual(['egov']);
  });
});

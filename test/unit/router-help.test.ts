import { beforeEach, expect, it, vi } from 'vitest';
import type { StuckTopic } from '../../components/models';
import type { RecoveryOfSite } from '../../content-rules/schema';
import { decodeSpokenCode } from '../../support/decode';
import { help, pack } from '../support/content';
import { documentAt, fake, OWN_PAGE, resetFakeBrowser } from '../support/fake-browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));
const { Keeper } = await import('../../platform/keeper');
const { Router } = await import('../../platform/router');
const { HelpAnswers } = await import('../../platform/help-answers');
const { parseJournal } = await import('../../platform/journal');

const HOME = documentAt('https://elearn.hrd.gov.tw/');
const make = () => new Router(new Keeper(pack.journey), pack, undefined, help, 'firefox');
let router = make();
beforeEach(() => {
  resetFakeBrowser();
  router = make();
});
const journal = () => parseJournal(fake.local.values);

it('a page is told why people get stuck there, in the person’s language', async () => {
  const topic = (await router.hear({ ask: 'stuck', page: 'elearn/01-home', step: 1 }, HOME)) as StuckTopic;
  expect(topic.topics.map(({ id }) => id).slice(0, 3)).toEqual(['login-button-dead', 'news-in-the-way', 'social-login-before']);
  await router.hear({ ask: 'change', settings: { language: 'en' } }, OWN_PAGE);
  expect(((await router.hear({ ask: 'stuck', page: null, step: null }, HOME)) as StuckTopic).say).toEqual(['What is it?']);
});

/** What a page answers that is asked to explain itself. */
const EXPLAINED = { verdict: 'degraded', page: 'elearn/01-home', step: 1, say: { page: 'elearn/01-home', target: 0, part: 0 }, because: 'covered', why: [] };

it('with them comes the code of what that very document shows', async () => {
  fake.answer = (_tab, frame, message) => ((message as { tell: string }).tell === 'explain' && frame === 3 ? EXPLAINED : null);
  const { code } = (await router.hear({ ask: 'stuck', page: 'elearn/01-home', step: 1 }, documentAt('https://elearn.hrd.gov.tw/', 7, 3))) as StuckTopic;
  expect(decodeSpokenCode(code?.groups.join(' ') ?? '')).toMatchObject({ parts: { kind: 'degraded', reason: 'covered', page: 'elearn/01-home', spot: 1 } });
  expect([code?.read, code?.copy]).toEqual(['請把這組號碼念給客服：', '複製號碼']);
});

it('the popup gets the code of the tab in front, of the frame that speaks there', async () => {
  const lost = { ...EXPLAINED, verdict: 'lost', page: null, step: 4, say: null, because: null };
  fake.session.values['tab:7'] = {
    claims: { 0: { kind: 'lost', isCovered: false, depth: 0 }, 3: { kind: 'degraded', isCovered: false, depth: 1 } },
    armed: [],
  };
  fake.answer = (tab, frame, message) => ((message as { tell: string }).tell === 'are-you-there' ? true : tab !== 7 ? null : frame === 3 ? EXPLAINED : lost);
  const parts = async (tab?: number | null) => {
    const { code } = (await router.hear({ ask: 'stuck', page: null, step: 6, ...(tab === undefined ? {} : { tab }) }, OWN_PAGE)) as StuckTopic;
    const decoded = decodeSpokenCode(code?.groups.join(' ') ?? '');
    return decoded.ok ? decoded.parts : null;
  };
  expect(await parts(7)).toMatchObject({ kind: 'degraded', page: 'elearn/01-home' });
  for (const none of [null, undefined, 8]) expect(await parts(none)).toMatchObject({ kind: 'quiet', reason: 'not-guided', page: null, step: 6 });
});

it('a document that says nothing, or something else, holds nobody up', async () => {
  for (const answer of [new Promise(() => undefined), '王小明', { ...EXPLAINED, because: '王小明' }]) {
    fake.answer = () => answer;
    const { code, topics } = (await router.hear({ ask: 'stuck', page: 'elearn/01-home', step: 1 }, HOME)) as StuckTopic;
    expect(topics.length).toBeGreaterThan(3);
    expect(decodeSpokenCode(code?.groups.join(' ') ?? '')).toMatchObject({ parts: { kind: 'quiet', reason: 'not-guided', step: 1 } });
  }
});

it('a practice has no code, and asks its page nothing', async () => {
  const asked = vi.fn(() => Promise.resolve(EXPLAINED));
  const topic = (await new HelpAnswers(pack, help, 'chrome').answer(
    { ask: 'stuck', page: 'elearn/01-home', step: 1 },
    router.keeper,
    null,
    asked,
  )) as StuckTopic;
  expect([topic.id, topic.code]).toEqual(['stuck', undefined]);
  expect(asked).not.toHaveBeenCalled();
});

it('a page may not name a tab', () => {
  expect(router.hear({ ask: 'stuck', page: 'elearn/01-home', step: 1, tab: 7 }, HOME)).toBeUndefined();
});

it('a way back is begun once, however often it is asked for, and tells what it tells of the person', async () => {
  await router.hear({ ask: 'begin', recovery: 'chose-no' }, HOME);
  await router.hear({ ask: 'begin', recovery: 'chose-no' }, HOME);
  expect(journal().events).toEqual([
    { type: 'answered', question: 'hours', answer: 'yes' },
    { type: 'began', recovery: 'chose-no', until: ['elearn/05-certificate-question', 'elearn/06-account-question'] },
  ]);
  await router.hear({ ask: 'add', event: { type: 'ended' } }, HOME);
  expect((await router.keeper.view()).progress.recovery).toBeNull();
});

it('a page gets the targets of its own site, in the words of its browser', async () => {
  const asked = async (sender: typeof HOME) => (await router.hear({ ask: 'recovery', recovery: 'no-id-number' }, sender)) as RecoveryOfSite;
  expect((await asked(HOME)).steps.map(({ page }) => page)).toEqual(['elearn/01-home', 'elearn/03-login-chooser']);
  expect((await asked(documentAt('https://www.cp.gov.tw/'))).steps.map(({ page }) => page)).toEqual(['egov/07-member-data']);
  const blocked = (await router.hear({ ask: 'recovery', recovery: 'popup-blocked' }, HOME)) as RecoveryOfSite;
  expect(blocked.say['zh-TW'].do).toContain('請看網頁上面');
});

it.each(['stuck', 'recovery', 'begin'])('%s of what is not known is not heard', (ask) => {
  expect(router.hear({ ask, recovery: 'no-such-thing' }, HOME)).toBeUndefined();
  expect(router.hear({ ask, recovery: 'chose-no', until: ['elearn/01-home'] }, HOME)).toBeUndefined();
});

it('a page cannot begin one by an event of its own making', async () => {
  await router.hear({ ask: 'add', event: { type: 'began', recovery: 'chose-no', until: [] } }, HOME);
  expect(journal().events).toEqual([]);
});

it('private windows have ways back of their own', async () => {
  await router.hear({ ask: 'begin', recovery: 'no-mail', inPrivate: true }, OWN_PAGE);
  expect((await router.privateKeeper.view()).progress.recovery?.id).toBe('no-mail');
  expect((await router.keeper.view()).progress.recovery).toBeNull();
});

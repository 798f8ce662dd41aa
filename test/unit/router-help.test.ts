import { beforeEach, expect, it, vi } from 'vitest';
import type { StuckTopic } from '../../components/models';
import type { RecoveryOfSite } from '../../content-rules/schema';
import { help, pack } from '../support/content';
import { documentAt, fake, OWN_PAGE, resetFakeBrowser } from '../support/fake-browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));
const { Keeper } = await import('../../platform/keeper');
const { Router } = await import('../../platform/router');
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

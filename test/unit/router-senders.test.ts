import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { FromOwnPage, FromPage } from '../../platform/messages';
import { documentAt, fake, OWN_PAGE, resetFakeBrowser } from '../support/fake-browser';
import { smallHelp, smallPack } from '../support/journey';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));
const { Keeper } = await import('../../platform/keeper');
const { Router } = await import('../../platform/router');

const CLAIM = { kind: 'recognised', isCovered: false, depth: 0 } as const;
/** One good message of each kind; the compiler sees to it that none is left out. */
const BY_PAGES: { [Ask in FromPage['ask']]: Extract<FromPage, { ask: Ask }> } = {
  report: { ask: 'report', claim: CLAIM, page: 'elearn/01-home', step: 1 },
  gone: { ask: 'gone' },
  view: { ask: 'view' },
  add: { ask: 'add', event: { type: 'finished', step: 9 } },
  open: { ask: 'open', place: 'egov-front' },
  arm: { ask: 'arm', caution: 'elearn/03-login-chooser/facebook' },
  mute: { ask: 'mute', caution: 'facebook' },
  'put-away': { ask: 'put-away', site: 'elearn' },
  stuck: { ask: 'stuck', page: 'elearn/01-home', step: 1 },
  recovery: { ask: 'recovery', recovery: 'chose-no' },
  begin: { ask: 'begin', recovery: 'chose-no' },
};
const BY_OWN_PAGES: { [Ask in FromOwnPage['ask']]: Extract<FromOwnPage, { ask: Ask }> } = {
  add: { ask: 'add', event: { type: 'corrected', step: 4 } },
  open: { ask: 'open', place: 'egov-front', tab: 7 },
  change: { ask: 'change', settings: { language: 'en' } },
  explain: { ask: 'explain', tab: 7 },
  seen: { ask: 'seen', tab: 7 },
  'start-over': { ask: 'start-over' },
  'set-aside-seen': { ask: 'set-aside-seen' },
  repair: { ask: 'repair' },
  stuck: { ask: 'stuck', page: null, step: 1, inPrivate: true },
  recovery: { ask: 'recovery', recovery: 'chose-no', inPrivate: true },
  begin: { ask: 'begin', recovery: 'chose-no', inPrivate: true },
};
const MESSAGES: [string, unknown][] = [
  ...Object.entries(BY_PAGES).map(([ask, message]): [string, unknown] => [`${ask}, as pages say it`, message]),
  ...Object.entries(BY_OWN_PAGES).map(([ask, message]): [string, unknown] => [`${ask}, as own pages say it`, message]),
];

const HOME = documentAt('https://elearn.hrd.gov.tw/');
const STRANGERS: [string, Runtime.MessageSender][] = [
  ['another extension', { ...HOME, id: 'other@extension.example' }],
  ['another extension’s page', { ...OWN_PAGE, id: 'other@extension.example' }],
  ['nobody', {}],
  ['a page without a name', { ...HOME, id: undefined as never }],
  ['a page over http', documentAt('http://elearn.hrd.gov.tw/')],
  ['a page at another port', documentAt('https://elearn.hrd.gov.tw:8443/')],
  ['a host that begins like one', documentAt('https://elearn.hrd.gov.tw.evil.example/')],
  ['a host that ends like one', documentAt('https://evil-elearn.hrd.gov.tw/')],
  ['a host below one', documentAt('https://x.www.gov.tw/')],
  ['a host with a lookalike letter', documentAt('https://www.сp.gov.tw/')],
  ['a name before the host', documentAt('https://elearn.hrd.gov.tw@evil.example/')],
  ['a page that names one in its path', documentAt('https://evil.example/https://elearn.hrd.gov.tw/')],
  ['a file', documentAt('file:///elearn.hrd.gov.tw/index.html')],
  ['a blank page', documentAt('about:blank')],
  ['an address that is none', documentAt('elearn.hrd.gov.tw')],
  ['an empty address', documentAt('')],
  ['a written frame of another site', { ...documentAt('about:srcdoc'), origin: 'https://evil.example' } as Runtime.MessageSender],
  ['a written frame without an origin', { ...documentAt('about:srcdoc'), origin: 'null' } as Runtime.MessageSender],
  ['a page that claims the origin of one', { ...documentAt('https://evil.example/'), origin: 'https://elearn.hrd.gov.tw' } as Runtime.MessageSender],
  ['a document in no tab', { ...HOME, tab: undefined }],
  ['a document in a tab without a number', { ...HOME, tab: {} as never }],
  ['a document in no frame', { ...HOME, frameId: undefined }],
  ['a document without an address', { ...HOME, url: undefined }],
  ['a page of an extension with a longer id', { ...OWN_PAGE, url: (OWN_PAGE.url as string).replace('/popup', '.evil.example/popup') }],
];

let router = new Router(new Keeper(smallPack.journey), smallPack, undefined, smallHelp);
beforeEach(() => {
  resetFakeBrowser();
  router = new Router(new Keeper(smallPack.journey), smallPack, undefined, smallHelp);
});

/** Everything that a message could have changed. */
const state = () => JSON.stringify([fake.local.values, fake.local.writes, fake.session.values, fake.tabCalls, fake.told]);

describe.each(STRANGERS)('from %s', (_, sender) => {
  it.each(MESSAGES)('%s is not heard', async (_, message) => {
    await router.keeper.repair();
    const before = state();
    expect(router.hear(message, sender)).toBeUndefined();
    await router.keeper.repair();
    expect(state()).toBe(before);
  });
});

/** That a message is answered, whatever with. */
async function expectHeard(message: unknown, sender: Runtime.MessageSender) {
  const answer = router.hear(message, sender);
  expect(answer).toBeInstanceOf(Promise);
  await answer;
}

describe.each(Object.values(smallPack.journey.sites).map(({ host }) => host))('from a document at %s', (host) => {
  const sender = documentAt(`https://${host}/mooc/x.php?y=1#z`);
  it.each(Object.entries(BY_PAGES))('%s is heard', (_, message) => expectHeard(message, sender));
  it.each(['change', 'explain', 'seen', 'start-over', 'set-aside-seen', 'repair'] as const)('%s is for own pages only', (ask) => {
    expect(router.hear(BY_OWN_PAGES[ask], sender)).toBeUndefined();
  });
  it('no tab but its own is led elsewhere', () => expect(router.hear(BY_OWN_PAGES.open, sender)).toBeUndefined());
});

describe.each(['about:blank', 'about:srcdoc'])('from a frame that a page of a site has written (%s)', (url) => {
  const sender = { ...documentAt(url, 7, 3), origin: 'https://elearn.hrd.gov.tw' } as Runtime.MessageSender;
  it.each(Object.entries(BY_PAGES))('%s is heard', (_, message) => expectHeard(message, sender));
});

describe('from the extension’s own page', () => {
  it.each(Object.entries(BY_OWN_PAGES))('%s is heard', (_, message) => expectHeard(message, OWN_PAGE));
  it.each(['report', 'gone', 'view', 'arm', 'mute', 'put-away'] as const)('%s is for documents of the sites only', (ask) => {
    expect(router.hear(BY_PAGES[ask], OWN_PAGE)).toBeUndefined();
  });
  it('a place is opened only with the tab named, or null for a new one', () => expect(router.hear(BY_PAGES.open, OWN_PAGE)).toBeUndefined());
  it('in a tab it is still an own page', async () => {
    const inTab = { ...OWN_PAGE, frameId: 0, tab: { id: 3 } as never };
    await expectHeard(BY_OWN_PAGES.repair, inTab);
    expect(router.hear(BY_PAGES.report, inTab)).toBeUndefined();
  });
});

describe('what a document may add by itself', () => {
  it.each([
    [{ type: 'answered', question: 'hours', answer: 'yes' }, true],
    [{ type: 'finished', step: 9 }, true],
    [{ type: 'corrected', step: 4 }, false],
    [{ type: 'restarted' }, false],
    [{ type: 'went', place: 'egov-front' }, false],
    [{ type: 'arrived', page: 'elearn/01-home', step: 1 }, false],
  ])('%j: %s', async (event, may) => {
    await router.hear({ ask: 'add', event }, HOME);
    const kept = Object.entries(fake.local.values).filter(([key]) => key.startsWith('p:'));
    expect(kept.map(([, value]) => value)).toEqual(may ? [event] : []);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '../../engine/settle';
import type { SeenTab } from '../../platform/messages';
import { documentAt, fake, OWN_PAGE, resetFakeBrowser } from '../support/fake-browser';
import { secondCopy } from '../support/fake-second-copy';
import { smallPack } from '../support/journey';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
vi.mock('../../platform/second-copy', () => import('../support/fake-second-copy'));
const { Keeper } = await import('../../platform/keeper');
const { Router } = await import('../../platform/router');
const { parseJournal } = await import('../../platform/journal');

let router = new Router(new Keeper(smallPack.journey), smallPack);
beforeEach(() => {
  resetFakeBrowser();
  router = new Router(new Keeper(smallPack.journey), smallPack);
});

const PAGE = documentAt('https://elearn.hrd.gov.tw/');
const FRAME = documentAt('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php', 7, 4);
const says = (kind: Claim['kind'], depth = 0, isCovered = false): Claim => ({ kind, depth, isCovered });
const report = (sender: typeof PAGE, claim: Claim, page: string | null = null, step: number | null = null) =>
  router.hear({ ask: 'report', claim, page, step }, sender);
const journal = () => parseJournal(fake.local.values);
const speakings = () =>
  fake.told
    .filter(({ message }) => (message as { tell: string }).tell === 'speak')
    .map(({ frame, message }) => [frame, (message as { speaks: boolean }).speaks]);
const badges = () => fake.tabCalls.filter(({ call }) => call === 'badge').map(({ what }) => what);

describe('a report', () => {
  it('of a page that is known is an arrival, with its step on the badge', async () => {
    expect(await report(PAGE, says('recognised'), 'elearn/01-home', 1)).toEqual({ speaks: true, armed: [] });
    expect(journal().events).toEqual([{ type: 'arrived', page: 'elearn/01-home', step: 1 }]);
    expect(badges()).toEqual(['1']);
  });
  it('of a page that has changed is one, too, with a question mark', async () => {
    await report(PAGE, says('degraded'), 'elearn/01-home', 1);
    expect(journal().events).toHaveLength(1);
    expect(badges()).toEqual(['?']);
  });
  it.each<[string, Claim, string | null]>([
    ['that is covered', says('degraded', 0, true), 'elearn/01-home'],
    ['that nobody knows', says('lost'), null],
    ['that no rule has', says('recognised'), 'elearn/99-none'],
    ['that is quiet', says('quiet'), 'elearn/01-home'],
  ])('of a page %s is none', async (_, claim, page) => {
    await report(PAGE, claim, page, 1);
    expect(journal().events).toEqual([]);
  });
  it('of a page off the steps is an arrival without a step', async () => {
    await report(documentAt('https://www.gov.tw/'), says('recognised'), 'portal/01-front-page', null);
    expect(journal().events).toEqual([{ type: 'arrived', page: 'portal/01-front-page', step: null }]);
    expect(badges()).toEqual(['']);
  });
});

describe('one tab shows one card', () => {
  it('of the frame that wins over its page, which is told', async () => {
    await report(PAGE, says('recognised'), 'elearn/01-home', 1);
    expect(await report(FRAME, says('recognised', 1), 'elearn/03-login-chooser', 2)).toMatchObject({ speaks: true });
    expect(speakings()).toEqual([[0, false]]);
  });
  it('also where both report at once', async () => {
    const [page, frame] = (await Promise.all([
      report(PAGE, says('recognised'), 'elearn/01-home', 1),
      report(FRAME, says('recognised', 1), 'elearn/03-login-chooser', 2),
    ])) as {
      speaks: boolean;
    }[];
    expect([page?.speaks, frame?.speaks, speakings().at(-1)]).toEqual([true, true, [0, false]]);
  });
  it('of the page again when the frame is gone', async () => {
    await report(PAGE, says('recognised'));
    await report(FRAME, says('recognised', 1));
    await router.hear({ ask: 'gone' }, FRAME);
    expect(speakings().at(-1)).toEqual([0, true]);
  });
  it('of the page again when the frame went without a word', async () => {
    await report(PAGE, says('recognised'));
    await report(FRAME, says('recognised', 1));
    fake.answer = (_, frame) => {
      if (frame === 4) throw new Error('no such frame');
      return true;
    };
    expect(await report(PAGE, says('recognised'))).toMatchObject({ speaks: true });
  });
  it('each tab for itself', async () => {
    await report(FRAME, says('recognised', 1));
    expect(await report(documentAt('https://elearn.hrd.gov.tw/', 8), says('recognised'))).toMatchObject({ speaks: true });
    expect(speakings()).toEqual([]);
  });
});

describe('a press that was let through', () => {
  it('is let through in every document of its tab, and in no other tab', async () => {
    await router.hear({ ask: 'arm', caution: 'elearn/03-login-chooser/facebook' }, PAGE);
    await Promise.all([
      router.hear({ ask: 'arm', caution: 'elearn/03-login-chooser/google' }, FRAME),
      router.hear({ ask: 'arm', caution: 'elearn/03-login-chooser/facebook' }, FRAME),
    ]);
    expect(await report(FRAME, says('quiet'))).toMatchObject({ armed: ['elearn/03-login-chooser/facebook', 'elearn/03-login-chooser/google'] });
    expect(await report(documentAt('https://elearn.hrd.gov.tw/', 8), says('quiet'))).toMatchObject({ armed: [] });
  });
  it('is one that a rule has', async () => {
    for (const caution of ['elearn/03-login-chooser/apple', 'elearn/99-none/facebook', 'facebook'])
      expect(router.hear({ ask: 'arm', caution }, PAGE)).toBeUndefined();
    for (const caution of ['apple', 'elearn/03-login-chooser/facebook']) expect(router.hear({ ask: 'mute', caution }, PAGE)).toBeUndefined();
  });
  it('is forgotten with its tab', async () => {
    await router.hear({ ask: 'arm', caution: 'elearn/03-login-chooser/facebook' }, PAGE);
    await router.closed(7);
    expect(fake.session.values).toEqual({});
  });
});

describe('what a card can ask for', () => {
  it('an official page, in its own tab', async () => {
    expect(await router.hear({ ask: 'open', place: 'egov-front' }, PAGE)).toBe(true);
    expect(fake.tabCalls).toEqual([{ call: 'update', tab: 7, what: 'https://www.cp.gov.tw/' }]);
    expect(journal().events).toEqual([{ type: 'went', place: 'egov-front' }]);
  });
  it('nothing that is no official page', async () => {
    expect(await router.hear({ ask: 'open', place: 'bank' }, PAGE)).toBe(false);
    expect(fake.tabCalls).toEqual([]);
    expect(journal().events).toEqual([]);
  });
  it('to be put away on a site, and not to be reminded, from two tabs at once', async () => {
    await Promise.all([
      router.hear({ ask: 'put-away', site: 'elearn' }, PAGE),
      router.hear({ ask: 'mute', caution: 'facebook' }, FRAME),
      router.hear({ ask: 'mute', caution: 'google' }, PAGE),
      router.hear({ ask: 'put-away', site: 'egov' }, documentAt('https://www.cp.gov.tw/', 8)),
      router.hear({ ask: 'mute', caution: 'facebook' }, PAGE),
    ]);
    expect(journal().settings).toMatchObject({ putAway: ['elearn', 'egov'], muted: ['facebook', 'google'] });
  });
});

describe('what our own pages can ask for', () => {
  it('an official page, in a new tab or in one they name', async () => {
    await router.hear({ ask: 'open', place: 'elearn-home', tab: null }, OWN_PAGE);
    await router.hear({ ask: 'open', place: 'elearn-home', tab: 9 }, OWN_PAGE);
    expect(fake.tabCalls).toEqual([
      { call: 'create', tab: null, what: 'https://elearn.hrd.gov.tw/' },
      { call: 'update', tab: 9, what: 'https://elearn.hrd.gov.tw/' },
    ]);
  });
  it('to correct, to set, to start over; each is done before it is answered', async () => {
    expect(await router.hear({ ask: 'add', event: { type: 'corrected', step: 4 } }, OWN_PAGE)).toBe(true);
    expect(journal().events).toHaveLength(1);
    expect(await router.hear({ ask: 'change', settings: { language: 'en' } }, OWN_PAGE)).toBe(true);
    expect(journal().settings.language).toBe('en');
    expect(await router.hear({ ask: 'start-over' }, OWN_PAGE)).toBe(true);
    expect(journal()).toMatchObject({ events: [{ type: 'restarted' }], settings: { language: 'en' } });
  });
  it('what every document of a tab says, those that are gone left out', async () => {
    await report(PAGE, says('recognised'));
    await report(FRAME, says('recognised', 1));
    await report(documentAt('https://elearn.hrd.gov.tw/x', 7, 9), says('quiet', 1));
    fake.answer = (_, frame, message) => {
      if (frame === 9) throw new Error('no such frame');
      return (message as { tell: string }).tell === 'explain' ? { verdict: `of ${frame}` } : true;
    };
    expect(await router.hear({ ask: 'explain', tab: 7 }, OWN_PAGE)).toEqual([
      { verdict: 'of 0', frame: 0, speaks: false },
      { verdict: 'of 4', frame: 4, speaks: true },
    ]);
    fake.answer = () => {
      throw new Error('nobody');
    };
    expect(await router.hear({ ask: 'explain', tab: 7 }, OWN_PAGE)).toEqual([]);
  });
  it('what goes into a support report: what the documents see, the page first, and what was said in the tab', async () => {
    await report(documentAt('https://elearn.hrd.gov.tw/x', 7, 12), says('quiet', 1));
    await report(FRAME, says('recognised', 1), 'elearn/03-login-chooser', 2);
    await report(PAGE, says('degraded'), 'elearn/01-home', 1);
    fake.answer = (_, frame, message) => ((message as { tell: string }).tell === 'seen' ? { seenBy: frame } : true);
    expect(await router.hear({ ask: 'seen', tab: 7 }, OWN_PAGE)).toEqual({
      documents: [{ seenBy: 0 }, { seenBy: 4 }, { seenBy: 12 }],
      changes: [
        { kind: 'quiet', page: null, step: null, framed: true },
        { kind: 'recognised', page: 'elearn/03-login-chooser', step: 2, framed: true },
        { kind: 'degraded', page: 'elearn/01-home', step: 1, framed: false },
      ],
    });
  });
});

describe('what was said in a tab', () => {
  const said = async (tab = 7) => ((await router.hear({ ask: 'seen', tab }, OWN_PAGE)) as SeenTab).changes;

  it('is kept once, however often it is said, and the last fifty of it', async () => {
    for (let time = 0; time < 40; time += 1) {
      await report(PAGE, says('recognised'), 'elearn/01-home', 1);
      await report(PAGE, says('recognised'), 'elearn/01-home', 1);
      await report(PAGE, says('lost'), null, 1);
    }
    const changes = await said();
    expect(changes).toHaveLength(50);
    expect(changes.at(-1)).toEqual({ kind: 'lost', page: null, step: 1, framed: false });
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['recognised', 'lost']));
  });
  it('has no page that is not in the rules', async () => {
    await report(PAGE, says('ambiguous'), 'elearn/77-wang-xiaoming', 1);
    expect(await said()).toEqual([{ kind: 'ambiguous', page: null, step: 1, framed: false }]);
  });
  it('is forgotten by starting over, in every tab, and with the tab', async () => {
    await report(PAGE, says('recognised'), 'elearn/01-home', 1);
    await report(documentAt('https://www.cp.gov.tw/', 8), says('lost'), null, 1);
    await router.hear({ ask: 'arm', caution: 'elearn/03-login-chooser/facebook' }, PAGE);
    await router.hear({ ask: 'start-over' }, OWN_PAGE);
    expect([await said(7), await said(8)]).toEqual([[], []]);
    expect(await report(PAGE, says('recognised'), 'elearn/01-home', 1)).toMatchObject({ armed: ['elearn/03-login-chooser/facebook'] });
    await router.closed(7);
    expect(await said(7)).toEqual([]);
    expect(JSON.stringify(fake.session.values)).not.toContain('01-home');
  });
});

describe('that typed text lose its colour', () => {
  const ask = (sender: typeof PAGE, more = {}) => router.hear({ ask: 'hide-text', ...more }, sender);
  it('is done in the frame that asks, by a sheet that no page can outdo, while the presenter view is on', async () => {
    Object.assign(fake.local.values, { presenter: true });
    fake.permissions = ['scripting'];
    expect(await ask(FRAME)).toBe(true);
    expect(fake.styled).toEqual([{ tab: 7, frame: 4, origin: 'USER' }]);
  });
  it.each([
    ['switched off', {}, ['scripting']],
    ['forbidden in the browser’s own list', { presenter: true }, []],
    ['on for the recorder alone', { recorder: true }, ['scripting']],
  ])('is not done where it is %s', async (_, kept, permissions) => {
    Object.assign(fake.local.values, kept);
    fake.permissions = permissions;
    expect(await ask(PAGE)).toBe(false);
    expect(fake.styled).toEqual([]);
  });
  it('is for documents of the sites, and takes nothing else', () => {
    expect([ask(OWN_PAGE), ask(PAGE, { css: 'body { display: none }' }), ask(documentAt('https://evil.example/'))]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a private window', () => {
  const PRIVATE = documentAt('https://elearn.hrd.gov.tw/', 9, 0, true);
  beforeEach(async () => {
    fake.tabs = [
      { id: 7, incognito: false },
      { id: 9, incognito: true },
    ];
    await router.hear({ ask: 'add', event: { type: 'finished', step: 9 } }, PAGE);
  });
  const kept = () => JSON.stringify([fake.local.values, secondCopy.values]);

  it('has a journey of its own, which is never kept', async () => {
    const before = kept();
    await report(PRIVATE, says('recognised'), 'elearn/03-login-chooser', 2);
    await router.hear({ ask: 'add', event: { type: 'answered', question: 'hours', answer: 'no' } }, PRIVATE);
    await router.hear({ ask: 'mute', caution: 'facebook' }, PRIVATE);
    await router.hear({ ask: 'put-away', site: 'egov' }, PRIVATE);
    await router.hear({ ask: 'open', place: 'egov-front' }, PRIVATE);
    expect(kept()).toBe(before);
    expect(await router.hear({ ask: 'view' }, PRIVATE)).toMatchObject({
      progress: { here: 2, answers: { hours: 'no' } },
      settings: { muted: ['facebook'], putAway: ['egov'] },
    });
    expect(await router.hear({ ask: 'view' }, PAGE)).toMatchObject({ progress: { here: 10, answers: { hours: 'unsaid' } }, settings: { muted: [] } });
  });
  it('is told its view with the answer and at every change, and no other window is', async () => {
    expect(await report(PRIVATE, says('recognised'), 'elearn/01-home', 1)).toMatchObject({ view: { progress: { here: 1 } } });
    expect(await report(PAGE, says('quiet'))).not.toHaveProperty('view');
    const views = fake.told.filter(({ message }) => (message as { tell: string }).tell === 'view');
    expect(views.length).toBeGreaterThan(0);
    expect(views.filter(({ tab }) => tab !== 9)).toEqual([]);
  });
  it('is what the popup speaks of when it says so', async () => {
    const before = kept();
    for (const message of [
      { ask: 'add', event: { type: 'corrected', step: 4 } },
      { ask: 'change', settings: { language: 'en' } },
      { ask: 'open', place: 'egov-front', tab: 9 },
      { ask: 'set-aside-seen' },
      { ask: 'start-over' },
      { ask: 'repair' },
    ])
      await router.hear({ ...message, inPrivate: true }, OWN_PAGE);
    expect(kept()).toBe(before);
    expect(await router.hear({ ask: 'view' }, PRIVATE)).toMatchObject({ progress: { here: 0 }, settings: { language: 'en' } });
  });
  it('is forgotten with its last tab', async () => {
    await report(PRIVATE, says('recognised'), 'elearn/03-login-chooser', 2);
    await router.closed(7);
    expect(fake.session.values).toHaveProperty('private');
    fake.tabs = [{ id: 7, incognito: false }];
    await router.closed(9);
    expect(fake.session.values).not.toHaveProperty('private');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { protocolId, sendBidi } from '../../tools/browser/puppeteer-inside';
import { readReplica } from '../../tools/site/replica-site';
import type { Sight } from '../../tools/walk/person';
import { ADDRESS, AtQuestion, question, SERVED } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { rounds } from './support/rounds';

const NEXT = 'https://elearn.hrd.gov.tw/mooc/co_new_member_2.php';
/** Writes down how often the page came back as it was. */
const COUNTS_RETURNS = `window.returns = 0; addEventListener('pageshow', ({ persisted }) => { window.returns += persisted ? 1 : 0 })`;
/** A page that is not to be stored is not kept either. */
const kept = (body: string) => ({ body, headers: { 'Cache-Control': 'no-cache' } });

describe.each(BROWSERS)('in %s a page comes back from the back-forward cache', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    // Puppeteer switches the cache of Firefox off.
    opened = await openBrowser(
      name,
      name === 'firefox' ? { extraPreferences: { 'fission.bfcacheInParent': true, 'browser.sessionhistory.max_total_viewers': 8 } } : {},
    );
    at = await AtQuestion.begin(opened);
    opened.serve({
      [SERVED]: kept(question(COUNTS_RETURNS)),
      'elearn.hrd.gov.tw/mooc/co_new_member_2.php': kept(readReplica('elearn/06-account-question/replica.html')),
    });
  });
  afterAll(() => opened?.close());

  // Puppeteer does not notice in Firefox that another document is back: address and page are asked of the browser itself.
  const here = async (expression: string): Promise<unknown> => {
    const { page } = at.person;
    if (name === 'chromium') return page.evaluate(expression);
    const target = { context: protocolId(page.mainFrame()) };
    const { result } = await sendBidi<{ result: { value: unknown } }>(page.browser(), 'script.evaluate', { expression, target, awaitPromise: false });
    return result.value;
  };
  const begin = async () => {
    at.person = await opened.begin(ADDRESS);
    await at.ringIsAround('yes');
    await at.person.page.goto(NEXT);
    await isAt(NEXT, 'the next question', isOther);
  };
  const isOther = (sight: Sight) => sight.ring !== null && sight.card !== null && !at.isAround(sight, 'yes');
  const isAt = async (address: string, what: string, isWanted: (sight: Sight) => boolean) => {
    await expect.poll(() => here('location.href').catch(() => null), { timeout: 15_000 }).toBe(address);
    return at.person.see(what, isWanted);
  };
  const go = (steps: -1 | 1) => here(`void setTimeout(() => history.go(${steps}))`);
  const returns = () => here('window.returns');

  test(`${rounds(50)} times, with the ring where it belongs, and always out of the cache`, async () => {
    await begin();
    for (let round = 1; round <= rounds(50); round += 1) {
      await go(-1);
      const back = await isAt(ADDRESS, 'the question again', (sight) => at.isAround(sight, 'yes'));
      expect(back.card?.title).toContain('選「是」');
      expect(await returns(), 'still the first document').toBe(round);
      await go(1);
      await isAt(NEXT, 'the next question again', isOther);
    }
  });

  test('with what was answered meanwhile', async () => {
    await begin();
    await opened.ownPage.evaluate(() => chrome.runtime.sendMessage({ ask: 'add', event: { type: 'answered', question: 'hours', answer: 'no' } }));
    await go(-1);
    const { ring } = await isAt(ADDRESS, 'the words for someone without hours', ({ card }) => card?.text.includes('不能列印時數') === true);
    expect(ring).toBeNull();
    expect(await returns()).toBe(1);
  });
});

/** The one call of the extension API that is made inside its own page. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

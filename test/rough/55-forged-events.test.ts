import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { FORGES, WATCHES_ALL } from '../browser/hostile-scripts';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { rounds } from './support/rounds';

const EACH = rounds(5000);
/** As many events as messages, the events at the very things that are held, too. */
const MANY = FORGES.replaceAll('1000', String(EACH)).replace(
  'document.forms[0],',
  "document.forms[0], document.querySelector('[type=submit]'), document.querySelector('input[value=\"0\"]'),",
);

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test(`${EACH * 2} forged events and messages change nothing: no warning, no word of the card, nothing stored, and the hold stands`, async () => {
    const stays = `${WATCHES_ALL} addEventListener('submit', (event) => event.isTrusted || event.preventDefault(), true)`;
    await at.open(question(stays));
    await at.ringIsAround('yes');
    await at.press('no');
    const before = await at.person.see('the quiet note', ({ card }) => card?.all.includes('您選了「否」') === true);
    const stored = await opened.stored();
    // Chosen is what was chosen: the page's own presses of its radios would be its own affair.
    await at.person.page.evaluate(`document.forms[0].addEventListener('click', (event) => event.isTrusted || event.preventDefault(), true); ${MANY}`);
    const messages = () =>
      at.person.page.evaluate(() => (globalThis as unknown as { messages: string[] }).messages.filter((type) => type === 'message').length);
    await expect.poll(messages, { timeout: 60_000 }).toBeGreaterThanOrEqual(EACH);
    const after = await at.person.see('the page at rest', ({ card }) => card !== null);
    expect(after.caution).toBeNull();
    expect(after.card?.all).toBe(before.card?.all);
    expect(at.isAround(after, 'yes')).toBe(true);
    expect(await opened.stored()).toEqual(stored);
    await at.press('next');
    await at.person.see('the warning', ({ caution }) => caution !== null);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { rounds } from './support/rounds';

const NEWS = '<dialog id="news" style="margin: 480px 0 0 800px"><p>系統公告</p><button onclick="news.close()">關閉</button></dialog>';
/** The same form in a modal dialog of the page. */
const INSIDE = (html: string) =>
  html.replace('<form ', '<dialog id="box" style="width: 900px"><form ').replace('</form>', '</form></dialog><script>box.showModal()</script>');

describe.each(BROWSERS)('in %s a native modal dialog', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test('with the question in it is led through and held, the warning above it', async () => {
    await at.open(question('', INSIDE));
    const known = await at.person.see('ring and card', ({ ring, card }) => ring !== null && card !== null);
    await at.findPlaces();
    expect(at.isAround(known, 'yes')).toBe(true);
    expect(known.card?.buttons, 'none that nobody could press').toEqual([]);
    await at.makeTheMistake();
    await at.person.answerWarning('safe');
    await at.ringIsAround('next');
    await at.open(question());
    await at.findPlaces();
  });

  test(`opened and closed ${rounds(100)} times works as without us; nothing behind it is ringed, and all is back after it`, async () => {
    await at.open(question('', (html) => html.replace('<div class="footer">', `${NEWS}<div class="footer">`)));
    await at.ringIsAround('yes');
    for (let round = 1; round <= rounds(100); round += 1) {
      await at.person.page.evaluate(() => document.querySelector('dialog')?.showModal());
      const { card } = await at.person.see('no ring behind it', (sight) => sight.ring === null && sight.card !== null);
      expect(card?.title).toContain('擋住');
      const state = await at.person.page.evaluate(() => [document.querySelector('dialog')?.matches(':modal'), document.activeElement?.textContent]);
      expect(state, 'modal, and its own button has the focus').toEqual([true, '關閉']);
      await at.person.page.click('dialog button');
      await at.ringIsAround('yes');
    }
    await at.guidesAndHolds();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question, SERVED } from '../browser/at-question';
import { type Opened, openBrowser } from '../browser/opened';

const BEFORE = 'https://elearn.hrd.gov.tw/mooc/co_before.php';
const SPECULATES = `<!doctype html><meta charset="utf-8"><title>-</title>
  <script type="speculationrules">{ "prerender": [{ "urls": ["/mooc/co_new_member_1.php"], "eagerness": "immediate" }] }</script>
  <p><a href="/mooc/co_new_member_1.php">開始</a></p>`;
/** Tells the server how the page stands: at first, and when it has had time to be looked at a hundred times. */
const TELLS = `
  const tell = (when) => fetch('/told?' + when + '=' + (document.prerendering ? 'prerendering' : 'seen'));
  addEventListener('load', () => { tell('loaded'); setTimeout(tell, 1500, 'later') })`;

// Firefox prerenders nothing.
describe('in chromium', () => {
  let opened: Opened;
  let at: AtQuestion;
  const told: string[] = [];
  beforeAll(async () => {
    opened = await openBrowser('chromium');
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());
  const arrivals = async () => Object.entries(await opened.stored()).flatMap(([key, event]) => (key.startsWith('p:') ? [JSON.stringify(event)] : []));

  test('a page that is rendered before anyone sees it moves no step; seen, it is led through', async () => {
    opened.serve({
      [SERVED]: question(TELLS),
      'elearn.hrd.gov.tw/mooc/co_before.php': SPECULATES,
      'elearn.hrd.gov.tw/told': ({ query }) => {
        told.push(query.toString());
        return { body: '' };
      },
    });
    at.person = await opened.begin(BEFORE);
    await expect.poll(() => told, { timeout: 15_000 }).toEqual(['loaded=prerendering', 'later=prerendering']);
    expect((await arrivals()).filter((event) => event.includes('05-certificate-question'))).toEqual([]);
    await at.person.page.click('a');
    await at.ringIsAround('yes');
    expect(
      await at.person.page.evaluate(() => (performance.getEntriesByType('navigation')[0] as { activationStart?: number } | undefined)?.activationStart),
    ).toBeGreaterThan(0);
    await expect.poll(arrivals).toContainEqual(expect.stringContaining('05-certificate-question'));
    await at.makeTheMistake();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import { type ChangedExtension, copyExtension } from '../browser-support/changed-extension';
import { shotOf } from '../browser-support/shot';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const QUESTION = 'elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const PAGE = 'elearn/05-certificate-question';
const SAID = '「下一步」現在按了沒有反應。請過一小時再試。';
const SIGN = '系統維護中';
/** As the build puts a problem of content-rules/known-problems.yaml into the rule of its page. */
const NOTICES = (ring: string) => `notices:[{text:"${SIGN}",say:{"zh-TW":"${SAID}",en:"Try again in an hour."}${ring}}],`;

/** The page, with an announcement on it. */
const page = () => readReplica(`${PAGE}/replica.html`).replace('</body>', `<p>公告：${SIGN}</p></body>`);

describe.each(BROWSERS)('a known problem in %s', (name) => {
  describe.each([
    ['that leaves the ring', ''],
    ['that switches the ring off', ',ring:"off"'],
  ])('%s', (_, ring) => {
    let extension: ChangedExtension;
    let opened: Opened;
    beforeAll(async () => {
      extension = copyExtension(name);
      extension.change('guide-elearn.js', (text) => text.replace(/\{id:[`"']elearn\/05-certificate-question[`"'],/, (rule) => rule + NOTICES(ring)));
      opened = await openBrowser(name, { extension: extension.folder });
    });
    afterAll(async () => {
      await opened?.close();
      extension?.remove();
    });

    test('is said on the card of its page while the page shows its sign', async () => {
      opened.serve({ [QUESTION]: page() });
      const person = await opened.begin(`https://${QUESTION}`, { events: finished(3) });
      const sight = await person.see('the problem', ({ card }) => card?.all.includes(SAID) === true);
      if (ring === '') {
        expect((await person.see('the ring', (seen) => seen.ring !== null)).card?.all).toContain('請選「是（需要驗證您的身分）」。');
      } else {
        expect(sight.ring).toBeNull();
        expect(sight.card?.all).toContain('請在畫面上找「是(需要驗證您的身分)」這幾個字。');
        expect(await person.explain()).toMatchObject({ verdict: 'degraded', page: PAGE, target: null });
      }
      await shotOf(person.page, `${name}-problem-${ring === '' ? 'ringed' : 'words'}`);
    });

    test('and is silent, the ring there, where the page does not', async () => {
      opened.serve({});
      const person = await opened.begin(`https://${QUESTION}`, { events: finished(3) });
      const { card } = await person.see('the ring', (seen) => seen.ring !== null && seen.card !== null);
      expect(card?.all).not.toContain(SAID);
    });
  });
});

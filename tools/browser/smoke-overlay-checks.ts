import assert from 'node:assert/strict';
import { overlays, ringed, waitForOverlay } from './overlay-view';
import { assertNear, assertRingAndPress, boxInOwnFrame, ELEARN, frameAt, open, type SmokeCheck } from './smoke-page';

/** What `overlay-view` promises. */
export const overlayChecks: SmokeCheck[] = [
  {
    title: 'ring, card and notes of the main frame; what is hidden is absent',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/direct`);
      const [overlay, ...others] = await waitForOverlay(page, ([first]) => !!first?.ring);
      assert.ok(overlay?.ring && overlay.card);
      assert.equal(others.length, 0);
      assert.equal(overlay.frame, page.mainFrame());
      assertNear(overlay.ring, await boxInOwnFrame(page.mainFrame()));
      assert.equal(overlay.card.title, '第 4 步，共 11 步');
      assert.equal(overlay.card.text, '選「是」\n這樣才有時數。');
      assert.match(overlay.card.all, /第 4 步.*選「是」.*我卡住了.*先收起來/s);
      assert.doesNotMatch(overlay.card.all, /看不見/);
      assert.deepEqual(
        overlay.card.buttons.map(({ action, label, disabled }) => [action, label, disabled]),
        [
          ['stuck', '我卡住了', false],
          ['fold', '先收起來', true],
        ],
      );
      assert.deepEqual(
        overlay.notes.map(({ text }) => text),
        ['註一'],
      );
      assert.equal(overlay.caution, null);
      await page.close();
    },
  },
  {
    title: 'an open caution, with its box to tick',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/caution`);
      const [overlay] = await waitForOverlay(page, ([first]) => !!first?.caution);
      assert.equal(await ringed(page), null);
      assert.equal(overlay?.caution?.title, '等一下');
      assert.equal(overlay.caution.body, '選否沒有時數。');
      assert.deepEqual(
        overlay.caution.buttons.map(({ action, label }) => [action, label]),
        [
          ['safe', '改選「是」'],
          ['insist', '我知道，繼續'],
          ['mute', '這一頁不要再問'],
        ],
      );
      await page.close();
    },
  },
  {
    title: 'a ring in a scrolled iframe is right to 1 px, and a press at its centre is trusted',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/framed`);
      const frame = await frameAt(page, `${ELEARN}/inner`);
      await frame.evaluate(() => scrollTo(0, 37));
      const place = await page.$eval('iframe', (element) => {
        const { x, y } = element.getBoundingClientRect();
        return { x: x + 7 + 9, y: y + 7 + 5 };
      });
      const own = await boxInOwnFrame(frame);
      await assertRingAndPress(page, frame, 'inner', {
        ...own,
        x: own.x + place.x,
        y: own.y + place.y,
      });
      const hidden = (await overlays(page)).filter((overlay) => overlay.frame !== frame && overlay.ring);
      assert.deepEqual(hidden, [], 'what is in a hidden frame is absent');
      await page.close();
    },
  },
  {
    title: 'the same in a frame of another site, two frames deep, scrolled and enlarged',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/nested`);
      const between = await frameAt(page, `${ELEARN}/between`);
      const frame = await frameAt(page, 'https://www.cp.gov.tw/other-site');
      await page.evaluate(() => scrollTo(0, 111));
      await between.evaluate(() => scrollTo(0, 264));
      const button = await frame.waitForSelector('#other');
      const own = await boxInOwnFrame(frame);
      const outer = await page.$eval('iframe', (element) => {
        const { x, y } = element.getBoundingClientRect();
        return { x: x + 16 * 1.25, y: y + 12 * 1.25 };
      });
      const inner = await between.$eval('iframe', (element) => {
        const { x, y } = element.getBoundingClientRect();
        return { x: x + 16, y: y + 12 };
      });
      assert.ok(button);
      await assertRingAndPress(page, frame, 'other', {
        x: outer.x + (inner.x + own.x) * 1.25,
        y: outer.y + (inner.y + own.y) * 1.25,
        width: own.width * 1.25,
        height: own.height * 1.25,
      });
      await page.close();
    },
  },
  {
    title: 'a page that breaks its own built-ins does not disturb the view',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/hostile`);
      const [overlay] = await waitForOverlay(page, ([first]) => !!first?.ring);
      assert.ok(overlay?.card);
      await page.close();
    },
  },
  {
    title: 'looking while documents come and go gives no error, and a time-out tells what was seen',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/framed`);
      let reloading = true;
      const reloads = (async () => {
        for (let round = 0; round < 5; round++) await page.reload();
        reloading = false;
      })();
      while (reloading) await overlays(page);
      await reloads;
      await assert.rejects(
        waitForOverlay(page, () => false, { timeout: 200 }),
        /No such overlay within 200 ms at https:.*\/framed; seen last: .*第 4 步/s,
      );
      await page.close();
      await assert.rejects(overlays(page), /closed/);
    },
  },
];

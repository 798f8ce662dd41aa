import assert from 'node:assert/strict';
import { pressAtCentre, waitForOverlay } from './overlay-view';
import { pollUntil } from './poll-until';
import { boxInOwnFrame, ELEARN, frameAt, open, type SmokeCheck } from './smoke-page';

/** The extension's API, as far as these checks use it inside its page. */
interface ExtensionWorld {
  browser: {
    runtime: { reload(): void };
    storage: { local: { get(key: string): Promise<object>; set(items: object): Promise<void> } };
  };
}

/** What launching, the site server, extension pages and the accessibility tree promise. */
export const browserChecks: SmokeCheck[] = [
  {
    title: 'a tab that a pressed link opens is among the pages',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/direct`);
      const [overlay] = await waitForOverlay(page, ([first]) => !!first?.ring);
      assert.ok(overlay?.ring);
      await pressAtCentre(page, overlay.ring);
      const opened = await pollUntil(
        async () => (await driver.pages()).find((tab) => tab.url() === 'https://www.cp.gov.tw/opened') ?? null,
        5_000,
        () => 'the new tab is not among the pages',
      );
      await waitForOverlay(opened, ([first]) => !!first?.card);
      await opened.close();
      await page.close();
    },
  },
  {
    title: 'a press outside the viewport is refused',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/nested`);
      await assert.rejects(pressAtCentre(page, { x: 0, y: 5_000, width: 10, height: 10 }), /the viewport is/);
      await page.close();
    },
  },
  {
    title: 'a page of the extension, with its storage',
    async run(driver) {
      const { page, evaluate } = await driver.openExtensionPage('page.html');
      assert.equal(await evaluate(() => document.querySelector('h1')?.textContent), '小幫手');
      const stored = await evaluate(
        async (key: string, step: number) => {
          const { storage } = (globalThis as unknown as ExtensionWorld).browser;
          const withNext = (present: number) => ({ present, next: present + 1 });
          await storage.local.set({ [key]: withNext(step) });
          return storage.local.get(key);
        },
        '步',
        4,
      );
      assert.deepEqual(stored, { 步: { present: 4, next: 5 } });
      await page.close();
    },
  },
  {
    title: "the browser's own accessibility tree, by role and name",
    async run(driver) {
      const page = await open(driver, `${ELEARN}/direct`);
      await waitForOverlay(page, ([first]) => !!first?.card);
      const ids = async (role: string, name: string, where = page.mainFrame()) =>
        Promise.all((await driver.accessibleElements(where, role, name)).map((element) => element.evaluate(({ localName, id }) => `${localName}#${id}`)));
      assert.deepEqual(await ids('link', '我的e政府'), ['a#opens']);
      assert.deepEqual(await ids('button', '我的e政府'), []);
      assert.deepEqual(await ids('button', '登入'), [], 'hidden');
      assert.deepEqual(await ids('button', '我卡住了'), [], "the overlay's own");

      await page.goto(`${ELEARN}/form`);
      assert.deepEqual(await ids('button', '是(需要驗證您的身分)'), ['button#']);
      assert.deepEqual(await ids('textbox', '密碼'), ['input#']);
      assert.deepEqual(await ids('img', '圖'), ['img#']);
      assert.deepEqual(await ids('combobox', '縣市'), ['select#']);
      assert.deepEqual(await ids('link', '說明'), ['a#first', 'a#second', 'span#third']);
      const front = await driver.newPage();
      assert.deepEqual(await ids('textbox', '帳號'), ['input#'], 'in a background tab');
      await page.bringToFront();
      await front.close();

      await page.goto(`${ELEARN}/nested`);
      // This frame is out of sight.
      const frame = await frameAt(page, 'https://www.cp.gov.tw/other-site');
      await boxInOwnFrame(frame);
      assert.deepEqual(await ids('button', '加入會員', frame), ['button#other']);
      assert.deepEqual(await ids('button', '加入會員'), []);
      await page.close();
    },
  },
  {
    title: 'forms, cookies, redirects, missing and broken pages',
    async run(driver) {
      const page = await open(driver, `${ELEARN}/form`);
      const [overlay] = await waitForOverlay(page, ([first]) => !!first?.ring);
      assert.ok(overlay?.ring);
      const arrival = page.waitForNavigation();
      await pressAtCentre(page, overlay.ring);
      await arrival;
      assert.equal(page.url(), `${ELEARN}/welcome?from=form`);
      const text = await page.evaluate(() => document.body.innerText);
      assert.deepEqual(JSON.parse(text), {
        cookies: { account: encodeURIComponent('王小明'), second: '2' },
        from: 'form',
      });

      const missing = await page.goto('https://www.cp.gov.tw/missing');
      assert.equal(missing?.status(), 404);
      assert.equal(missing.headers()['cache-control'], 'no-store');
      assert.match(await page.content(), /找不到這個網頁/);
      const broken = await page.goto(`${ELEARN}/broken`);
      assert.equal(broken?.status(), 500);
      assert.match(await page.content(), /broken on purpose/);
      await page.close();
    },
  },
  {
    title: 'no other host can be reached, by name or by number',
    async run(driver) {
      // The refused proxy shows that Firefox has not even asked for the name.
      const refusal = driver.name === 'firefox' ? /PROXY/ : /ERR_NAME_NOT_RESOLVED/;
      for (const address of ['https://www.example.org/', 'http://192.0.2.1/']) {
        // A tab each: Chromium does not close a tab in which two loads in a row have just failed.
        const page = await driver.newPage();
        await assert.rejects(page.goto(address), refusal);
        await page.close();
      }
    },
  },
  {
    title: 'the extension can reload itself and goes on',
    async run(driver) {
      const { page: own, evaluate } = await driver.openExtensionPage('page.html');
      // A moment later, so that the page can still answer: Firefox may never settle what a vanished page was asked.
      await evaluate(() => {
        setTimeout(() => (globalThis as unknown as ExtensionWorld).browser.runtime.reload(), 50);
      });
      // While its tab is closing, Firefox fails to open another.
      await pollUntil(
        async () => !(await driver.pages()).includes(own) || null,
        5_000,
        () => "the extension's own tab is still open",
      );
      const page = await driver.newPage();
      await pollUntil(
        async () => {
          await page.goto(`${ELEARN}/direct`);
          return page.evaluate(() => document.querySelector('html > smoke-overlay') && true);
        },
        10_000,
        () => 'the content script no longer runs',
      );
      await page.close();
    },
  },
];

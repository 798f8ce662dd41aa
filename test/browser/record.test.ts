import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FieldReport, parseReport } from '../../record/report';
import { pollUntil } from '../../tools/browser/poll-until';
import { readContent } from '../../tools/build/rule-pack';
import { importReport } from '../../tools/field-report/import-report';
import { readReplica } from '../../tools/site/replica-site';
import { savesTo } from '../browser-support/saves-to';
import { lookAtCase, readCase } from '../support/looked';
import { ROOT } from '../support/page';
import { ALL_PLANTS, DETECTABLE, foundIn, plantedMarkup, plantingScript } from '../support/planted';
import { BROWSERS, type Opened, openBrowser } from './opened';
import { pageInState } from './own-pages';

const LOGGED_IN = 'https://elearn.hrd.gov.tw/';
const CHOOSER = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1';
const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const QUESTION_FOLDER = 'elearn/05-certificate-question';

const intoBody = (html: string, more: string) => html.replace('</body>', `${more}</body>`);

describe.each(BROWSERS)('the field recorder in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name, { extraPreferences: savesTo(name, folder) });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  /** A real press, at the middle of what a selector finds. */
  async function press(page: Page, selector: string): Promise<void> {
    await page.bringToFront();
    const place = await pollUntil(
      () =>
        page.evaluate((wanted) => {
          const element = document.querySelector(wanted);
          if (element === null || element.matches(':disabled')) return null;
          element.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }, selector),
      10_000,
      () => `There is no ${selector} to press.`,
    );
    await page.mouse.click(place.x, place.y);
  }

  const holdsPermission = () =>
    opened.ownPage.evaluate(() => (globalThis as unknown as WithBrowser).chrome.permissions.contains({ permissions: ['scripting'] }));

  /** Switches the recorder on or off in the options, as a person does. */
  async function switchTo(on: boolean): Promise<void> {
    const options = await opened.driver.openExtensionPage('options.html');
    const isOn = () => options.evaluate(() => (document.querySelector('[data-action=recorder]') as HTMLInputElement | null)?.checked ?? null);
    await pollUntil(
      async () => ((await isOn()) === !on ? true : null),
      10_000,
      () => 'The switch is not as it should be before.',
    );
    await press(options.page, '[data-action=recorder]');
    await pollUntil(
      async () => ((await holdsPermission()) === on && (await isOn()) === on ? true : null),
      10_000,
      () => `The recorder is not switched ${on ? 'on' : 'off'}.`,
    );
    await options.page.close();
  }

  const hasButton = () => opened.ownPage.evaluate(() => document.querySelector('[data-action=record]') !== null);

  /** Presses 「記錄這一頁」 in the popup, which is open in a tab behind, and waits for the preview. */
  async function record(page: Page): Promise<Page> {
    await page.bringToFront();
    await pollUntil(
      async () => ((await hasButton()) ? true : null),
      10_000,
      () => 'The popup has no button to record.',
    );
    await opened.ownPage.evaluate(() => (document.querySelector('[data-action=record]') as HTMLElement).click());
    return pageInState(opened.driver, '/record.html', ['review', 'failed']);
  }

  async function saved(preview: Page): Promise<{ text: string; report: FieldReport; path: string }> {
    const before = new Set(readdirSync(folder));
    await press(preview, '[data-action=save]');
    await pollUntil(
      async () => ((await stateOf(preview)) === 'saved' ? true : null),
      10_000,
      () => 'Nothing is saved.',
    );
    const file = await pollUntil(
      async () =>
        readdirSync(folder).find((each) => !before.has(each) && /\.json$/.test(each) && readFileSync(join(folder, each), 'utf8').endsWith('}\n')) ?? null,
      20_000,
      () => `No file has come; there are ${readdirSync(folder).join(', ')}`,
    );
    const text = readFileSync(join(folder, file), 'utf8');
    return { text, report: parseReport(JSON.parse(text)), path: join(folder, file) };
  }

  const stateOf = (preview: Page) => preview.evaluate(() => document.querySelector('main')?.dataset.state ?? '');
  const domOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
  /** All that the extension has stored anywhere. */
  const stores = () =>
    opened.ownPage.evaluate(async () => {
      const { storage } = (globalThis as unknown as WithBrowser).chrome;
      const found: unknown[] = [await storage.local.get(null), await storage.session.get(null), { ...localStorage }, { ...sessionStorage }];
      for (const { name: database } of await indexedDB.databases()) {
        const open = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(database ?? '');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of open.objectStoreNames) {
          found.push(
            await new Promise((resolve, reject) => {
              const request = open.transaction(store).objectStore(store).getAll();
              request.onsuccess = () => resolve(request.result);
              request.onerror = () => reject(request.error);
            }),
          );
        }
        open.close();
      }
      return JSON.stringify(found);
    });

  test('is off until the person switches it on, and gives its permission back when switched off', async () => {
    const { page } = await opened.begin(CHOOSER);
    await page.bringToFront();
    expect(await holdsPermission()).toBe(false);
    expect(await hasButton()).toBe(false);
    await switchTo(true);
    await page.bringToFront();
    await pollUntil(
      async () => ((await hasButton()) ? true : null),
      10_000,
      () => 'The popup has no button to record.',
    );
    await switchTo(false);
    await pollUntil(
      async () => ((await hasButton()) ? null : true),
      10_000,
      () => 'The popup still has its button.',
    );
    await switchTo(true);
    // That it is on, and nothing else.
    expect((await stores()).replace('"recorder":true', '')).not.toMatch(/record|scripting/);
  });

  test('keeps nothing of anyone who is logged in: 50 and more planted words in every kind of place', async () => {
    expect(ALL_PLANTS.length).toBeGreaterThanOrEqual(50);
    const planted = plantedMarkup(ALL_PLANTS);
    const home = readReplica('elearn/10-home-logged-in/replica.html').replace(/<title>[^<]*/, (title) => `${title} ${ALL_PLANTS[0]}`);
    const frame = `<iframe src="/mooc/inside.php?who=${encodeURIComponent(ALL_PLANTS[3] as string)}" title="${ALL_PLANTS[1]}" name="${ALL_PLANTS[2]}"></iframe>`;
    opened.serve({
      'elearn.hrd.gov.tw/': intoBody(home, `${planted}${frame}${plantingScript(ALL_PLANTS)}`),
      'elearn.hrd.gov.tw/mooc/inside.php': `<!doctype html><title>${ALL_PLANTS[4]}</title><body>${planted}</body>`,
    });
    const { page } = await opened.begin(`${LOGGED_IN}?ticket=${encodeURIComponent(ALL_PLANTS[5] as string)}`);
    await pollUntil(
      async () => (page.frames().length === 3 ? true : null),
      10_000,
      () => 'The frames do not come.',
    );
    const preview = await record(page);
    expect(await stateOf(preview)).toBe('review');
    expect(foundIn(await domOf(preview), ALL_PLANTS)).toEqual([]);
    const { text, report } = await saved(preview);
    expect(report.login).toBe('seen');
    // All three documents are there, with their words: an empty report would hold no plant either.
    expect(report.documents.map(({ place }) => place)).toEqual([[], [0], [1]]);
    for (const { nodes } of report.documents) expect(nodes.length).toBeGreaterThan(100);
    expect(text).toContain('個人專區');
    expect(text).toContain('修改會員資料');
    expect(foundIn(text, ALL_PLANTS)).toEqual([]);
    expect(foundIn(await stores(), ALL_PLANTS)).toEqual([]);
    expect(foundIn(await domOf(preview), ALL_PLANTS)).toEqual([]);
    expect(foundIn(await domOf(opened.ownPage.page), ALL_PLANTS)).toEqual([]);
    await preview.close();
  });

  test('lets the person strike words and bring them back; what looks personal is caught where nobody is logged in, too', async () => {
    const added = '<p>嶄新的說明，請看這裡</p><p id="fresh-part">另外一段敘述</p>';
    opened.serve({
      'elearn.hrd.gov.tw/mooc/co_login_dialog.php': intoBody(
        readReplica('elearn/03-login-chooser/replica.html'),
        added +
          DETECTABLE.map(
            (plant) => `<p>請寫 ${plant}</p><a href="/a/${encodeURIComponent(plant)}?b=${encodeURIComponent(plant)}" title="${plant}">看</a><!-- ${plant} -->`,
          ).join(''),
      ),
    });
    const { page } = await opened.begin(CHOOSER);
    const preview = await record(page);
    expect(foundIn(await domOf(preview), DETECTABLE)).toEqual([]);
    // What is not yet saved is nowhere but in the preview.
    expect(await stores()).not.toMatch(/嶄新的說明|fresh-part/);
    const mark = (word: string) =>
      preview.evaluate((wanted) => {
        const found = [...document.querySelectorAll('.word')].find(({ textContent }) => textContent === wanted);
        found?.setAttribute('data-found', wanted);
        return found?.getAttribute('aria-pressed');
      }, word);
    for (const word of ['嶄新的說明', 'fresh-part', '請看這裡', '請看這裡']) {
      expect(await mark(word)).not.toBeUndefined();
      await press(preview, `[data-found="${word}"]`);
    }
    expect([await mark('嶄新的說明'), await mark('fresh-part'), await mark('請看這裡')]).toEqual(['true', 'true', 'false']);
    const { text, report } = await saved(preview);
    expect(report.login).toBe('guest');
    expect(text).not.toMatch(/嶄新的說明|fresh-part/);
    expect(text).toMatch(/請看這裡/);
    expect(text).toMatch(/另外一段敘述/);
    expect(foundIn(text, DETECTABLE)).toEqual([]);
    expect(await domOf(preview)).not.toMatch(/請看這裡|另外一段敘述/);
    await preview.close();
  });

  test('a report thrown away is gone, and ticking 「我已經登入了」 leaves known words only', async () => {
    opened.serve({ 'elearn.hrd.gov.tw/mooc/co_login_dialog.php': intoBody(readReplica('elearn/03-login-chooser/replica.html'), '<p>另外一段敘述</p>') });
    const { page } = await opened.begin(CHOOSER);
    const preview = await record(page);
    expect(await domOf(preview)).toContain('另外一段敘述');
    await press(preview, '[data-action=was-logged-in]');
    await pollUntil(
      async () => ((await domOf(preview)).includes('另外一段敘述') ? null : true),
      5000,
      () => 'The words are still there.',
    );
    expect(await domOf(preview)).toContain('新會員第一次登入請看此');
    const files = readdirSync(folder).length;
    await press(preview, '[data-action=drop]');
    await pollUntil(
      async () => ((await stateOf(preview)) === 'dropped' ? true : null),
      5000,
      () => 'It is not thrown away.',
    );
    expect(await domOf(preview)).not.toContain('新會員第一次登入請看此');
    expect(readdirSync(folder).length).toBe(files);
    await preview.close();
  });

  test('from a changed page to a repaired rule: recorded, saved, imported, failing, marked, repaired', async () => {
    const renamed = '需要（會請您驗證身分）';
    opened.serve({ 'elearn.hrd.gov.tw/mooc/co_new_member_1.php': readReplica(`${QUESTION_FOLDER}/replica.html`).replace('是(需要驗證您的身分)', renamed) });
    const { page } = await opened.begin(QUESTION);
    const preview = await record(page);
    const { report, path } = await saved(preview);
    await preview.close();
    expect(report.documents[0]?.guide).toMatchObject({ verdict: 'degraded', page: QUESTION_FOLDER, target: null });

    const root = mkdtempSync(join(folder, 'project-'));
    cpSync(join(ROOT, 'content-rules'), join(root, 'content-rules'), { recursive: true });
    const { replica } = importReport(root, folder, { file: path });
    expect(existsSync(join(root, replica))).toBe(true);
    expect(() => readContent(root)).toThrow('no element with data-expect="mark-me"');

    const html = readFileSync(join(root, replica), 'utf8');
    const marked = html.replace(new RegExp(`<input ([^>]*)>(?=\\s*${renamed})`), '<input $1 data-expect="mark-me">');
    expect(marked).not.toBe(html);
    writeFileSync(join(root, replica), marked);
    const look = () => {
      const { pack, cases } = readContent(root);
      const found = cases.find(({ case: entry }) => entry.expect.target === 'mark-me');
      const entry = found?.case as NonNullable<typeof found>['case'];
      // The replica is read where it stands now, and not in the tree.
      const placed = { folder: relative(join(ROOT, 'content-rules'), join(root, 'content-rules', QUESTION_FOLDER)), case: entry };
      const { verdict, target } = lookAtCase(readCase(pack, placed), pack.rules, pack.journey, placed);
      return { verdict: verdict.kind, target };
    };
    expect(look()).toEqual({ verdict: 'degraded', target: null });

    const rule = join(root, 'content-rules', QUESTION_FOLDER, 'rule.yaml');
    writeFileSync(rule, readFileSync(rule, 'utf8').replaceAll('[是(需要驗證您的身分), 是]', `[是(需要驗證您的身分), 是, ${renamed}]`));
    expect(look()).toEqual({ verdict: 'recognised', target: 'mark-me' });
  });
});

/** The extension API inside its own page. */
interface WithBrowser {
  chrome: {
    permissions: { contains(permissions: object): Promise<boolean> };
    storage: Record<'local' | 'session', { get(keys: null): Promise<object> }>;
  };
}

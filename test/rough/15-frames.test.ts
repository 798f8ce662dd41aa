import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import { Person, type Sight } from '../../tools/walk/person';
import { ADDRESS, AtQuestion, question } from '../browser/at-question';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';

const OUTSIDE = 'https://elearn.hrd.gov.tw/mooc/co_frames.php';
const STYLE = 'style="width: 900px; height: 500px; border: 0"';
const page = (inside: string) => `<!doctype html><meta charset="utf-8"><title>-</title><p>會員專區</p>${inside}`;
const attribute = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const written = (html: string) => JSON.stringify(html).replaceAll('</', '<\\/');
const nested = (depth: number): string =>
  depth === 0 ? `<iframe ${STYLE} src="${ADDRESS}"></iframe>` : `<iframe ${STYLE} src="/mooc/co_nested_${depth}.php"></iframe>`;

/** Every way in which a page puts the question into a frame. */
const FRAMES: Record<string, string> = {
  'three frames deep': nested(2),
  'a sandboxed frame': `<iframe ${STYLE} sandbox="allow-scripts allow-forms" src="${ADDRESS}"></iframe>`,
  'a sandboxed frame of the same origin': `<iframe ${STYLE} sandbox="allow-scripts allow-forms allow-same-origin" src="${ADDRESS}"></iframe>`,
  'a frame with srcdoc': `<iframe ${STYLE} srcdoc="${attribute(question())}"></iframe>`,
  'an empty frame written by the page': `<iframe ${STYLE} name="empty"></iframe><script>frames.empty.document.write(${written(question())}); frames.empty.document.close()</script>`,
  'an about:blank frame filled by the page': `<iframe ${STYLE} name="blank" src="about:blank"></iframe>
    <script>addEventListener('load', () => { frames.blank.document.documentElement.innerHTML = ${written(question())} })</script>`,
  'a frame of a page of another site': `<iframe ${STYLE} src="https://www.cp.gov.tw/frame-to-elearn"></iframe>`,
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  let pages: Record<string, string>;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
    pages = {
      'elearn.hrd.gov.tw/mooc/co_nested_1.php': page(nested(0)),
      'elearn.hrd.gov.tw/mooc/co_nested_2.php': page(nested(1)),
      'www.cp.gov.tw/frame-to-elearn': page(nested(0)),
    };
  });
  afterAll(() => opened?.close());
  beforeEach(() => opened.serve(pages));

  const begin = async (inside: string) => {
    opened.serve({ ...pages, 'elearn.hrd.gov.tw/mooc/co_frames.php': page(inside) });
    at.person = await opened.begin(OUTSIDE, { events: finished(3) });
  };
  const cards = async () => (await opened.driver.overlays(at.person.page)).filter(({ card }) => card !== null).length;
  const isIn = (sight: Sight) => sight.frame?.parentFrame() != null;
  const press = async (sight: Sight, what: string) => {
    const { frame } = sight;
    const box = await (await frame?.$(what))?.boundingBox();
    if (box == null) throw new Error(`${what} is not drawn`);
    await at.person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  const isAround = ({ ring }: Sight, box: { x: number; y: number; width: number; height: number }) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return ring !== null && x > ring.x && x < ring.x + ring.width && y > ring.y && y < ring.y + ring.height;
  };

  test.each(Object.entries(FRAMES))('%s is led through and held, with one card in the tab', async (_, inside) => {
    await begin(inside);
    const sight = await at.person.see('ring and card in the frame', (seen) => seen.ring !== null && seen.card !== null && isIn(seen));
    const yes = await (await sight.frame?.$('input[value="1"]'))?.boundingBox();
    expect(yes != null && isAround(sight, yes)).toBe(true);
    expect(await cards()).toBe(1);
    await press(sight, 'input[value="0"]');
    await press(sight, '[type=submit]');
    const { caution } = await at.person.see('the warning', (seen) => seen.caution !== null);
    expect(caution?.title).toBe('選「否」，不能列印時數');
    expect(await cards()).toBe(1);
  });

  test('a window opened empty and written by the page is led through and held', async () => {
    await begin(
      `<button onclick="const made = open('about:blank', 'made', 'width=1000,height=700'); made.document.write(${attribute(written(question()))}); made.document.close()">開始</button>`,
    );
    await at.person.page.waitForSelector('button');
    const [popup] = await Promise.all([
      new Promise<import('puppeteer-core').Page | null>((resolve) => at.person.page.once('popup', resolve)),
      at.person.page.click('button'),
    ]);
    if (popup === null) throw new Error('no window was opened');
    const inside = new Person(opened.driver, popup, opened.ownPage);
    const ringed = (await popup.waitForSelector('input[value="1"]'))?.boundingBox();
    const box = await ringed;
    await expect.poll(async () => isAround(await inside.glance(), box ?? { x: 0, y: 0, width: 0, height: 0 }), { timeout: 15_000 }).toBe(true);
    await popup.click('input[value="0"]');
    await popup.click('[type=submit]');
    await expect.poll(async () => (await inside.glance()).caution?.title, { timeout: 15_000 }).toBe('選「否」，不能列印時數');
    await popup.close();
  });

  test('a sandboxed frame without an origin shows nothing of ours, and the page keeps its card', async () => {
    await begin(`<iframe ${STYLE} sandbox="allow-scripts" srcdoc="${attribute(question())}"></iframe>`);
    const sight = await at.person.see('the card of the page', ({ card }) => card !== null);
    expect(isIn(sight)).toBe(false);
    expect(await cards()).toBe(1);
  });

  test('hidden frames of the site take nothing from the page, though the journey is lost there', async () => {
    const unknown = 'src="/mooc/co_keepalive.php"';
    opened.serve({
      ...pages,
      'elearn.hrd.gov.tw/mooc/co_keepalive.php': page(''),
      'elearn.hrd.gov.tw/mooc/co_login_dialog.php': `${readReplica('lookalikes/news-dialog.html')}
      <iframe ${unknown} style="display: none"></iframe><iframe ${unknown} width="1" height="1"></iframe><iframe style="width: 0; height: 0"></iframe>`,
    });
    at.person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php', {
      events: [{ type: 'arrived', page: 'elearn/03-login-chooser', step: 2 }],
    });
    const sight = await at.person.see('the card of the page', ({ card }) => card !== null);
    expect(isIn(sight)).toBe(false);
    expect(sight.card?.box.width).toBeGreaterThan(100);
    await expect.poll(async () => (await at.person.explain())?.address).toContain('co_login_dialog');
  });
});

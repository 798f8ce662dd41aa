import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESS, AtQuestion, question } from './at-question';
import { CLOBBERED_DOCUMENT, CLOBBERING_FIELDS, FORGES, HIDES_US, POISON, REMOVES_US, STRICTEST_POLICY, WATCHES_ALL } from './hostile-scripts';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const FORM = 'https://www.cp.gov.tw/portal/person/initial/Registry.aspx';

/** What the page's own scripts have written down. */
interface Notes {
  changes: string[];
  messages: string[];
  removed: number;
  heard: string[];
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;

  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  const notes = () =>
    at.person.page.evaluate(() => {
      const { changes, messages, removed, heard } = globalThis as unknown as Notes;
      return { changes, messages, removed, heard };
    });
  test('a page that throws in getters and has poisoned every prototype', async () => {
    await at.open(question(POISON));
    await at.guidesAndHolds();
  });

  test('a page whose fields and forms take the place of the properties of form and document', async () => {
    await at.open(
      question('', (html) =>
        html
          .replace('<div class="panel-body">', `<div class="panel-body">${CLOBBERING_FIELDS}`)
          .replace('<div class="footer">', `${CLOBBERED_DOCUMENT}<div class="footer">`),
      ),
    );
    await at.guidesAndHolds();
  });

  test('a page with the strictest policy', async () => {
    await at.open({ body: question(), headers: { 'Content-Security-Policy': STRICTEST_POLICY } });
    // Without its style sheet the page looks otherwise.
    await at.findPlaces();
    await at.guidesAndHolds();
    await at.open(question());
    await at.findPlaces();
  });

  test.each(Object.entries(HIDES_US))('a page that hides our element %s', async (_, script) => {
    await at.open(question());
    await at.ringIsAround('yes');
    await at.press('no');
    await at.person.page.evaluate(`(() => { const ours = document.querySelector('register-guide'); ${script} })()`);
    const { card } = await at.person.see('card and ring all the same', (sight) => sight.card !== null && sight.ring !== null);
    await at.person.pressOurs(card?.buttons ?? [], 'fold');
    await at.person.see('the card in one line', (sight) => sight.card?.buttons.map(({ action }) => action).join() === 'unfold');
    await at.press('next');
    await at.person.see('the warning', ({ caution }) => caution !== null);
    await at.person.answerWarning('safe');
    await at.ringIsAround('next');
  });

  test('a page that forges 2,000 events and messages changes nothing', async () => {
    await at.open(question(WATCHES_ALL));
    await at.ringIsAround('yes');
    await at.press('no');
    const before = await at.person.see('the quiet note', ({ card }) => card?.all.includes('您選了「否」') === true);
    const stored = await opened.stored();
    await at.person.page.evaluate(FORGES);
    await expect.poll(async () => (await notes()).messages.filter((type) => type === 'message').length, { timeout: 10_000 }).toBeGreaterThanOrEqual(1000);
    expect(await opened.stored()).toEqual(stored);
    await at.person.see('the same as before', ({ card, caution }) => caution === null && card?.all === before.card?.all);
    await at.press('next');
    await at.person.see('the warning', ({ caution }) => caution !== null);
  });

  test.each([
    ['and closes it', 'document.close()'],
    ['and leaves it open', ''],
  ])('a page that writes itself anew %s', async (_, end) => {
    await at.open('<!doctype html><title>-</title><p>請稍候</p>');
    await at.person.page.waitForSelector('p');
    await at.person.page.evaluate(`document.open(); document.write(${JSON.stringify(question())}); ${end}`);
    await at.guidesAndHolds();
  });

  test('a native modal dialog over the page, small and elsewhere', async () => {
    await at.open(
      question('', (html) =>
        html.replace(
          '<div class="footer">',
          '<dialog id="news" style="margin: 480px 0 0 800px"><p>系統公告</p><button>關閉</button></dialog><div class="footer">',
        ),
      ),
    );
    await at.ringIsAround('yes');
    await at.person.page.evaluate(() => document.querySelector('dialog')?.showModal());
    const { card } = await at.person.see('no ring on what cannot be pressed', (sight) => sight.ring === null && sight.card !== null);
    expect(card?.title).toContain('擋住');
    expect(card?.buttons, 'our own buttons could not be pressed either').toEqual([]);
    await at.person.page.evaluate(() => document.querySelector('dialog')?.close());
    await at.ringIsAround('yes');
    await at.person.page.evaluate(() => {
      const dialog = document.querySelector('dialog');
      if (dialog !== null) dialog.style.margin = '';
      dialog?.append(document.forms[0] as HTMLFormElement);
      dialog?.showModal();
    });
    const inside = await at.person.see('the ring in the dialog', ({ ring, card }) => ring !== null && card !== null);
    expect(inside.card?.title).toContain('選「是」');
  });

  test('nothing of the page is changed, no message reaches it, and it loses neither keys nor focus order', async () => {
    const tabs = async () => {
      const stops: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        await at.person.page.keyboard.press('Tab');
        stops.push(
          await at.person.page.evaluate(() => `${document.activeElement?.localName} ${(document.activeElement as HTMLInputElement | null)?.type ?? ''}`),
        );
      }
      return stops;
    };
    await at.open(question(WATCHES_ALL));
    at.person = await opened.begin(ADDRESS, { settings: { paused: ['elearn'] } });
    await expect.poll(() => at.person.explain()).toMatchObject({ page: 'elearn/05-certificate-question' });
    const without = await tabs();
    expect(await notes()).toMatchObject({ changes: [] });

    at.person = await opened.begin(ADDRESS);
    await at.ringIsAround('yes');
    const stops = await tabs();
    // The ends differ: behind the page's last control come our own, before they would be the browser's.
    const page = without.slice(0, without.findIndex((stop) => stop.startsWith('body') || stop.startsWith('html')) >>> 0);
    expect(stops.slice(0, page.length)).toEqual(page);
    await at.press('no');
    await at.press('next');
    await at.person.see('the warning', ({ caution }) => caution !== null);
    await at.person.page.keyboard.press('Escape');
    await at.ringIsAround('yes');
    expect(await notes()).toMatchObject({ changes: ['childList HTML +REGISTER-GUIDE'], messages: [] });
  });

  test('a page that takes our element out gets it three times more, then is left alone, and works', async () => {
    await at.open(question(REMOVES_US));
    await expect.poll(notes).toMatchObject({ removed: 4 });
    await at.press('no');
    // No warning can be seen: the one press is lost, the next one passes.
    await at.press('next');
    await expect.poll(() => at.press('next').then(() => at.person.page.url())).toContain('co_new_member_no');
  });

  test('typing while the card changes loses no key and no focus', async () => {
    opened.serve({});
    at.person = await opened.begin(FORM, { events: finished(7) });
    await at.person.see('the form', ({ ring }) => ring !== null);
    await at.person.page.focus('input[type=text]');
    await at.person.page.evaluate(() => {
      const field = document.activeElement;
      (globalThis as unknown as Notes).heard = [];
      for (const type of ['blur', 'keydown']) field?.addEventListener(type, () => (globalThis as unknown as Notes).heard.push(type));
    });
    const titles = new Set<string>();
    const send = (answer: string) =>
      opened.ownPage.evaluate(
        (given: string) => chrome.runtime.sendMessage({ ask: 'add', event: { type: 'answered', question: 'account', answer: given } }),
        answer,
      );
    const text = 'abcdefghij'.repeat(4);
    const change = async () => {
      for (const given of ['yes', 'no', 'yes', 'no', 'yes', 'no']) {
        await send(given);
        titles.add((await at.person.glance()).card?.title ?? '');
      }
    };
    await Promise.all([at.person.page.keyboard.type(text, { delay: 20 }), change()]);
    expect(await at.person.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(text);
    expect((await notes()).heard).toEqual(Array(text.length).fill('keydown'));
    expect(titles.size, 'the card did change').toBeGreaterThan(1);
  });
});

/** The one call of the extension API that is made inside its own page. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteAnswer } from '../../tools/browser/site-server';
import { readReplica } from '../../tools/site/replica-site';
import type { Person } from '../../tools/walk/person';
import { CLOBBERED_DOCUMENT, CLOBBERING_FIELDS, FORGES, HIDES_US, POISON, REMOVES_US, STRICTEST_POLICY, WATCHES_ALL } from './hostile-scripts';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const ADDRESS = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const SERVED = 'elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const FORM = 'https://www.cp.gov.tw/portal/person/initial/Registry.aspx';

/** The first question with a script of its own in front. */
function question(script: string, change: (html: string) => string = (html) => html): string {
  const html = readReplica('elearn/05-certificate-question/replica.html');
  return change(html.replace('<meta charset="utf-8">', `<meta charset="utf-8"><script>${script}</script>`));
}

/** What the page's own scripts have written down. */
interface Notes {
  changes: string[];
  messages: string[];
  removed: number;
  heard: string[];
}

type Place = 'yes' | 'no' | 'next';
const SELECTORS: Record<Place, string> = { yes: 'input[value="1"]', no: 'input[value="0"]', next: '[type=submit]' };

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  /** Where the two answers and the button are, on a page that has nothing against being asked. */
  const places: Record<Place, { x: number; y: number }> = { yes: { x: 0, y: 0 }, no: { x: 0, y: 0 }, next: { x: 0, y: 0 } };
  const findPlaces = async () => {
    for (const place of ['yes', 'no', 'next'] as const) {
      const box = await (await person.page.$(SELECTORS[place]))?.boundingBox();
      if (box == null) throw new Error(`${place} is not drawn`);
      places[place] = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  };

  beforeAll(async () => {
    opened = await openBrowser(name);
    person = await opened.begin(ADDRESS);
    await findPlaces();
  });
  afterAll(() => opened?.close());

  const press = (place: Place) => person.page.mouse.click(places[place].x, places[place].y);
  const ringIsAround = (place: Place) => {
    const { x, y } = places[place];
    return person.see(
      `the ring around ${place}`,
      ({ ring }) => ring !== null && x > ring.x && x < ring.x + ring.width && y > ring.y && y < ring.y + ring.height,
    );
  };
  const open = async (page: string | SiteAnswer) => {
    opened.serve({ [SERVED]: page });
    await person.page.goto(ADDRESS);
  };
  const notes = () =>
    person.page.evaluate(() => {
      const { changes, messages, removed, heard } = globalThis as unknown as Notes;
      return { changes, messages, removed, heard };
    });
  /** The ring leads, the wrong choice is held, the right one passes. */
  const guidesAndHolds = async () => {
    await ringIsAround('yes');
    await press('no');
    await press('next');
    await person.see('the warning', ({ caution }) => caution !== null);
    await person.page.keyboard.press('Escape');
    await ringIsAround('yes');
    await press('yes');
    const sight = await ringIsAround('next');
    expect(sight.card?.text).toContain('請按「下一步」');
    expect(sight.card?.box.width, 'our style is in force').toBeCloseTo(340, -1);
    await person.pressRing(sight);
    await person.see('the next page', ({ address }) => address.includes('co_new_member_2'));
  };

  test('a page that throws in getters and has poisoned every prototype', async () => {
    await open(question(POISON));
    await guidesAndHolds();
  });

  test('a page whose fields and forms take the place of the properties of form and document', async () => {
    await open(
      question('', (html) =>
        html
          .replace('<div class="panel-body">', `<div class="panel-body">${CLOBBERING_FIELDS}`)
          .replace('<div class="footer">', `${CLOBBERED_DOCUMENT}<div class="footer">`),
      ),
    );
    await guidesAndHolds();
  });

  test('a page with the strictest policy', async () => {
    await open({ body: question(''), headers: { 'Content-Security-Policy': STRICTEST_POLICY } });
    const known = { ...places };
    // Without its style sheet the page looks otherwise.
    await findPlaces();
    await guidesAndHolds();
    Object.assign(places, known);
  });

  test.each(Object.entries(HIDES_US))('a page that hides our element %s', async (_, script) => {
    await open(question(''));
    await ringIsAround('yes');
    await press('no');
    await person.page.evaluate(`(() => { const ours = document.querySelector('register-guide'); ${script} })()`);
    const { card } = await person.see('card and ring all the same', (sight) => sight.card !== null && sight.ring !== null);
    await person.pressOurs(card?.buttons ?? [], 'fold');
    await person.see('the card in one line', (sight) => sight.card?.buttons.map(({ action }) => action).join() === 'unfold');
    await press('next');
    await person.see('the warning', ({ caution }) => caution !== null);
    await person.answerWarning('safe');
    await ringIsAround('next');
  });

  test('a page that forges 2,000 events and messages changes nothing', async () => {
    await open(question(WATCHES_ALL));
    await ringIsAround('yes');
    await press('no');
    const before = await person.see('the quiet note', ({ card }) => card?.all.includes('您選了「否」') === true);
    const stored = await opened.stored();
    await person.page.evaluate(FORGES);
    await expect.poll(async () => (await notes()).messages.filter((type) => type === 'message').length, { timeout: 10_000 }).toBeGreaterThanOrEqual(1000);
    expect(await opened.stored()).toEqual(stored);
    await person.see('the same as before', ({ card, caution }) => caution === null && card?.all === before.card?.all);
    await press('next');
    await person.see('the warning', ({ caution }) => caution !== null);
  });

  test.each([
    ['and closes it', 'document.close()'],
    ['and leaves it open', ''],
  ])('a page that writes itself anew %s', async (_, end) => {
    await open('<!doctype html><title>-</title><p>請稍候</p>');
    await person.page.waitForSelector('p');
    await person.page.evaluate(`document.open(); document.write(${JSON.stringify(question(''))}); ${end}`);
    await guidesAndHolds();
  });

  test('a native modal dialog over the page, small and elsewhere', async () => {
    await open(
      question('', (html) =>
        html.replace(
          '<div class="footer">',
          '<dialog id="news" style="margin: 480px 0 0 800px"><p>系統公告</p><button>關閉</button></dialog><div class="footer">',
        ),
      ),
    );
    await ringIsAround('yes');
    await person.page.evaluate(() => document.querySelector('dialog')?.showModal());
    const { card } = await person.see('no ring on what cannot be pressed', (sight) => sight.ring === null && sight.card !== null);
    expect(card?.title).toContain('擋住');
    expect(card?.buttons, 'our own buttons could not be pressed either').toEqual([]);
    await person.page.evaluate(() => document.querySelector('dialog')?.close());
    await ringIsAround('yes');
    await person.page.evaluate(() => {
      const dialog = document.querySelector('dialog');
      if (dialog !== null) dialog.style.margin = '';
      dialog?.append(document.forms[0] as HTMLFormElement);
      dialog?.showModal();
    });
    const inside = await person.see('the ring in the dialog', ({ ring, card }) => ring !== null && card !== null);
    expect(inside.card?.title).toContain('選「是」');
  });

  test('nothing of the page is changed, no message reaches it, and it loses neither keys nor focus order', async () => {
    const tabs = async () => {
      const stops: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        await person.page.keyboard.press('Tab');
        stops.push(await person.page.evaluate(() => `${document.activeElement?.localName} ${(document.activeElement as HTMLInputElement | null)?.type ?? ''}`));
      }
      return stops;
    };
    opened.serve({ [SERVED]: question(WATCHES_ALL) });
    person = await opened.begin(ADDRESS, { settings: { paused: ['elearn'] } });
    await expect.poll(() => person.explain()).toMatchObject({ page: 'elearn/05-certificate-question' });
    const without = await tabs();
    expect(await notes()).toMatchObject({ changes: [] });

    person = await opened.begin(ADDRESS);
    await ringIsAround('yes');
    const stops = await tabs();
    // The ends differ: behind the page's last control come our own, before they would be the browser's.
    const page = without.slice(0, without.findIndex((stop) => stop.startsWith('body') || stop.startsWith('html')) >>> 0);
    expect(stops.slice(0, page.length)).toEqual(page);
    await press('no');
    await press('next');
    await person.see('the warning', ({ caution }) => caution !== null);
    await person.page.keyboard.press('Escape');
    await ringIsAround('yes');
    expect(await notes()).toMatchObject({ changes: ['childList HTML +REGISTER-GUIDE'], messages: [] });
  });

  test('a page that takes our element out gets it three times more, then is left alone, and works', async () => {
    await open(question(REMOVES_US));
    await expect.poll(notes).toMatchObject({ removed: 4 });
    await press('no');
    // No warning can be seen: the one press is lost, the next one passes.
    await press('next');
    await expect.poll(() => press('next').then(() => person.page.url())).toContain('co_new_member_no');
  });

  test('typing while the card changes loses no key and no focus', async () => {
    opened.serve({});
    person = await opened.begin(FORM, { events: finished(7) });
    await person.see('the form', ({ ring }) => ring !== null);
    await person.page.focus('input[type=text]');
    await person.page.evaluate(() => {
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
        titles.add((await person.glance()).card?.title ?? '');
      }
    };
    await Promise.all([person.page.keyboard.type(text, { delay: 20 }), change()]);
    expect(await person.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(text);
    expect((await notes()).heard).toEqual(Array(text.length).fill('keydown'));
    expect(titles.size, 'the card did change').toBeGreaterThan(1);
  });
});

/** The one call of the extension API that is made inside its own page. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

/** Behaves as the modal of Bootstrap 3: a backdrop, a box above it, and whatever else gets the focus loses it to the box at once. */
const STYLE = `<style>
  .modal-backdrop { position: fixed; inset: 0; z-index: 1040; background: #000; opacity: .5 }
  .modal { position: fixed; inset: 0; z-index: 1050; overflow: auto; outline: 0 } .modal-dialog { width: 600px; margin: 30px auto; background: #fff; padding: 15px }</style>`;
const KEEPS_FOCUS = `<script>
  const modal = document.querySelector('.modal');
  window.stolen = 0;
  document.addEventListener('focusin', (event) => {
    if (!modal.isConnected || event.target === document || event.target === modal || modal.contains(event.target)) return;
    window.stolen += 1;
    modal.focus();
  });
  modal.focus();
</script>`;
const modal = (inside: string) =>
  `${STYLE}<div class="modal-backdrop"></div><div class="modal" role="dialog" tabindex="-1"><div class="modal-dialog">${inside}</div></div>${KEEPS_FOCUS}`;
const aroundTheForm = (html: string) => {
  const [form = ''] = /<form [\s\S]*<\/form>/.exec(html) ?? [];
  return html.replace(form, '').replace('<div class="footer">', `${modal(`${form}<p><input id="typed" title="備註"></p>`)}<div class="footer">`);
};

describe.each(BROWSERS)('in %s a Bootstrap modal with its focus guard', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test('with the question in it is led through; the warning is answered by the keyboard, our buttons by the mouse', async () => {
    await at.open(question('', aroundTheForm));
    const sight = await at.person.see('ring and card', ({ ring, card }) => ring !== null && card !== null);
    await at.findPlaces();
    expect(at.isAround(sight, 'yes')).toBe(true);
    await at.person.pressOurs(sight.card?.buttons ?? [], 'fold');
    await at.person.see('the card in one line', ({ card }) => card?.buttons.map(({ action }) => action).join() === 'unfold');
    await at.makeTheMistake();
    // Enter presses what has the focus: the safe answer, if the guard has not taken it away. The buttons are dead at first.
    await expect.poll(() => at.person.page.keyboard.press('Enter').then(() => at.person.glance())).toMatchObject({ caution: null });
    await at.ringIsAround('next');
    expect(await at.person.page.$eval('input[value="1"]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
  });

  test('loses no key of what is typed in it while the card changes', async () => {
    await at.open(question('', aroundTheForm));
    await at.person.see('ring and card', ({ ring, card }) => ring !== null && card !== null);
    await at.person.page.focus('#typed');
    const before = await at.person.page.evaluate(() => (globalThis as unknown as { stolen: number }).stolen);
    const text = 'abcdefghij'.repeat(4);
    const change = async () => {
      for (const answer of ['no', 'yes', 'no', 'yes']) {
        await opened.ownPage.evaluate(
          (given: string) => chrome.runtime.sendMessage({ ask: 'add', event: { type: 'answered', question: 'hours', answer: given } }),
          answer,
        );
      }
    };
    await Promise.all([at.person.page.keyboard.type(text, { delay: 15 }), change()]);
    expect(await at.person.page.$eval('#typed', (field) => (field as HTMLInputElement).value)).toBe(text);
    expect(await at.person.page.evaluate(() => (globalThis as unknown as { stolen: number }).stolen)).toBe(before);
  });

  test('over the question: nothing behind it is ringed, and all is back after it', async () => {
    await at.open(question('', (html) => html.replace('<div class="footer">', `${modal('<p>系統公告</p><p>今晚維護</p>')}<div class="footer">`)));
    const { card } = await at.person.see('words', (sight) => sight.ring === null && sight.card !== null);
    expect(card?.title).toContain('擋住');
    await at.person.page.evaluate(() => {
      for (const part of document.querySelectorAll('.modal, .modal-backdrop')) part.remove();
    });
    await at.person.see('the ring', ({ ring }) => ring !== null);
  });
});

/** The one call of the extension API that is made inside its own page. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

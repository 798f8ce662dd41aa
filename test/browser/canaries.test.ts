import type { ConsoleMessage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import { walk } from '../../tools/walk/walk';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const SERVED = 'www.cp.gov.tw/portal/person/initial/Registry.aspx';
const CANARY = 'CANARY77';

interface WithApi {
  chrome: {
    storage: Record<'local' | 'session', { get(keys: null): Promise<object> }>;
    runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } };
  };
}

/** Everything that the extension's own page can read back: storage, and every database of the extension. */
async function kept(opened: Opened): Promise<string> {
  return opened.ownPage.evaluate(async () => {
    const { storage } = (globalThis as unknown as WithApi).chrome;
    const areas = [await storage.local.get(null), await storage.session.get(null)];
    const records: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name as string);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const store of database.objectStoreNames) {
        const asked = database.transaction(store).objectStore(store).getAll();
        records.push(await new Promise((resolve) => Object.assign(asked, { onsuccess: () => resolve(asked.result) })));
      }
      database.close();
    }
    return JSON.stringify([areas, records]);
  });
}

/** Writes down every message that is sent in the extension. */
const listenToMessages = () => {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  (globalThis as unknown as WithApi).chrome.runtime.onMessage.addListener((message: unknown) => {
    heard.push(JSON.stringify(message));
  });
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('what a person writes in a form is in nothing that is kept, said, logged or drawn', async () => {
    const logged: string[] = [];
    const drawn: string[] = [];
    opened.serve({ [SERVED]: readReplica('egov/04-registration/replica.html').replace('id="ctl00_ContentPlaceHolder1_chk_more"', '$& checked') });
    await opened.ownPage.evaluate(listenToMessages);
    const person = await opened.begin(`https://${SERVED}?token=${CANARY}`, { events: finished(7) });
    person.page.on('console', (message: ConsoleMessage) => logged.push(message.text()));
    const planted = await person.page.evaluate((canary) => {
      const fields = [...document.querySelectorAll('input:not([type=submit], [type=checkbox], [type=radio]), textarea')] as HTMLInputElement[];
      for (const field of fields) field.value = canary;
      for (const option of document.querySelectorAll('option')) Object.assign(option, { value: canary });
      return fields.length;
    }, CANARY);
    expect(planted).toBeGreaterThan(14);
    await walk(person, {
      typed: CANARY,
      onStop: async ({ sight, explained }) => void drawn.push(JSON.stringify([sight.card, sight.caution, explained])),
      isEnd: ({ sight }) => sight.card?.title.includes('送出前看一次') === true,
    });
    const last = await person.see('the last', ({ ring, card }) => ring !== null && card !== null);
    await person.pressRing(last);
    const { caution } = await person.see('the warning', (sight) => sight.caution !== null);
    drawn.push(JSON.stringify(caution));
    await person.answerWarning('safe');
    const calm = await person.see('the card', (sight) => sight.caution === null && sight.card !== null);
    await person.pressOurs(calm.card?.buttons ?? [], 'stuck');
    const stuck = await person.see('the causes', ({ card }) => card?.buttons.some(({ action }) => action.startsWith('stuck-')) === true);
    drawn.push(JSON.stringify(stuck.card));

    const said = await opened.ownPage.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(said.length, 'messages were heard').toBeGreaterThan(3);
    const storage = await kept(opened);
    expect(storage, 'the journey was kept').toContain('egov/04-registration');
    for (const [what, text] of Object.entries({ storage, said: said.join(), logged: logged.join(), drawn: drawn.join() }))
      expect(text, what).not.toContain('CANARY');
  });

  test('of what is pointed at and warned of nothing is told but words of the rules, whatever else stands in it', async () => {
    const attributes = `id="${CANARY}" class="${CANARY}" name="${CANARY}" title="${CANARY}"`;
    const plant = (html: string, before: string, after: string) => {
      if (!html.includes(before)) throw new Error(`the replica has no ${before}`);
      return html.replaceAll(before, after);
    };
    const card = '<a href="/mooc/co_faq.php"><strong>學習證書<br>沒有身分證字號?</strong>';
    const facebook = '<a class="social fb_btn" href="/mooc/co_fb_login.php" target="_top"><img alt="facebook"';
    const planted = plant(
      readReplica('elearn/03-login-chooser/replica.html'),
      card,
      `<a ${attributes} href="/${CANARY}"><strong>學習證書<br>沒有身分證字號?</strong> ${CANARY}`,
    );
    const page = plant(planted, facebook, `<a ${attributes} href="/mooc/co_fb_login.php"><img alt="${CANARY}"`);
    opened.serve({ 'elearn.hrd.gov.tw/mooc/co_login_dialog.php': page });
    const events = [...finished(9), { type: 'answered', question: 'account', answer: 'yes' }, { type: 'began', recovery: 'no-id-number', until: [] }] as const;
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php', { events });
    await person.see(
      'the card about the ID number',
      ({ ring, card: shown }) => ring !== null && shown?.all.includes('請按「學習證書沒有身分證字號?」') === true,
    );
    const told = [await person.explain()];
    expect(told[0]?.target).toEqual({ role: 'link', name: '學習證書沒有身分證字號…', tag: 'a', at: expect.any(Number) });
    // The card lies over the left column.
    await person.pressByReading('link', CANARY, 1);
    await person.see('the warning', ({ caution }) => caution !== null);
    await person.answerWarning('insist');
    const { card: again } = await person.see('the press once more', ({ card: shown }) => shown?.all.includes('再按一次') === true);
    // Its name stands on our card, over the page that has it itself.
    expect(again?.all).toContain(CANARY);
    told.push(await person.explain());
    const why = await opened.ownPage.evaluate(() => document.body.innerText);
    expect(JSON.stringify([told, why, await kept(opened)])).not.toContain(CANARY);
  });
});

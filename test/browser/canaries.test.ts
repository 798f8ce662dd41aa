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
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import type { Person } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';

const QUESTION = 'elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const AFTER_NO = '/mooc/co_new_member_no.php';
const PLAIN = '<!doctype html><meta charset="utf-8"><title>-</title><h1>註冊一般帳號</h1><p>請輸入資料</p><input><button>送出</button>';

/** Ways in which a page goes on that no event precedes, each by a thing that the guide does not know as a choice. */
const WAYS: Record<string, string> = {
  'form.submit()': 'document.forms[0].submit()',
  'location =': `location = '${AFTER_NO}?need=0'`,
  'location.replace()': `location.replace('${AFTER_NO}')`,
  'a meta refresh': `document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=refresh content=\\'0; url=${AFTER_NO}\\'>')`,
  'a redirect of the server': "location = '/mooc/co_new_member_2.php?need=0'",
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test.each(Object.entries(WAYS))('a page that goes on by %s: warned of before, and told of after', async (_, script) => {
    const button = `<p id="go" style="margin-top: 40px; width: 6em" onclick="${script.replaceAll('"', '&quot;')}">略過</p>`;
    opened.serve({
      [QUESTION]: readReplica('elearn/05-certificate-question/replica.html').replace('<div class="footer">', `${button}<div class="footer">`),
      [`elearn.hrd.gov.tw${AFTER_NO}`]: PLAIN,
    });
    person = await opened.begin(`https://${QUESTION}`, { events: finished(3) });
    await person.see('the ring', ({ ring }) => ring !== null);
    await person.page.click('input[value="0"]');
    await person.see('the quiet note', ({ card }) => card?.all.includes('您選了「否」') === true);
    await person.page.click('#go');
    const { card, ring } = await person.see('words on the page behind', (sight) => sight.address.includes(AFTER_NO) && sight.card !== null);
    expect(ring).toBeNull();
    expect(card?.all.length).toBeGreaterThan(5);
    expect(await person.explain()).toMatchObject({ verdict: 'lost', step: 4 });
  });

  test('a page that goes on by itself to the form of officials is told of there', async () => {
    opened.serve({ 'www.cp.gov.tw/go': { redirect: '/portal/person/initial/registry.aspx?type=official' } });
    person = await opened.begin('https://www.cp.gov.tw/', { events: finished(5) });
    await person.see('the card', ({ card }) => card !== null);
    await person.page.evaluate(() => {
      location.href = '/go';
    });
    const { card } = await person.see('the card of the wrong form', (sight) => sight.address.includes('official') && sight.card !== null);
    expect(card?.all).toContain('公務');
  });
});

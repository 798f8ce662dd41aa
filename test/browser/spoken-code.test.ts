import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DecodedCode, decodeSpokenCode } from '../../support/decode';
import { partAt } from '../../support/page-table';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import { shotOf } from '../browser-support/shot';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const QUESTION = 'elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const CHOOSER = 'https://www.cp.gov.tw/portal/portallogin.aspx?ReturnUrl=https%3A%2F%2Felearn.hrd.gov.tw%2Fegov_login.php';

const has = (sight: Sight, action: string) => sight.card?.buttons.some((button) => button.action === action) === true;

/** Each group by itself and digit by digit, as a screen reader comes to them. */
const GROUPS = /(?:^|\s)(\d(?: \d){4})(?=\s|$)/g;

function decoded(text: string): DecodedCode {
  const groups = [...text.matchAll(GROUPS)].map(([, group]) => group);
  expect(groups, text).toHaveLength(3);
  const code = decodeSpokenCode(groups.join(' '));
  if (!code.ok) throw new Error(`${text}: ${JSON.stringify(code.fault)}`);
  return code;
}

async function press(person: Person, action: string): Promise<void> {
  const { card } = await person.see(`the button ${action}`, (sight) => has(sight, action));
  await person.pressOurs(card?.buttons ?? [], action);
}

describe.each(BROWSERS)('the code to read to support, in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  beforeEach(() => opened.serve({}));
  afterAll(() => opened?.close());

  const codeOnCard = async (person: Person) => {
    await press(person, 'stuck');
    const { card } = await person.see('the code', (sight) => has(sight, 'copy-code'));
    expect(card?.all).toContain('請把這組號碼念給客服：');
    return decoded(card?.all ?? '');
  };

  test('stands on the card, of what that page shows, with the answers', async () => {
    const person = await opened.begin(`https://${QUESTION}`, { events: [...finished(3), { type: 'answered', question: 'hours', answer: 'yes' }] });
    await person.see('the ring', ({ ring }) => ring !== null);
    const { parts, placed } = await codeOnCard(person);
    expect(parts).toMatchObject({ kind: 'recognised', page: 'elearn/05-certificate-question', answers: { hours: 'yes', civil: 'unsaid' }, visit: 'first' });
    expect(partAt(placed?.look ?? { since: 0, conditions: [], targets: [] }, parts.spot)?.words).toBe('是(需要驗證您的身分)');
    await shotOf(person.page, `${name}-card`);
    const told = await person.explain();
    const failed = told?.why
      .filter(({ page, passed, condition }) => page === parts.page && !passed && !condition.startsWith('to point at'))
      .map(({ condition }) => condition);
    expect(parts.failed.map((condition) => placed?.look.conditions[condition])).toEqual(failed);
  });

  test('tells a page that has changed, and what of it', async () => {
    const changed = readReplica('elearn/05-certificate-question/replica.html').replaceAll('下一步', '繼續');
    opened.serve({ [QUESTION]: changed });
    const person = await opened.begin(`https://${QUESTION}`, { events: finished(3) });
    await person.see('the doubt', ({ card }) => card?.all.includes('網站可能改版了') === true);
    const { parts, placed } = await codeOnCard(person);
    expect(parts).toMatchObject({ kind: 'degraded', reason: 'page-changed', page: 'elearn/05-certificate-question' });
    expect(parts.failed.map((condition) => placed?.look.conditions[condition])).toContain('button 下一步');
  });

  test('stays under each answer, and is copied by a press, or says that it cannot be', async () => {
    const person = await opened.begin(CHOOSER, { events: finished(6) });
    await press(person, 'stuck');
    await press(person, 'stuck-login-page-without-account');
    await person.see('the code', (sight) => has(sight, 'copy-code'));
    await shotOf(person.page, `${name}-card-answer`);
    await press(person, 'copy-code');
    await person.see('whether it is copied', ({ card }) => /複製好了|不能複製/.test(card?.all ?? ''));
    await shotOf(person.page, `${name}-card-copied`);
  });

  test('stands in the popup, of the tab in front, and in English', async () => {
    const { ownPage } = opened;
    const person = await opened.begin(CHOOSER, { events: finished(6), settings: { language: 'en' } });
    await person.see('the card', (sight) => has(sight, 'stuck'));
    const text = () => ownPage.page.$eval('body', (body) => (body as HTMLElement).innerText);
    // The tab of the site stays in front: the popup is asked from behind.
    await expect.poll(() => ownPage.page.$eval('[data-part="where"]', (where) => where.textContent)).toContain('www.cp.gov.tw');
    await ownPage.evaluate(() => document.querySelector<HTMLElement>('[data-action="stuck"]')?.click());
    await expect.poll(text).toContain('Read this number to support:');
    expect(decoded(await text()).parts).toMatchObject({ page: 'egov/02-login-chooser', kind: 'recognised' });
    await ownPage.page.bringToFront();
    await ownPage.evaluate(() => document.querySelector('[data-action="copy-code"]')?.scrollIntoView({ block: 'center' }));
    await shotOf(ownPage.page, `${name}-popup`);
    await ownPage.page.click('[data-action="copy-code"]');
    await expect.poll(text).toMatch(/Copied|Cannot copy/);
    expect(await text()).toContain('Copied');
  });

  test('with no such tab in front says the step at hand', async () => {
    const { ownPage } = opened;
    const person = await opened.begin(CHOOSER, { events: finished(6) });
    await person.see('the card', (sight) => has(sight, 'stuck'));
    await ownPage.page.bringToFront();
    const text = () => ownPage.page.$eval('body', (body) => (body as HTMLElement).innerText);
    await expect.poll(text).toContain('不是這兩個網站');
    await ownPage.evaluate(() => document.querySelector<HTMLElement>('[data-action="stuck"]')?.click());
    await expect.poll(text).toContain('請把這組號碼念給客服：');
    expect(decoded(await text()).parts).toMatchObject({ kind: 'quiet', reason: 'not-guided', page: null, step: 7 });
  });
});

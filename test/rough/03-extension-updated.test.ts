import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../tools/browser/poll-until';
import type { Sight } from '../../tools/walk/person';
import { builtExtension, finished, type Opened, openBrowser } from '../browser/opened';
import { listenForErrors } from './support/errors';

const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const NOTE = '請重新整理本頁';

const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;
const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('html > register-guide').length);

// Chromium leaves the old script in the page and starts no new one; Firefox does the contrary.
describe.each(['chromium'] as const)('in %s, the extension is updated under an open page', (name) => {
  let opened: Opened;
  let errors: string[] = [];
  beforeAll(async () => {
    opened = await openBrowser(name);
    ({ errors } = await listenForErrors(opened.driver));
  });
  afterAll(() => opened?.close());

  test('the old script says so at the next press, within a second, keeps holding, and throws nothing', async () => {
    const person = await opened.begin(QUESTION, { events: finished(3) });
    await person.see('the question', hasBoth);
    await opened.driver.browser.installExtension(builtExtension(name));

    await person.page.mouse.click(5, 400);
    const pressed = performance.now();
    const after = await pollUntil(
      async () => {
        const asked = performance.now();
        return (await person.glance()).card?.all.includes(NOTE) === true ? asked - pressed : null;
      },
      10_000,
      () => 'No note.',
    );
    expect(after).toBeLessThan(1000);
    const told = await person.see('the note alone', ({ card }) => card?.all.includes(NOTE) === true);
    expect(told.ring).toBeNull();
    expect(told.card?.buttons).toEqual([]);

    await person.pressByReading('radio', '否');
    await person.pressByReading('button', '下一步');
    const held = await person.see('the warning', ({ caution }) => caution !== null);
    expect(held.address).toBe(QUESTION);
    await person.answerWarning('safe');
    expect(await person.page.evaluate(() => [...document.querySelectorAll('input:checked')].length)).toBe(1);
    expect(await hosts(person.page)).toBe(1);
    expect(errors).toEqual([]);

    await person.page.reload();
    const again = await person.see('the guide again', hasBoth);
    expect(again.card?.all).not.toContain(NOTE);
  });
});

describe.each(['firefox'] as const)('in %s, the extension is updated under an open page', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('the new script is started in the open page, and there is one overlay, which works', async () => {
    const person = await opened.begin(QUESTION, { events: finished(3) });
    await person.see('the question', hasBoth);
    await opened.driver.browser.installExtension(builtExtension(name));
    const again = await person.see('the guide of the new script', hasBoth);
    expect(await hosts(person.page)).toBe(1);
    await person.pressRing(again);
    await person.see('下一步 ringed', (sight) => hasBoth(sight) && JSON.stringify(sight.ring) !== JSON.stringify(again.ring));
    await person.pressByReading('radio', '否');
    await person.pressByReading('button', '下一步');
    await person.see('the warning', ({ caution }) => caution !== null);
    expect(await hosts(person.page)).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person, Sight } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const has = (action: string) => (sight: Sight) => sight.card?.buttons.some((button) => button.action === action) === true;

describe.each(BROWSERS)('the panel of 「我卡住了」 by keyboard alone, in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const isIn = async (person: Person) => person.page.evaluate(() => document.activeElement?.localName === 'register-guide');

  /** Goes from control to control until the focus is in our card, as someone without a mouse does: backwards, since it is the last. */
  async function intoCard(person: Person) {
    for (let tries = 0; tries < 80; tries += 1) {
      if (await isIn(person)) return;
      await person.page.keyboard.down('Shift');
      await person.page.keyboard.press('Tab');
      await person.page.keyboard.up('Shift');
    }
    throw new Error('The keyboard does not reach the card.');
  }

  test('is reached, read, answered, left and reached again', async () => {
    const person = await opened.begin('https://www.cp.gov.tw/portal/person/initial/registrysuccess.aspx', { events: finished(8) });
    const { card } = await person.see('the card', has('stuck'));
    // 我卡住了, 收成一行, 先收起來: the last three controls of the document.
    expect(card?.buttons.slice(-3).map(({ action }) => action)).toEqual(['stuck', 'fold', 'put-away']);
    const { keyboard } = person.page;
    await intoCard(person);
    for (let back = 0; back < 2; back += 1) {
      await keyboard.down('Shift');
      await keyboard.press('Tab');
      await keyboard.up('Shift');
    }
    await person.pressOursByKey('Enter');
    await person.see('three causes', has('stuck-no-mail-yet'));
    // The focus is on the question: the next stops are its answers, in their order.
    expect(await isIn(person)).toBe(true);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press(' ');
    const second = await person.see('what to do about the second', (sight) => sight.card?.all.includes('問要怎麼改') === true);
    expect(second.card?.all).toContain('請說：我註冊好了，可是電子信箱可能打錯了，請問要怎麼改？');
    expect(await isIn(person)).toBe(true);
    // Past the button that copies the code.
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await person.see('the causes again', has('stuck-no-mail-yet'));
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await person.see('the first, with its way back', has('begin'));
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await person.see('the way back', (sight) => has('leave')(sight) && sight.card?.all.includes('正在處理') === true);
    // The panel is closed, and the focus is where it was before: on 「我卡住了」.
    await expect.poll(() => isIn(person)).toBe(true);
    await keyboard.press('Enter');
    await person.see('the panel once more', has('stuck-close'));
  });
});

import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Sight } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

const HOME = 'https://elearn.hrd.gov.tw/';
const CHOOSER = 'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s, the browser speaks another language', (name) => {
  let opened: Opened | undefined;
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  afterAll(() => opened?.close());

  test.each(['en-US', 'ja'])('%s: same ring, and the card in Chinese, marked as such', async (language) => {
    opened = await openBrowser(
      name,
      name === 'chromium'
        ? { extraArguments: [`--lang=${language}`, `--accept-lang=${language}`] }
        : { extraPreferences: { 'intl.accept_languages': language, 'intl.locale.requested': language } },
    );
    const person = await opened.begin(HOME);
    expect(await person.page.evaluate(() => navigator.language)).toBe(language);
    const home = await person.see('the home page', hasBoth);
    expect(home.card?.title).toContain('第 1 步');
    await person.page.goto(CHOOSER);
    const chooser = await person.see('the chooser', hasBoth);
    expect(chooser.card?.title).toContain('第 2 步');
    expect(await opened.ownPage.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    expect(await person.explain()).toMatchObject({ verdict: 'recognised', page: 'elearn/03-login-chooser' });
  });
});

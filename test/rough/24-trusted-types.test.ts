import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

/** A default policy that lets no text become markup or script, and counts who tries. */
const REFUSES = `
  window.tried = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => window.tried.push(violatedDirective));
  if (window.trustedTypes) trustedTypes.createPolicy('default', {
    createHTML(text) { window.tried.push('html ' + text.slice(0, 40)); throw new TypeError('no') },
    createScript(text) { window.tried.push('script ' + text.slice(0, 40)); throw new TypeError('no') },
    createScriptURL(text) { if (text === '/replica.js') return text; window.tried.push('address ' + text); throw new TypeError('no') },
  })`;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test('a page that demands Trusted Types is led through and held, and nothing of ours asks it for any', async () => {
    const headers = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types default" };
    // Its helper script writes markup, so the page goes without.
    await at.open({ body: question(REFUSES, (html) => html.replace('<script src="/replica.js"></script>', '')), headers });
    await at.ringIsAround('yes');
    await at.makeTheMistake();
    expect(await at.person.page.evaluate(() => (globalThis as unknown as { tried: string[] }).tried)).toEqual([]);
    await at.person.page.keyboard.press('Escape');
    await at.guidesAndHolds();
  });
});

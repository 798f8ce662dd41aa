import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { STRICTEST_POLICY } from '../browser/hostile-scripts';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

const REPORTS = `window.broken = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) => window.broken.push([violatedDirective, sourceFile, blockedURI].join(' ')))`;
/** Policies of pages, each of which would take something away from a script of the page itself. */
const POLICIES: Record<string, string> = {
  'nothing but forms': "default-src 'none'; form-action 'self'",
  'everything forbidden that can be': STRICTEST_POLICY,
  'scripts by a number only': "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'a sandbox': "default-src 'none'; sandbox allow-forms allow-scripts",
};

describe.each(BROWSERS)('in %s a page with a strict policy', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test.each(Object.entries(POLICIES))('(%s) is led through and held', async (_, policy) => {
    await at.open({ body: question(), headers: { 'Content-Security-Policy': policy } });
    // Without its style sheet the page looks otherwise.
    await at.findPlaces();
    await at.guidesAndHolds();
  });

  test('in its own markup is led through, and nothing of ours breaks it', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'">`;
    await at.open(question(REPORTS, (html) => html.replace('</title>', `</title>${policy}`)));
    await at.findPlaces();
    await at.ringIsAround('yes');
    await at.makeTheMistake();
    const broken = await at.person.page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken);
    // The page's own script file is forbidden, and the icon that Firefox asks for; nothing else was tried.
    expect(broken.filter((line) => !/^script-src|favicon/.test(line))).toEqual([]);
    await at.person.page.keyboard.press('Escape');
    await at.guidesAndHolds();
  });
});
